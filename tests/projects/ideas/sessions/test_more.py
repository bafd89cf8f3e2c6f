import pytest

from tests.reading import Page


@pytest.fixture
def url(session):
    return f"{session.get_absolute_url()}more/"


def texts(session):
    return [one.text for one in session.ideas.order_by("pk")]


def test_further_ideas_later_by_whoever_types(signed_in, url, session, participant):
    client = signed_in(participant)
    after = Page(client.get(url)).values["after"]
    typed = {"after": after, "row-0-text": "Tea.", "row-4-text": "Tea."}
    first, second = client.post(url, typed), client.post(url, typed)

    assert first.url == second.url == session.get_absolute_url()
    assert texts(session) == ["Softer doors.", "A shelf for bags.", "Tea.", "Tea."]
    assert session.ideas.last().written_by is not None
    assert session.ideas.filter(written_by=participant).count() == 2


def test_two_people_add_at_the_same_time(signed_in, url, session, participant, lead):
    typed = {"after": str(session.ideas.order_by("pk").last().pk), "row-0-text": "Tea."}
    signed_in(participant).post(url, typed)
    signed_in(lead).post(url, typed)

    assert texts(session)[2:] == ["Tea.", "Tea."]


def test_more_rows_and_mistakes_keep_what_was_typed(signed_in, url, session, participant):
    client = signed_in(participant)
    more = Page(client.post(url, {"after": "7", "row-0-text": "Tea.", "more": "1"}))
    wrong = client.post(url, {"after": "7", "row-0-text": "Tea.", "row-1-text": "\u202e"})
    bare = client.post(url, {"after": "7"})

    assert (more.values["after"], more.values["row-0-text"]) == ("7", "Tea.")
    assert "row-11" in more.texts
    assert Page(wrong).values["row-0-text"] == "Tea."
    assert "id_row-1-text-error" in Page(wrong).texts
    assert "Write something in at least one row." in bare.text
    assert len(texts(session)) == 2


def test_who_may(signed_in, others, url):
    assert others(signed_in, "post", url, {"row-0-text": "x"}) == [302, 403, 403, 404]
