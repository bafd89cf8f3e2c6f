import pytest

from projects.ideas.questions.address import address_of, to_type
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(question):
    return question.get_absolute_url()


def test_how_people_are_asked(signed_in, url, observer, question):
    page = Page(signed_in(observer).get(url))

    asked = page.text("ask")
    assert question.word in asked
    assert to_type(question) in asked
    assert "The poster in easy words" in asked


def test_the_address_is_the_sites_own(settings, question):
    settings.SITE_ADDRESS = "https://collab.example"

    assert address_of(question) == f"https://collab.example/ask/{question.word}/"
    assert to_type(question) == f"collab.example/ask/{question.word}"


def test_what_came_in_and_what_waits(signed_in, url, project, lead, participant, question):
    factories.make_received(project, question=question)
    factories.make_received(project, question=question).let_in(by=lead)

    said = Page(signed_in(lead).get(url)).text("came-in")
    assert "The team can read 1 idea. 1 idea waits to be read." in said
    assert "waits" not in Page(signed_in(participant).get(url)).text("came-in")


def test_a_closed_question_is_not_printed(signed_in, url, lead, question):
    question.close(by=lead)
    text = signed_in(lead).get(url).text

    assert "poster.pdf" not in text
    assert "Open it again" in text


def test_a_closed_project_offers_nothing_to_press(signed_in, url, project, lead, question):
    project.turn("complete", by=lead, because="Done.")
    text = signed_in(lead).get(url).text

    assert "Change the question" not in text
    assert "Stop asking" not in text
    assert "because the project rests or is over" in text


def test_another_project_does_not_have_it(signed_in, other_lead, question):
    theirs = other_lead.memberships.get().project_id

    url = f"/projects/{theirs}/ideas/questions/{question.pk}/"
    assert signed_in(other_lead).get(url).status_code == 404


def test_when_its_reader_has_left_a_lead_is_asked_for_another(
    signed_in, url, project, lead, participant, question
):
    reader = project.memberships.get(user=participant)
    question.change(by=lead, reader=reader)
    reader.leave(by=participant)

    said = Page(signed_in(lead).get(url)).text("no-reader")
    assert "Ben Participant has left the team." in said
    assert (
        "Nobody reads what comes in"
        in signed_in(lead).get(f"/projects/{project.pk}/ideas/questions/").text
    )
