import pytest

from tests.projects.plan.approvals.test_new import SENT
from tests.reading import Page


@pytest.fixture
def form(project, approval):
    return f"/projects/{project.pk}/plan/approvals/{approval.pk}/change/"


def test_a_lead_changes_it(signed_in, lead, approval, form):
    response = signed_in(lead).post(form, SENT | {"opened_at": str(approval.version)})

    approval.refresh_from_db()
    assert response.url == approval.get_absolute_url()
    assert approval.what_for == "The money"


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, approval, form):
    sent = SENT | {"opened_at": str(approval.version)}
    approval.change(by=lead, what_for="The room")
    response = signed_in(lead).post(form, sent)

    page = Page(response)
    assert response.status_code == 409
    assert "What you wrote The money What is there now The room" in page.text("meanwhile")


def test_others_may_not(signed_in, participant, form):
    assert signed_in(participant).post(form, SENT).status_code == 403
