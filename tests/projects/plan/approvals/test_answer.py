import pytest

from outbox.models import Message
from tests.reading import Page


@pytest.fixture
def form(url, approval):
    return url + f"approvals/{approval.pk}/answer/"


@pytest.fixture
def said(approval, days):
    return {
        "state": "had", "answered_by": "The board in May", "reference": "Paper 12", "because": "",
        "opened_at": str(approval.version), **days.typed("answered_on", days(0)),
    }  # fmt: skip


def test_a_yes_with_its_reference_and_the_team_hears(
    signed_in, lead, participant, approval, form, said, days
):
    signed_in(lead).post(form, said)

    approval.refresh_from_db()
    assert (approval.state, approval.answered_on, approval.reference) == (
        "had", days(0), "Paper 12",
    )  # fmt: skip
    told = Message.objects.get(to=participant).text
    assert told == "The board: The second room\n\nThey said yes"
    assert "Paper 12" in Page(signed_in(lead).get(form)).values["reference"]


@pytest.mark.parametrize("state", ["refused", "not_needed"])
def test_a_no_says_why(signed_in, lead, approval, form, said, state):
    page = Page(signed_in(lead).post(form, said | {"state": state}))
    assert "Write why." in page.text("id_because-error")
    signed_in(lead).post(form, said | {"state": state, "because": "No money."})

    approval.refresh_from_db()
    assert (approval.state, approval.because) == (state, "No money.")


def test_a_day_that_has_not_come(signed_in, lead, approval, form, said, days):
    page = Page(signed_in(lead).post(form, said | days.typed("answered_on", days(2))))

    assert "This day has not come yet." in page.text("id_answered_on-error")


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, approval, form, said):
    approval.answer("refused", by=lead, because="Not now.")
    response = signed_in(lead).post(form, said)

    assert response.status_code == 409
    assert "What you wrote Yes What is there now No" in Page(response).text("meanwhile")


def test_others_may_not(signed_in, participant, form, said):
    assert signed_in(participant).post(form, said).status_code == 403
