from projects.conversation.in_summary import talk_of
from projects.conversation.models import AskedQuestion, Hearer, Rhythm
from tests.factories import make_asked, make_follower, make_update


def test_all_of_it_in_a_fixed_number_of_queries(
    lead, project, django_assert_max_num_queries, participant
):
    def fill():
        make_update(project, promised_on="2999-01-01")
        make_asked(project, by=participant).say(by=lead, text="Yes.")
        make_asked(project)
        make_follower(project)

    Hearer.add(project, by=lead, who="Carers")
    Rhythm.agree(project, by=lead, weeks=4)
    for _time in range(3):
        fill()
    with django_assert_max_num_queries(11):
        talk = talk_of(project)

    assert (len(talk["updates"]), len(talk["promises"]), len(talk["answered"])) == (3, 3, 3)
    assert (talk["waiting"], talk["longest"], talk["rhythm"].weeks) == (3, 0, 4)
    assert (talk["followers"], [one.who for one in talk["hearers"]]) == (None, ["Carers"])


def test_an_empty_project_says_so(project):
    talk = talk_of(project)

    assert (talk["updates"], talk["answered"], talk["rhythm"], talk["followers"]) == (
        [],
        [],
        None,
        0,
    )
    assert talk["heartbeat"].in_words == "There has been no update yet."


def test_no_waiting_question_from_outside_is_told(lead, project):
    with project.changing():
        AskedQuestion.receive(project, question="Is the ward closing?")
    talk = talk_of(project)

    assert talk["answered"] == []
    assert talk["waiting"] == 1
