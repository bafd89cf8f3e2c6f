from datetime import timedelta

import pytest
from django.utils import timezone

from projects.team.models import Invitation
from tests.factories import make_invitation, make_member, make_user


@pytest.fixture
def made(project):
    return make_invitation(project, name="Joan", email="joan@collab.example")


def url(invitation):
    return f"/projects/{invitation.project_id}/team/invitation/{invitation.pk}/on-paper/"


def test_who_does_not_answer_an_e_mail_is_asked_by_letter(signed_in, client, lead, made):
    invitation, code = made
    page = signed_in(lead).get(
        f"/projects/{invitation.project_id}/team/invitation/{invitation.pk}/"
    )
    response = signed_in(lead).post(url(invitation), {"post_to": "1 High Street"})

    invitation.refresh_from_db()
    letter = f"/projects/{invitation.project_id}/team/invitation/{invitation.pk}/letter/"
    assert url(invitation) in page.text
    assert response.url == letter
    assert (invitation.way, invitation.email, invitation.post_to) == ("post", "", "1 High Street")
    assert "There is a newer letter." in client.get(f"/join/invitation/{code}/").text
    printed = signed_in(lead).post(letter, {"words": "plain", "again": "yes"})
    assert printed["Content-Type"] == "application/pdf"


def test_without_an_address_the_letter_is_handed_over(signed_in, lead, made):
    invitation, _code = made
    signed_in(lead).post(url(invitation), {"post_to": ""})

    invitation.refresh_from_db()
    assert (invitation.way, invitation.codes.get().proves) == ("in_person", "")


def test_a_letter_after_its_time_gives_six_more_weeks(signed_in, lead, made):
    invitation, _code = made
    Invitation.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
    signed_in(lead).post(url(invitation), {"post_to": ""})

    invitation.refresh_from_db()
    assert not invitation.has_run_out


def test_looking_at_the_page_changes_nothing(signed_in, client, lead, made):
    invitation, code = made
    assert "Ask Joan by letter" in signed_in(lead).get(url(invitation)).text
    assert client.get(f"/join/invitation/{code}/").status_code == 200


def test_what_is_on_paper_already_and_what_opens_a_place_has_no_such_page(signed_in, lead, project):
    on_paper, _code = make_invitation(project)
    member = make_member(project, user=make_user(email=None))
    Invitation.connect(member, "new@collab.example", by=lead)
    connecting = project.invitations.get(connects=member)

    for asked in (on_paper, connecting):
        assert signed_in(lead).post(url(asked), {"post_to": "1 High Street"}).status_code == 404


def test_who_may(signed_in, involvement, participant, outsider, project, made):
    invitation, _code = made
    asked_to_lead, _code = make_invitation(project, role="lead", email="jo@collab.example")

    assert signed_in(participant).post(url(invitation)).status_code == 403
    assert signed_in(outsider).post(url(invitation)).status_code == 404
    assert signed_in(involvement).get(url(invitation)).status_code == 200
    assert signed_in(involvement).post(url(asked_to_lead)).status_code == 403
