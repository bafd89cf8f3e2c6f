import pytest


@pytest.fixture
def press(url, row):
    return f"{url}{row.pk}/take-away/"


def test_a_lead_is_asked_first_and_versions_still_have_it(
    signed_in, lead, project, row, keep, press, url
):
    kept = keep()
    assert "Take this group out of the check?" in signed_in(lead).get(press).text
    assert project.checked_groups.exists()

    assert signed_in(lead).post(press).url == url
    assert not project.checked_groups.exists()
    kept.refresh_from_db()
    assert [one["name"] for one in kept.rows] == ["Carers"]
    assert project.activity.first().subject == "Carers"


def test_gone_already_leads_to_the_check(signed_in, lead, row, press, url):
    signed_in(lead).post(press)

    assert signed_in(lead).get(press).url == url
    assert signed_in(lead).post(press).url == url
    assert signed_in(lead).post(f"{url}999/take-away/").status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, row, press, who, status):
    assert signed_in(request.getfixturevalue(who)).post(press).status_code == status
    assert project.checked_groups.exists()
