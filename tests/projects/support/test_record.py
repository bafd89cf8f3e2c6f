from datetime import timedelta

import pytest
from django.utils import timezone

from projects.models import Hand
from tests.factories import make_member, make_project
from tests.projects.support.conftest import GROUP


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/support/record/"


def test_for_a_person_who_asked(signed_in, lead, project, moira, url):
    client = signed_in(lead)
    typed = {"whose": "person", "member": moira.pk}
    refused = client.post(url, typed)
    assert "Only write for someone who asked you, or was with you." in refused.text
    assert Hand.objects.count() == 0

    response = client.post(url, typed | {"asked": "on"})
    hand = Hand.objects.get()
    assert response.url == project.get_absolute_url()
    assert (hand.how, hand.typed_by, hand.member, hand.is_group) == ("record", lead, moira, False)
    assert timedelta(hours=3, minutes=59) < hand.until - timezone.now() <= timedelta(hours=4)
    assert "You are writing for Moira Bell." in client.get(response.url).text


def test_for_a_group(signed_in, participant, url):
    client = signed_in(participant)
    response = client.post(url, GROUP)

    hand = Hand.objects.get()
    assert (hand.group, hand.people, hand.met, hand.perspective) == (
        "Tuesday carers' group",
        12,
        "2026-05-03",
        "carer",
    )
    words = "You are writing for Tuesday carers&#39; group, 12 people, 3 May 2026."
    assert words in client.get(response.url).text


def test_a_group_needs_a_name(signed_in, participant, url):
    text = signed_in(participant).post(url, {"whose": "group", "group": ""}).text

    assert "Write something here." in text
    assert Hand.objects.count() == 0


def test_the_same_people_again_are_the_same_hand(signed_in, lead, moira, url, project):
    client = signed_in(lead)
    for typed in (GROUP, {"whose": "person", "member": moira.pk, "asked": "on"}) * 2:
        client.post(url, typed)
        client.post(f"/projects/{project.pk}/support/stop/")

    assert Hand.objects.count() == 2


def test_not_for_oneself_nor_for_who_looks_on_nor_for_someone_elsewhere(
    signed_in, lead, project, observer, url
):
    elsewhere = make_member(make_project(project.organisation))
    here = project.memberships
    client = signed_in(lead)
    for place in (here.get(user=lead), here.get(user=observer), elsewhere):
        typed = {"whose": "person", "member": place.pk, "asked": "on"}
        assert client.post(url, typed).status_code == 200
    assert Hand.objects.count() == 0


def test_one_at_a_time(recording, url):
    assert "Not while you write for someone" in recording().get(url).text


def test_who_may_write_for_others(signed_in, observer, involvement, outsider, helper, support, url):
    people = ((observer, 403), (involvement, 403), (helper, 403), (outsider, 404))
    for person, status in people:
        client = signed_in(person)
        assert client.get(url).status_code == status
        assert client.post(url, GROUP).status_code == status
    assert Hand.objects.count() == 0


def test_who_only_looks_on_by_now_writes_for_nobody(recording, lead, project, moira, item):
    client = recording()
    moira.change(by=lead, role="lead")
    project.memberships.get(user=lead).change(by=moira.user, role="observer")
    mark = Hand.objects.get().pk
    response = client.post(
        f"/projects/{project.pk}/checklist/{item.pk}/answer/",
        {"value": "done", "written_for": mark},
    )

    assert response.status_code == 403
    item.refresh_from_db()
    assert item.value == ""
