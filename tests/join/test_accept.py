import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.codes import digest_of, tidy
from accounts.models import User
from accounts.session_store import SHARED
from outbox.models import Message
from privacy.models import Agreement
from projects.models import PersonalCode
from projects.team.models import Invitation
from tests.factories import (
    code_mailed,
    make_invitation,
    make_member,
    make_project,
    make_user,
)

MARK = "a mark of this form"
TYPED = {"name": "Joan of the garden", "way": "email", "agreed": "on", "mark": MARK}
PAPER = TYPED | {"way": "post", "post_to": "1 High Street"}


def of(made):
    return f"/join/invitation/{made[1]}/accept/"


@pytest.fixture
def mailed(project):
    return make_invitation(project, name="Joan", email="joan@collab.example")


@pytest.fixture
def letter(project):
    return make_invitation(project, name="Joan")


def is_signed_in(client):
    return "_auth_user_id" in client.session


def numbers():
    return re.search(r"^\s*(\d{6})\s*$", mail.outbox[-1].body, re.MULTILINE)[1]


def code_shown(response):
    return re.search(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b", response.text).group()


# From the e-mail


def test_from_the_mail_they_are_in_and_signed_in(client, project, mailed):
    assert 'value="Joan"' in client.get(of(mailed)).text
    response = client.post(of(mailed), TYPED)

    joan = User.objects.get(email="joan@collab.example")
    member = project.memberships.get(user=joan)
    assert response.url == "/join/welcome/"
    assert (joan.name, joan.way) == ("Joan of the garden", "email")
    assert (member.role, member.perspective) == ("participant", "carer")
    assert client.get(project.get_absolute_url()).status_code == 200
    assert project.activity.latest("version").what == "joined the team"


def test_they_agree_to_the_privacy_words_of_today(client, project, mailed):
    page = client.post(of(mailed), TYPED | {"agreed": ""}).text
    assert "Tick this box to go on." in page
    assert User.objects.filter(email="joan@collab.example").count() == 0
    client.post(of(mailed), TYPED)

    agreement = Agreement.objects.get(person__email="joan@collab.example")
    assert agreement.statement.organisation == project.organisation


def test_what_the_lead_knew_of_them_is_forgotten(client, mailed):
    client.post(of(mailed), TYPED)

    invitation, _code = mailed
    invitation.refresh_from_db()
    assert [getattr(invitation, name) for name in Invitation.PERSONAL] == [""] * 5
    assert [code.proves for code in invitation.codes.all()] == [""]


def test_only_what_belongs_to_the_chosen_way_is_kept(client, mailed):
    typed = TYPED | {"way": "phone", "phone": "01632 960123", "post_to": "not chosen"}
    client.post(of(mailed), typed)

    joan = User.objects.get(email="joan@collab.example")
    assert (joan.way, joan.phone, joan.post_to) == ("phone", "01632 960123", "")


def test_a_phone_number_is_whole(client, mailed):
    page = client.post(of(mailed), TYPED | {"way": "phone", "phone": "12"}).text

    assert "Write the whole phone number, or choose another way." in page


def test_at_a_shared_computer_the_session_is_short(client, mailed):
    client.post(of(mailed), TYPED | {"shared": "on"})

    assert client.session[SHARED] is True


def test_someone_we_know_signs_in_first_and_joins_as_who_they_are(client, project):
    known = make_user("Joan Known", email="joan@collab.example")
    made = make_invitation(project, email="joan@collab.example")
    assert "You have an account here already" in client.get(of(made)).text
    response = client.post(of(made), TYPED)
    assert not is_signed_in(client)
    client.post("/accounts/login/code/confirm/", {"code": numbers(), "next": of(made)})

    assert "next=" in response.url
    assert "Join as Joan Known?" in client.get(of(made)).text
    assert client.post(of(made), {"agreed": "on"}).url == "/join/welcome/"
    assert project.memberships.filter(user=known).exists()
    known.refresh_from_db()
    assert known.name == "Joan Known"


def test_a_link_that_was_printed_as_well_proves_no_mailbox(client, project, mailed):
    """Someone invited by e-mail gets a letter too: its code has been in the lead's hands."""
    invitation, _code = mailed
    code = invitation.print_letter()
    client.post(f"/join/invitation/{code}/accept/", TYPED | {"email": "joan@collab.example"})

    assert not is_signed_in(client)
    assert project.memberships.count() == 1


# From the letter


def test_from_a_letter_without_e_mail_they_are_in_and_see_their_code(client, project, letter):
    response = client.post(of(letter), PAPER)
    assert response.url == "/join/keep-code/"

    member = project.memberships.get(perspective="carer")
    code = code_shown(client.get("/join/keep-code/"))
    assert (member.user.name, member.user.email, member.user.post_to) == (
        "Joan of the garden",
        None,
        "1 High Street",
    )
    assert member.code.digest == digest_of(tidy(code))
    assert client.get(project.get_absolute_url()).status_code == 200
    assert Client().post("/join/", {"code": code}).url == project.get_absolute_url()


def test_that_session_sees_this_project_only(client, project, letter):
    client.post(of(letter), PAPER)
    person = project.memberships.get(perspective="carer").user
    other = make_project(project.organisation, edition=project.edition)
    make_member(other, user=person)

    assert client.get(other.get_absolute_url()).status_code == 404


def test_an_address_that_is_only_typed_is_proved_by_numbers_first(client, project, letter):
    people = User.objects.count()
    response = client.post(of(letter), TYPED | {"email": "Joan@collab.example"})

    assert not is_signed_in(client)
    assert response.url == f"/join/invitation/{letter[1]}/numbers/"
    assert (User.objects.count(), Agreement.objects.count()) == (people, 0)
    assert project.memberships.count() == 1


def test_one_invitation_sends_numbers_to_few_addresses_and_makes_no_account(letter):
    people = User.objects.count()
    typed = [TYPED | {"email": f"stranger{number}@collab.example"} for number in range(6)]
    statuses = [Client().post(of(letter), each).status_code for each in typed]

    assert statuses == [302] * 5 + [429]
    assert (User.objects.count(), Agreement.objects.count()) == (people, 0)


def test_typing_someone_else_s_address_takes_nothing_over(client, project, letter, outsider):
    """And it looks exactly as with an address that nobody has."""
    answers = []
    for email in (outsider.email, "new@collab.example"):
        here = Client()
        response = here.post(of(letter), TYPED | {"email": email})
        answers.append((response.status_code, response.url, is_signed_in(here)))

    outsider.refresh_from_db()
    assert answers[0] == answers[1]
    assert answers[0][2] is False
    assert outsider.name == "Sam Stranger"
    assert project.memberships.count() == 1
    assert Agreement.objects.filter(person=outsider).count() == 0


def test_an_address_is_needed_when_they_choose_e_mail(client, letter):
    assert "Write your whole e-mail address" in client.post(of(letter), TYPED).text


# Someone is signed in


def test_signed_in_as_someone_they_are_asked_whether_to_join_as_them(
    signed_in, outsider, project, letter
):
    client = signed_in(outsider)
    page = client.get(of(letter)).text
    assert "Join as Sam Stranger?" in page
    assert "That is not me: sign out" in page
    assert project.memberships.filter(user=outsider).count() == 0
    client.post(of(letter), {"agreed": "on", "mark": MARK})

    assert project.memberships.get(user=outsider).role == "participant"
    assert PersonalCode.objects.count() == 0


def test_someone_in_the_team_already_stays_as_they_are(signed_in, participant, project, letter):
    signed_in(participant).post(of(letter), {"agreed": "on"})

    member = project.memberships.get(user=participant)
    assert member.perspective == "service_user"
    assert project.memberships.count() == 2


def test_a_session_of_a_code_on_paper_does_not_join_another_team(client, project, letter):
    client.post(of(letter), PAPER)
    other = make_project(project.organisation, edition=project.edition)
    made = make_invitation(other)
    page = client.post(of(made), {"agreed": "on"}).text

    assert "It is for one team only." in page
    assert "Sign out and go on" in page
    assert "Join as" not in page
    assert other.memberships.count() == 1
    client.post("/accounts/logout/", {"next": of(made)})
    assert "What name do you want to go by?" in client.get(of(made)).text


# Twice, and two at once


@pytest.mark.parametrize("typed", [TYPED, PAPER], ids=["by e-mail", "on paper"])
def test_a_double_click_is_one_yes_and_lets_them_in(project, mailed, letter, typed):
    """The second press leaves before the answer to the first has come: with no session yet."""
    made = mailed if typed == TYPED else letter
    first, second = Client(), Client()
    first.post(of(made), typed)
    second.post(of(made), typed)

    assert project.memberships.count() == 2
    for browser in (first, second):
        assert browser.get(project.get_absolute_url()).status_code == 200


def test_a_double_click_shows_one_code_whichever_answer_comes_last(project, letter):
    first, second = (code_shown(Client().post(of(letter), PAPER, follow=True)) for _press in "12")

    assert first == second
    assert not project.activity.filter(what="made a code for signing in for").exists()


def test_back_and_again_shows_the_same_code(client, project, letter):
    first = code_shown(client.post(of(letter), PAPER, follow=True))
    second = code_shown(client.post(of(letter), PAPER, follow=True))

    assert first == second
    assert Client().post("/join/", {"code": first}).url == project.get_absolute_url()
    assert project.memberships.count() == 2


def test_two_people_with_one_code_are_one_yes(project, letter):
    Client().post(of(letter), PAPER)
    other = Client()
    response = other.post(of(letter), PAPER | {"mark": "another form", "name": "Someone else"})

    assert response.status_code == 404
    assert "Someone has said yes with it already." in response.text
    assert not is_signed_in(other)
    assert not User.objects.filter(name="Someone else").exists()


def test_a_form_that_is_sent_again_much_later_lets_nobody_in(client, letter):
    Client().post(of(letter), PAPER)
    Invitation.objects.update(accepted_at=timezone.now() - timedelta(minutes=16))

    assert client.post(of(letter), PAPER).status_code == 404
    assert not is_signed_in(client)


def test_a_signed_in_yes_is_no_way_in_for_whoever_has_the_form(signed_in, outsider, letter):
    signed_in(outsider).post(of(letter), {"agreed": "on", "mark": MARK})
    User.objects.filter(pk=outsider.pk).update(date_joined="2020-01-01T00:00Z")
    stranger = Client()

    assert stranger.post(of(letter), {"mark": MARK}).status_code == 404
    assert not is_signed_in(stranger)


# An address for a member without e-mail


def test_a_member_without_e_mail_proves_an_address_and_keeps_their_place(client, lead, project):
    rose = make_member(project, user=make_user("Rose", email=None))
    Invitation.connect(rose, "rose@collab.example", by=lead)
    Invitation.connect(rose, "rose@collab.example", by=lead)

    client.post(f"/join/invitation/{code_mailed()}/accept/", TYPED)
    rose.user.refresh_from_db()
    assert rose.user.email == "rose@collab.example"
    assert project.memberships.count() == 2
    assert Message.objects.filter(address="rose@collab.example").count() == 1


def test_when_the_address_has_an_account_that_person_takes_the_place(
    signed_in, lead, outsider, project
):
    rose = make_member(project, user=make_user("Rose", email=None))
    Invitation.connect(rose, outsider.email, by=lead)

    signed_in(outsider).post(f"/join/invitation/{code_mailed()}/accept/", {"agreed": "on"})
    rose.refresh_from_db()
    assert rose.left_on is not None
    assert project.memberships.here().filter(user=outsider, perspective="service_user").exists()
