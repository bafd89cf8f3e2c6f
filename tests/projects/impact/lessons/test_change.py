import pytest

from tests.reading import Page


@pytest.fixture
def form(room, lesson):
    return f"{room}{lesson.pk}/change/"


def opened(client, form):
    return Page(client.get(form)).values["opened_at"]


def test_who_wrote_it_changes_it_but_only_a_lead_puts_it_on_the_shelf(
    signed_in, lead, participant, lesson, form, typed
):
    for person, on_shelf in ((participant, False), (lead, True)):
        client = signed_in(person)
        at = opened(client, form)
        client.post(form, typed | {"opened_at": at, "sharing": "shelf", "worked": f"{on_shelf}"})
        lesson.refresh_from_db()
        assert (lesson.is_on_shelf, lesson.worked) == (on_shelf, f"{on_shelf}")


def test_two_at_once_see_both_texts(signed_in, lead, participant, lesson, form, typed):
    at = opened(signed_in(lead), form)
    signed_in(participant).post(form, typed | {"opened_at": at, "text": "By day."})
    response = signed_in(lead).post(form, typed | {"opened_at": at, "text": "By phone."})

    assert response.status_code == 409
    assert ("By day." in response.text, "By phone." in response.text) == (True, True)
    lesson.refresh_from_db()
    assert lesson.text == "By day."


def test_what_is_gone_is_said_so(signed_in, lead, lesson, room, form, typed):
    lesson.take_away(by=lead)

    assert signed_in(lead).post(form, typed).url == room
    assert signed_in(lead).get(f"{room}999/change/").status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("other_member", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, lesson, form, typed, who, status):
    assert signed_in(request.getfixturevalue(who)).post(form, typed).status_code == status
    lesson.refresh_from_db()
    assert lesson.worked == ""
