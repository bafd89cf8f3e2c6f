from datetime import date, timedelta

import pytest
from django.utils import timezone

from projects.partnership.models.roles import note_roles
from projects.partnership.roles.rotation import rotation_of
from tests import factories
from tests.factories import make_member, make_user


@pytest.fixture
def url(base):
    return f"{base}/roles/"


@pytest.fixture
def staff(project):
    return [
        make_member(project, perspective="staff", user=make_user(f"Staff {number}"))
        for number in range(5)
    ]


def meet(project, lead, **roles):
    for number, rest in enumerate(zip(*roles.values(), strict=True), start=1):
        chosen = dict(zip(roles, rest, strict=True))
        note_roles(project, by=lead, on=date(2026, 5, number), **chosen)


def test_all_chaired_by_staff(project, lead, staff):
    meet(project, lead, chair=staff)

    assert rotation_of(project) == ["The last 5 meetings were all run by staff."]


def test_the_same_person_and_different_people(project, lead, participant, staff):
    ben = project.memberships.get(user=participant)
    meet(project, lead, chair=[staff[0], staff[0], staff[0]], notes=[ben, staff[1], staff[2]])

    assert rotation_of(project) == [
        "The same person ran the last 3 meetings.",
        "Different people took notes each time.",
    ]


def test_it_goes_round_or_is_with_those_who_use_services(project, lead, participant, staff):
    ben = project.memberships.get(user=participant)
    carer = make_member(project, perspective="carer")
    meet(project, lead, chair=[ben, carer, ben], agenda=[staff[0], ben, staff[0]])

    assert rotation_of(project) == [
        "The last 3 meetings were all run by people who use services or carers.",
        "Setting the agenda goes round between people.",
    ]


def test_one_meeting_says_nothing_yet(project, lead, staff):
    meet(project, lead, chair=staff[:1])

    assert rotation_of(project) == []


def test_the_table_names_who_did_what(signed_in, lead, participant, project, url, staff):
    note_roles(project, by=lead, on=date(2026, 5, 1), chair=staff[0], notes="The ward clerk")
    text = signed_in(participant).get(url).text

    assert "1 May 2026" in text
    assert "Staff 0" in text
    assert "The ward clerk" in text


def test_empty(signed_in, lead, observer, project, url):
    assert "No meeting is written down yet" in signed_in(observer).get(url).text


def test_the_same_queries_with_one_and_with_three(signed_in, lead, project, url, queries, staff):
    meet(project, lead, chair=staff[:1])
    one = queries(signed_in(lead), url)
    meet(project, lead, chair=staff[:3])

    assert queries(signed_in(lead), url) == one


def test_what_the_page_of_a_closed_meeting_says_counts_too(project, lead, staff, signed_in, url):
    for days, chair in ((-21, staff[0]), (-14, staff[1]), (7, staff[2])):
        meeting = factories.make_meeting(
            project, by=lead, days=days, what_for=f"In {days} days", roles={"chair": chair}
        )
        if days < 0:
            meeting.close(by=lead, opened_at=None, text="# The room\n\nIt is warm.")
    note_roles(project, by=lead, on=timezone.localdate() - timedelta(days=3), chair=staff[3])
    text = signed_in(lead).get(url).text

    assert rotation_of(project) == ["The last 3 meetings were all run by staff."]
    assert text.count('<tr id="meeting-') == 3
    assert f'href="{project.meetings.order_by("starts_at").first().get_absolute_url()}"' in text
    assert "Staff 2" not in text
