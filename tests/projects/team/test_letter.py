import re
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.utils import timezone
from freezegun import freeze_time
from page import validate_pdf_bytes

from accounts.codes import digest_of, tidy
from projects.team.models import InvitationCode
from tests.factories import make_invitation
from tests.projects.team.papers import text_of


@pytest.fixture
def invitation(project):
    project.organisation.contact_phone = "01632 960045"
    project.organisation.contact_address = "The Old School\nExampleton"
    project.organisation.save()
    fields = {"name": "Joan Guest", "post_to": "1 High Street\nExampleton", "offer": "Your fare."}
    return make_invitation(project, **fields)[0]


@pytest.fixture
def url(invitation):
    return f"/projects/{invitation.project_id}/team/invitation/{invitation.pk}/letter/"


AGAIN = {"words": "plain", "again": "yes"}
"""The factory has printed the first one a moment ago."""


def code_in(pdf):
    return re.search(r"[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}", text_of(pdf)).group()


def test_the_letter_says_everything_and_is_tagged(signed_in, lead, invitation, url):
    response = signed_in(lead).post(url, AGAIN)
    text = text_of(response.content)

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == (
        f'attachment; filename="invitation-{invitation.pk}.pdf"'
    )
    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    for said in (
        "Joan Guest",
        "1 High Street",
        "Asha Lead asks you",
        "A calmer waiting room",
        "Open on Saturdays.",
        "You know this service.",
        "Your fare.",
        "What people will see of you",
        "You may say no",
        "Please answer by",
        "testserver/join",
        "My answer",
        "Please phone me.",
        "The Old School",
        "01632 960045",
    ):
        assert said in text, said


def test_each_letter_has_a_code_of_its_own_and_the_one_before_stops(
    signed_in, client, lead, invitation, url
):
    made_first = invitation.codes.get()
    first = code_in(signed_in(lead).post(url, AGAIN).content)
    second = code_in(signed_in(lead).post(url, AGAIN | {"words": "easy"}).content)

    made_first.refresh_from_db()
    assert made_first.ended_at is not None
    assert client.get(f"/join/invitation/{tidy(first)}/").status_code == 404
    assert "There is a newer letter." in client.get(f"/join/invitation/{tidy(first)}/").text
    assert client.get(f"/join/invitation/{tidy(second)}/").status_code == 200
    assert InvitationCode.objects.get(digest=digest_of(tidy(second))).proves == ""


def test_no_letter_is_kept(signed_in, lead, url, settings, tmp_path, monkeypatch):
    kept = []
    monkeypatch.setattr(caches["documents"], "set", lambda *what, **more: kept.append(what))
    signed_in(lead).post(url, AGAIN)

    assert kept == []


def test_looking_at_the_page_makes_no_code(signed_in, lead, invitation, url):
    page = signed_in(lead).get(url).text

    assert invitation.codes.count() == 1
    assert "the code in the old one stops" in page


def test_who_may(signed_in, involvement, participant, outsider, url):
    assert signed_in(involvement).post(url, {"words": "plain"}).status_code == 200
    assert signed_in(participant).post(url, {"words": "plain"}).status_code == 403
    assert signed_in(outsider).post(url, {"words": "plain"}).status_code == 404


def test_a_second_press_is_asked_before_it_stops_the_first_letter(
    signed_in, client, lead, invitation, url
):
    first = code_in(signed_in(lead).post(url, AGAIN).content)
    asked = signed_in(lead).post(url, {"words": "easy"})

    assert "A letter was printed a moment ago. Print again?" in asked.text
    assert '<input type="hidden" name="again" value="yes">' in asked.text
    assert invitation.codes.count() == 2
    assert client.get(f"/join/invitation/{tidy(first)}/").status_code == 200


def test_an_hour_later_the_page_itself_says_it(signed_in, lead, invitation, url):
    with freeze_time(timezone.now() + timedelta(hours=1, minutes=1)):
        response = signed_in(lead).post(url, {"words": "plain"})

    assert response["Content-Type"] == "application/pdf"
    assert invitation.codes.count() == 2


@pytest.fixture
def mailed(project):
    return make_invitation(project, role="lead", email="joan@collab.example")[0]


def test_what_went_to_a_mailbox_is_not_printed_as_well(signed_in, lead, mailed):
    page = f"/projects/{mailed.project_id}/team/invitation/{mailed.pk}/"

    assert signed_in(lead).post(f"{page}letter/", AGAIN).status_code == 404
    assert "Print the letter" not in signed_in(lead).get(page).text
    assert mailed.codes.count() == 1


def test_who_does_not_lead_makes_no_code_for_a_lead(signed_in, lead, involvement, project):
    asked, _code = make_invitation(project, role="lead")
    page = f"/projects/{project.pk}/team/invitation/{asked.pk}/"

    assert signed_in(involvement).get(f"{page}letter/").status_code == 403
    assert signed_in(involvement).post(f"{page}letter/", AGAIN).status_code == 403
    assert "A lead of the project sees to this one." in signed_in(involvement).get(page).text
    assert asked.codes.count() == 1
    assert signed_in(lead).post(f"{page}letter/", AGAIN).status_code == 200
    assert asked.codes.count() == 2
