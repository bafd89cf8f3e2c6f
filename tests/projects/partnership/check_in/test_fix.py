import pytest

from projects.plan.models import Action
from tests.reading import Page


@pytest.fixture
def closed(check_in, members, answer_all, lead):
    answer_all(members[:6], [1] * 6)
    check_in.close(by=lead)
    return check_in


@pytest.fixture
def url(closed, base):
    return f"{base}/check-in/{closed.pk}/fix/"


def test_the_one_thing_becomes_something_to_do(signed_in, members, closed, url):
    client = signed_in(members[2].user)
    assert "Try more Purpose." in client.get(url).text
    form = {
        "what": "Start a word list",
        "owner": members[5].pk,
        "due_month": "6",
        "due_year": "2027",
    }
    response = client.post(url, form)
    client.post(url, form | {"what": "Another"})

    action = Action.objects.get()
    assert (action.what, action.owner, action.due) == ("Start a word list", members[5], "2027-06")
    closed.refresh_from_db()
    assert (closed.action, response.url) == (action, closed.get_absolute_url())
    assert "Start a word list" in client.get(closed.get_absolute_url()).text


def test_something_has_to_be_said(signed_in, lead, url):
    assert "Write something here." in Page(signed_in(lead).post(url, {"what": ""})).text(
        "id_what-error"
    )


def test_not_while_it_is_open(signed_in, lead, check_in, base):
    assert signed_in(lead).get(f"{base}/check-in/{check_in.pk}/fix/").status_code == 404
