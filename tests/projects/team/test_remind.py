from datetime import timedelta

import pytest
from django.utils import timezone

from outbox.models import Message
from projects.team.models import Invitation
from tests.factories import code_mailed, make_invitation


@pytest.fixture
def made(project):
    return make_invitation(project, email="joan@collab.example")


def url(invitation):
    return f"/projects/{invitation.project_id}/team/invitation/{invitation.pk}/remind/"


def test_a_reminder_is_sent_once_and_both_links_work(signed_in, client, lead, made):
    invitation, first = made
    for _time in range(2):
        signed_in(lead).post(url(invitation))

    invitation.refresh_from_db()
    assert Message.objects.filter(address="joan@collab.example").count() == 2
    assert invitation.reminded_at is not None
    for code in (first, code_mailed()):
        assert client.get(f"/join/invitation/{code}/").status_code == 200


def test_after_its_time_a_reminder_gives_six_more_weeks(signed_in, client, lead, made):
    invitation, code = made
    yesterday = timezone.localdate() - timedelta(days=1)
    Invitation.objects.update(answer_by=yesterday, reminded_at=timezone.now())
    assert client.get(f"/join/invitation/{code}/").status_code == 404
    signed_in(lead).post(url(invitation))

    invitation.refresh_from_db()
    assert invitation.answer_by == timezone.localdate() + timedelta(weeks=6)
    assert client.get(f"/join/invitation/{code}/").status_code == 200


def test_there_is_no_e_mail_to_send_again_to_someone_without(signed_in, lead, project):
    invitation, _code = make_invitation(project)

    assert signed_in(lead).post(url(invitation)).status_code == 404


def test_who_may(signed_in, involvement, participant, outsider, made):
    assert signed_in(participant).post(url(made[0])).status_code == 403
    assert signed_in(outsider).post(url(made[0])).status_code == 404
    assert Message.objects.count() == 1
    assert signed_in(involvement).post(url(made[0])).status_code == 302
    assert Message.objects.count() == 2


def test_only_a_press_sends_it(signed_in, lead, made):
    assert signed_in(lead).get(url(made[0])).status_code == 405
    assert Message.objects.count() == 1


def test_who_does_not_lead_sends_no_link_that_makes_a_lead(signed_in, lead, involvement, project):
    asked, _code = make_invitation(project, role="lead", email="joan@collab.example")

    assert signed_in(involvement).post(url(asked)).status_code == 403
    assert Message.objects.count() == 1
    assert signed_in(lead).post(url(asked)).status_code == 302
    assert Message.objects.count() == 2
