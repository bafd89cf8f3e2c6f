from projects.impact.models import Difference
from tests import factories
from tests.reading import Page


def test_it_is_honest_when_there_is_nothing(signed_in, participant, observer, room):
    page = signed_in(participant).get(room).text

    assert ("Nothing is written down yet" in page, room + "new/" in page) == (True, True)
    assert room + "new/" not in signed_in(observer).get(room).text


def test_each_says_what_was_said_what_changed_and_what_it_meant(
    signed_in, lead, participant, project, room
):
    idea = factories.make_idea(project, "Softer bins.", by=participant)
    one = Difference.write_down(
        project, by=participant, said="They bang.", changed="Soft lids.", meant="People sleep.",
        taking_part="Easy.", happened="2026-05", sharing="public", ideas=[idea],
    )  # fmt: skip
    shown = Page(signed_in(lead).get(room)).text(f"difference-{one.pk}")

    assert shown.startswith(
        "What was said They bang. Softer bins. What changed because of it Soft lids. What it meant "
        "People sleep. How it was to take part Easy. May 2026. Written down by Ben Participant, "
    )
    assert "It may stand in what we print and share." in shown


def test_only_who_wrote_it_and_leads_are_offered_to_change_it(
    signed_in, lead, participant, observer, other_member, difference, room
):
    link = f"{room}{difference.pk}/change/"

    for person, offered in ((lead, 1), (participant, 1), (observer, 0), (other_member, 0)):
        assert (link in signed_in(person).get(room).text) == offered


def test_outsiders_find_nothing(signed_in, outsider, difference, room):
    assert signed_in(outsider).get(room).status_code == 404


def test_twenty_five_are_on_a_page(signed_in, lead, project, room):
    for number in range(27):
        Difference.write_down(project, by=lead, said="So.", changed=f"Change {number};")
    first, second = (signed_in(lead).get(room + query).text for query in ("", "?page=2"))

    assert ("Change 2;" in first, "Change 1;" in first) == (True, False)
    assert ("Change 2;" in second, "Change 1;" in second) == (False, True)


def test_one_and_three_ask_as_often(signed_in, lead, project, room, queries):
    def one_more(number):
        idea = factories.make_idea(project, f"Idea {number}", by=lead)
        Difference.write_down(project, by=lead, said="So.", changed=f"C {number}", ideas=[idea])

    one_more(1)
    with_one = queries(signed_in(lead), room)
    one_more(2)
    one_more(3)
    assert queries(signed_in(lead), room) == with_one


def test_it_stands_in_ones_own_words(signed_in, participant, lead, difference):
    page = signed_in(participant).get("/projects/words/").text

    assert ("A difference you wrote down" in page, "They have soft lids." in page) == (True, True)
    assert "They have soft lids." not in signed_in(lead).get("/projects/words/").text
