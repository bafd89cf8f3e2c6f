import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.codes import new_code
from accounts.models import User
from outbox.models import Message
from projects.team.models import Invitation, InvitationCode
from tests.factories import make_invitation, make_request


@pytest.fixture
def made(project):
    project.organisation.contact_phone = "01632 960045"
    project.organisation.save()
    return make_invitation(project, name="Joan", offer="Your bus fare.")


@pytest.fixture
def url(made):
    return f"/join/invitation/{made[1]}/"


def state(invitation):
    invitation.refresh_from_db()
    row = {name: value for name, value in vars(invitation).items() if not name.startswith("_")}
    return row, list(InvitationCode.objects.values()), Message.objects.count()


def test_it_says_everything_in_plain_words(client, lead, project, url):
    page = client.get(url).text

    for said in (
        f"{lead.name} asks you, for Riverside Health",
        project.title,
        project.idea,
        "You know this service.",
        "Your bus fare.",
        "Only the team and the involvement team see it.",
        "Nothing changes in your care or in your work.",
        'Phone: <a href="tel:01632960045">01632 960045</a>.',
        "Please answer by",
    ):
        assert said in page, said
    assert "Joan" not in page


def test_in_easy_read_too(client, url):
    client.cookies["display"] = "easy-normal-normal"
    page = client.get(url).text

    assert "Your care stays the same. Your work stays the same." in page


def test_scanners_that_open_the_link_change_nothing(client, made, url):
    before = state(made[0]), User.objects.count()
    for address in (url, url + "accept/", url + "decline/"):
        for ask in (client.get, client.head, client.options):
            ask(address, headers={"User-Agent": "scanner"})

    assert (state(made[0]), User.objects.count()) == before
    assert client.get(url).status_code == 200


ENDS = {
    "used": ({"accepted_at": timezone.now()}, "Someone has said yes with it already."),
    "refused": ({"declined_at": timezone.now()}, "You said no."),
    "taken back": ({"withdrawn_at": timezone.now()}, "have taken it back."),
    "too late": (
        {"answer_by": timezone.localdate() - timedelta(days=1)},
        "The time to answer is over.",
    ),
}


@pytest.mark.parametrize("how", ENDS)
def test_a_code_that_has_ended_explains_itself_and_tells_nothing_else(
    client, lead, project, made, url, how
):
    fields, said = ENDS[how]
    Invitation.objects.update(**fields)
    response = client.get(url)

    assert response.status_code == 404
    assert said in response.text
    assert project.title not in response.text
    assert lead.name not in response.text


def test_a_used_code_leads_those_with_a_code_of_their_own_to_it(client, made, url):
    words = "Type that one. Lost it? Ask your lead for a new one."
    Invitation.objects.update(withdrawn_at=timezone.now())
    assert words not in client.get(url).text
    Invitation.objects.update(withdrawn_at=None, accepted_at=timezone.now())

    assert words in client.get(url).text


def test_a_used_code_still_asks_for_a_new_one_and_the_lead_is_told(client, lead, made, url):
    Invitation.objects.update(accepted_at=timezone.now())
    assert "It was not me" in client.get(url).text
    client.post(url, {"again": "yes"})

    [message] = Message.objects.filter(to=lead)
    assert message.subject == "Someone asks for a new invitation"


def test_a_code_we_do_not_know_leads_back_to_typing_it(client, db):
    page = client.get(f"/join/invitation/{new_code()}/").text

    assert "Type the code again" in page
    assert "Ask for a new invitation" not in page


def test_whoever_said_no_and_asks_again_is_marked_in_the_team(
    client, signed_in, lead, project, made, url
):
    made[0].decline()
    client.post(url, {"again": "yes"})

    assert "Asks for a new invitation" in signed_in(lead).get(f"/projects/{project.pk}/team/").text


def test_a_yes_to_a_request_says_so_first(client, lead, project, url):
    asked, code = make_request(project)
    asked.confirm(by=lead, role="participant", offer="", reply="We are glad.")
    page = client.get(f"/join/invitation/{code}/").text

    heading, wrote, reply = "Good news: the team says yes</h1>", "What they wrote to you", "glad."
    assert page.index(heading) < page.index(wrote) < page.index(reply)
    assert "Why we ask you" not in page
    ordinary = client.get(url).text
    assert "Good news" not in ordinary
    assert "Why we ask you" in ordinary


def test_of_a_closed_project_too(client, lead, project, url):
    project.turn("complete", by=lead, because="Done.")

    assert "The project has ended." in client.get(url).text


def without_code(response):
    lines = response.text.splitlines()
    kept = [line for line in lines if "csrf" not in line and "nonce" not in line]
    return [re.sub(r"[A-Z0-9]{12}", "CODE", line) for line in kept]


def test_no_link_hands_the_code_on(client, url):
    """Whoever asks for the page another way tells us where they were: never with the code."""
    page = client.get(url).text

    assert '/needs/another-way/?page=/join/"' in page


def test_asking_for_a_new_one_looks_the_same_whatever_the_code(client, lead, made, url):
    Invitation.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
    known = client.post(url, {"again": "yes"})
    unknown = client.post(f"/join/invitation/{new_code()}/", {"again": "yes"})

    assert known.status_code == unknown.status_code == 404
    assert without_code(known) == without_code(unknown)
    [message] = Message.objects.filter(to=lead)
    assert (message.subject, message.at_once) == ("Someone asks for a new invitation", True)


def test_it_is_told_to_the_lead_once_a_day_and_shown_in_the_team(
    client, signed_in, lead, project, made, url
):
    Invitation.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
    for _press in range(3):
        client.post(url, {"again": "yes"})

    assert Message.objects.filter(to=lead).count() == 1
    team = signed_in(lead).get(f"/projects/{project.pk}/team/").text
    assert "Asks for a new invitation" in team


def test_after_the_asker_has_gone_the_leads_are_told(client, involvement, lead, project):
    invitation, code = make_invitation(project, by=involvement)
    project.organisation.involvement_team.remove(involvement)
    invitation.withdraw(by=lead)
    client.post(f"/join/invitation/{code}/", {"again": "yes"})

    assert [message.to for message in Message.objects.all()] == [lead]
