from datetime import date

import pytest

from tests.factories import make_member


@pytest.fixture
def url(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/give/"


def typed(member, day="1", month="12", year="2026"):
    return {"membership": member, "due_on_day": day, "due_on_month": month, "due_on_year": year}


def test_a_lead_gives_an_item_to_a_member_with_a_date(signed_in, lead, project, item, url):
    member = make_member(project)
    signed_in(lead).post(url, typed(member.pk))

    item.refresh_from_db()
    assert (item.given_to, item.due_on) == (member, date(2026, 12, 1))


def test_and_takes_it_back(signed_in, lead, project, item, url):
    item.give(make_member(project), by=lead)
    signed_in(lead).post(url, typed("", "", "", ""))

    item.refresh_from_db()
    assert item.given_to is None


def test_a_date_that_does_not_exist_is_said_next_to_the_field(signed_in, lead, project, item, url):
    member = make_member(project)
    page = signed_in(lead).post(url, typed(member.pk, "31", "2", "2026")).text

    assert "This is not a real date." in page
    assert 'value="31"' in page
    item.refresh_from_db()
    assert item.given_to is None


def test_a_month_may_have_its_name(signed_in, lead, project, item, url):
    signed_in(lead).post(url, typed(make_member(project).pk, month="Dec"))

    item.refresh_from_db()
    assert item.due_on == date(2026, 12, 1)


def test_a_date_needs_a_person(signed_in, lead, item, url):
    page = signed_in(lead).post(url, typed("")).text

    assert "Choose who looks at it, or leave the date empty." in page
    item.refresh_from_db()
    assert item.due_on is None


def test_it_cannot_be_given_to_someone_outside_the_team(signed_in, lead, item, url, other_lead):
    outside = other_lead.memberships.get()
    signed_in(lead).post(url, typed(outside.pk))

    item.refresh_from_db()
    assert item.given_to is None


def test_who_may(signed_in, participant, outsider, url):
    assert signed_in(participant).post(url, typed("")).status_code == 403
    assert signed_in(outsider).post(url, typed("")).status_code == 404
