from projects.impact.models import Lesson
from projects.models import Project
from tests import factories
from tests.reading import Page


def shelf(room, query=""):
    return room + "shelf/" + query


def test_it_is_honest_when_it_is_empty(signed_in, observer, outsider, room):
    assert "The shelf is empty" in signed_in(observer).get(shelf(room)).text
    assert "Nothing was found" in signed_in(observer).get(shelf(room, "?q=tea")).text
    assert signed_in(outsider).get(shelf(room)).status_code == 404


def test_it_has_what_other_teams_of_the_organisation_put_there_and_nothing_else(
    signed_in, observer, lead, other_involvement, project, theirs, room
):
    theirs("On the shelf.")
    theirs("For their team.", sharing="team")
    Lesson.write_down(project, by=lead, text="Our own.", sharing="shelf")
    elsewhere = factories.make_project(
        factories.make_organisation(), "Elsewhere", by=other_involvement
    )
    Lesson.write_down(elsewhere, by=other_involvement, text="Of other people.", sharing="shelf")
    page = signed_in(observer).get(shelf(room)).text

    assert "On the shelf." in page
    for hidden in ("For their team.", "Our own.", "Of other people."):
        assert hidden not in page


def test_the_project_is_named_only_to_who_may_see_it_and_a_person_never(
    signed_in, observer, involvement, other_lead, theirs, room
):
    theirs()
    page = signed_in(observer).get(shelf(room)).text
    assert "From another project of our organisation" in page
    for hidden in ("Another project", "Omar"):
        assert hidden not in page
    page = signed_in(involvement).get(shelf(room)).text
    assert ("From the project “Another project”" in page, "Omar" in page) == (True, False)
    Project.objects.of_member(other_lead).get().publish(by=other_lead)
    assert "From the project “Another project”" in signed_in(observer).get(shelf(room)).text


def test_it_can_be_narrowed_to_a_stage_and_to_words(signed_in, observer, theirs, room):
    theirs("Pay on the day.", "building-the-team")
    theirs("Ask at night.", "gather-ideas", worked="Tea and biscuits.")

    for query, here, gone in (
        ("?stage=gather-ideas", "Ask at night.", "Pay on the day."),
        ("?q=BISCUITS+tea", "Ask at night.", "Pay on the day."),
        ("?stage=building-the-team&q=pay", "Pay on the day.", "Ask at night."),
    ):
        page = signed_in(observer).get(shelf(room, query))
        assert (here in page.text, gone in page.text) == (True, False), query
    assert Page(page).values["q"] == "pay"
    page = signed_in(observer).get(shelf(room, "?stage=nonsense&q=%00")).text
    assert ("Pay on the day." in page, "Ask at night." in page) == (True, True)


def test_only_who_may_write_is_offered_to_bring_one(signed_in, participant, observer, theirs, room):
    address = f"{room}{theirs().pk}/bring/"

    assert address in signed_in(participant).get(shelf(room)).text
    assert address not in signed_in(observer).get(shelf(room)).text


def test_one_and_three_ask_as_often(signed_in, observer, theirs, room, queries):
    theirs("One.")
    with_one = queries(signed_in(observer), shelf(room))
    theirs("Two.")
    theirs("Three.", "big-idea")
    assert queries(signed_in(observer), shelf(room)) == with_one
