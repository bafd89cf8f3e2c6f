from projects.ideas.sessions.in_summary import sessions_of
from tests import factories


def test_what_the_summary_says(project, lead, session, django_assert_num_queries):
    session.give_back(by=lead, on=session.recorded_at.date(), who="Asha", up_to=0)
    factories.make_session(project, how_many=3, met="2020")
    factories.make_question(project)
    factories.make_group(project, "Night staff")
    with django_assert_num_queries(8):
        said = sessions_of(project)

    assert [one.people_in_words for one in said["sessions"]] == ["12 people", "fewer than 5 people"]
    assert str(said["heard"].whole) == "12 people, and fewer than 5 people"
    assert [group.name for group in said["not_reached"]] == ["Night staff"]
    assert said["still_wait"] == 1
    assert len(said["questions"]) == 1


def test_one_session_and_three_cost_the_same(project, session, django_assert_num_queries):
    for _more in range(2):
        factories.make_session(project, ideas=["One.", "Two."])
    with django_assert_num_queries(8):
        said = sessions_of(project)
        assert [one.points for one in said["sessions"]].count([]) == 2
