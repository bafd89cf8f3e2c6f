import pytest

from tests import factories
from tests.reading import Page


@pytest.fixture
def url(session):
    return f"{session.get_absolute_url()}change/"


def typed_in(client, url):
    return {name: value for name, value in Page(client.get(url)).values.items() if name}


def test_the_count_is_corrected_and_the_words_stay(signed_in, url, session, lead):
    client = signed_in(lead)
    typed = typed_in(client, url) | {"how_many": "14", "of_carer": "14"}
    client.post(url, typed)

    session.refresh_from_db()
    assert (session.how_many, session.breakdown) == (14, {"carer": 14})
    assert (session.where, session.answer_to) == ("St Mary's hall", "Asha")
    assert session.points == ["It is too loud.", "Nobody says how long it takes."]
    assert sorted(one.text for one in session.ideas.all()) == ["A shelf for bags.", "Softer doors."]
    line = session.project.activity.first()
    assert line.what == "corrected what is written of a session with"


def test_the_same_again_changes_nothing(signed_in, url, session, lead, project):
    client = signed_in(lead)
    before = project.activity.count()
    client.post(url, typed_in(client, url))

    assert project.activity.count() == before


def test_its_ideas_answer_the_question_that_it_answers(signed_in, url, session, lead, project):
    question, client = factories.make_question(project), signed_in(lead)
    client.post(url, typed_in(client, url) | {"question": question.pk})

    assert {one.question for one in session.ideas.all()} == {question}


def test_two_at_once_see_both(signed_in, url, session, lead, project):
    client = signed_in(lead)
    typed = typed_in(client, url)
    session.change(by=lead, where="The library")
    response = client.post(url, typed | {"where": "The town hall"})

    assert response.status_code == 409
    page = Page(response)
    assert "The library" in page.text("meanwhile")
    assert page.values["where"] == "The town hall"
    again = {name: value for name, value in page.values.items() if name}
    assert client.post(url, again).status_code == 302
    session.refresh_from_db()
    assert session.where == "The town hall"


def test_who_wrote_it_down_or_a_lead_because_small_numbers_show(
    signed_in, others, url, project, participant
):
    own = factories.make_session(project, by=participant)

    assert others(signed_in, "get", url) == [403, 403, 403, 404]
    assert signed_in(participant).get(f"{own.get_absolute_url()}change/").status_code == 200
