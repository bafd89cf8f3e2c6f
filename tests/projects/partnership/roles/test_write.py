from datetime import date

import pytest

from projects.partnership.models import MeetingRole
from tests.reading import Page


@pytest.fixture
def url(base):
    return f"{base}/roles/write/"


DAY = {"on_day": 1, "on_month": 5, "on_year": 2026}


def test_a_member_writes_down_who_did_what(signed_in, participant, project, url):
    ben = project.memberships.get(user=participant)
    form = DAY | {"chair": ben.pk, "notes": "other", "notes_other": "The ward clerk"}
    client = signed_in(participant)
    client.post(url, form)
    client.post(url, form)

    rows = {row.role: row.who for row in MeetingRole.objects.all()}
    assert rows == {"chair": "Ben Participant", "notes": "The ward clerk"}
    assert project.activity.filter(what="wrote down who did what in").count() == 1
    page = Page(client.get(f"{url}?on=2026-05-01"))
    assert (page.values["chair"], page.values["notes_other"]) == (str(ben.pk), "The ward clerk")


def test_writing_again_replaces_that_day_and_nothing_takes_it_away(
    signed_in, lead, participant, project, url
):
    ben = project.memberships.get(user=participant)
    client = signed_in(lead)
    client.post(url, DAY | {"chair": ben.pk})
    client.post(url, DAY | {"notes": ben.pk})
    assert [row.role for row in MeetingRole.objects.filter(on=date(2026, 5, 1))] == ["notes"]
    client.post(url, DAY)
    assert not MeetingRole.objects.exists()


def test_what_is_wrong_is_said(signed_in, lead, url):
    page = Page(signed_in(lead).post(url, {"chair": "other"}))

    assert "Write who it was." in page.text("id_chair_other-error")
    assert "Write something here." in page.text("id_on-error")


def test_an_address_with_no_day_is_an_empty_form(signed_in, lead, url):
    assert signed_in(lead).get(f"{url}?on=never").status_code == 200


def test_others_may_not(signed_in, observer, url):
    assert signed_in(observer).get(url).status_code == 403
