import pytest

from outbox.models import Message
from projects.ideas.models import Idea
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/sessions/new/"


FACTS = {
    "where": "The lunch club",
    "community": "Carers",
    "met_year": "2026",
    "met_month": "5",
    "met_day": "",
    "how_many": "12",
    "of_carer": "12",
    "how": "group",
    "own_way": "with pictures",
    "main_points": "It is too loud.",
    "answer_to": "Asha",
}


def grid(*texts, themes=()):
    typed = {f"row-{n}-text": text for n, text in enumerate(texts)}
    return typed | {f"row-{n}-theme": str(theme.pk) for n, theme in enumerate(themes)}


def test_a_session_in_one_go(signed_in, project, participant, theme, url, lead):
    question, group = factories.make_question(project), factories.make_group(project, "Carers")
    typed = FACTS | {"question": question.pk, "group": group.pk}
    rows = grid("Softer doors.", "", "A shelf.", themes=[theme])
    response = signed_in(participant).post(url, typed | rows)

    session = project.sessions.get()
    assert response.url == session.get_absolute_url()
    assert (session.recorded_by, session.question, session.group) == (participant, question, group)
    assert (session.met, session.how_many, session.way) == ("2026-05", 12, "session")
    assert session.breakdown == {"carer": 12}
    assert session.method == "A conversation in a group, with pictures"
    ideas = session.ideas.order_by("pk")
    assert [(one.text, one.theme, one.way, one.written_by) for one in ideas] == [
        ("Softer doors.", theme, "session", participant),
        ("A shelf.", None, "session", participant),
    ]
    assert {one.question for one in ideas} == {question}
    assert {one.given_by for one in ideas} == {None}
    told = Message.objects.get(to=lead, subject="New ideas from people we asked")
    assert "2 ideas are written down." in told.text


def test_pressed_twice_it_is_one_session(signed_in, project, participant, url):
    client, typed = signed_in(participant), FACTS | grid("Softer doors.", "Softer doors.")
    first, second = client.post(url, typed), client.post(url, typed)

    assert first.url == second.url == project.sessions.get().get_absolute_url()
    assert project.ideas.count() == 2


def test_more_rows_keep_everything_that_was_typed_and_save_nothing(
    signed_in, project, participant, url
):
    typed = {"where": "The lunch club", "of_staff": "x", "more": "1"} | grid(*["Softer."] * 6)
    response = signed_in(participant).post(url, typed)
    page = Page(response)

    assert page.values["where"] == "The lunch club"
    assert page.values["of_staff"] == "x"
    assert [page.values[f"row-{n}-text"] for n in range(12)] == ["Softer."] * 6 + [""] * 6
    assert "row-12" not in page.texts
    assert "Please look at this again" not in response.text
    assert not project.sessions.exists()


def test_no_more_than_two_hundred_rows(signed_in, participant, url):
    response = signed_in(participant).post(url, {"more": "1", "row-9999-text": "x"})

    assert "row-199" in Page(response).texts
    assert "row-200" not in Page(response).texts
    assert "Save them, then add more." in response.text


def test_a_mistake_loses_nothing(signed_in, project, participant, theme, url):
    typed = FACTS | {"community": "", "of_carer": "13"} | grid("Softer doors.", "\u202eturned")
    response = signed_in(participant).post(url, typed | {"row-0-theme": str(theme.pk)})
    page = Page(response)

    assert page.text("id_community-error") == "Error: Write something here."
    assert "There is a sign in this text" in page.text("id_row-1-text-error")
    assert "You counted more people" in page.text("id_how_many-error")
    assert 'href="#id_row-1-text"' in response.text
    assert page.values["row-0-text"] == "Softer doors."
    assert page.values["row-0-theme"] == str(theme.pk)
    assert page.values["main_points"] == "It is too loud."
    assert not project.sessions.exists()


def test_only_main_points_will_do(signed_in, project, participant, url):
    signed_in(participant).post(url, FACTS | grid(""))

    assert project.sessions.get().points == ["It is too loud."]
    assert not Idea.objects.exists()


def test_people_in_the_room_are_never_named_is_said_beside_the_field(signed_in, participant, url):
    page = Page(signed_in(participant).get(url))

    assert "people in the room are never named here" in page.text("id_community-hint")


def test_a_link_brings_its_question(signed_in, participant, project, url):
    question = factories.make_question(project)
    page = Page(signed_in(participant).get(f"{url}?question={question.pk}"))

    assert page.values["question"] == str(question.pk)


def test_what_belongs_elsewhere_cannot_be_chosen(signed_in, participant, project, other_lead, url):
    theirs = factories.make_project(project.organisation)
    typed = {
        "question": factories.make_question(theirs).pk,
        "group": factories.make_group(theirs).pk,
        "row-0-theme": "999",
    }
    factories.make_question(project)
    factories.make_group(project)
    page = Page(signed_in(participant).post(url, FACTS | grid("x") | typed))

    assert "id_question-error" in page.texts
    assert "id_group-error" in page.texts
    assert not project.sessions.exists()


def test_who_may(signed_in, others, project, url):
    assert others(signed_in, "post", url, FACTS) == [302, 403, 403, 404]
