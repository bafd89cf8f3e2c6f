import pytest

from tests.reading import Page

NONE = {
    f"{name}_{part}": "" for name in ("needed_by", "asked_on") for part in ("day", "month", "year")
}
SENT = {"who": "The board", "what_for": "The money", "opened_at": "", **NONE}


def test_a_lead_writes_down_whose_yes_is_needed(signed_in, lead, project, url, days):
    response = signed_in(lead).post(
        url + "approvals/new/", SENT | days.typed("needed_by", days(30))
    )

    approval = project.approvals.get()
    assert response.url == approval.get_absolute_url()
    assert (approval.who, approval.needed_by, approval.state) == ("The board", days(30), "needed")
    signed_in(lead).post(url + "approvals/new/", SENT | days.typed("needed_by", days(30)))
    assert project.approvals.count() == 1


@pytest.mark.parametrize("name", ["who", "what_for"])
def test_what_is_missing_is_said(signed_in, lead, project, url, name):
    page = Page(signed_in(lead).post(url + "approvals/new/", SENT | {name: ""}))

    assert "Write something here." in page.text(f"id_{name}-error")
    assert not project.approvals.exists()


@pytest.mark.parametrize(("who", "status"), [("participant", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, project, url, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.post(url + "approvals/new/", SENT).status_code == status
