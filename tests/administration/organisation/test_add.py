import re

import pytest
from django.test import Client

from accounts.models import User
from administration.models import Act
from outbox.models import Message
from tests import factories
from tests.hands import hands_of


def test_someone_new_gets_an_account_and_a_message(signed_in, administrator, organisation, at):
    data = {"email": "New.Person@collab.example", "name": "Noor"}
    response = signed_in(administrator).post(at("who/staff/add/"), data)

    person = User.objects.get(email="new.person@collab.example")
    assert response.url == at("who/staff/")
    assert (person.name, person.has_usable_password()) == ("Noor", False)
    assert organisation.staff.get() == person
    message = Message.objects.get(to=person)
    assert (message.subject, message.at_once) == ("You can sign in", True)
    assert message.text.startswith("Riverside Health has put you on a list of its website: Staff.")
    act = Act.objects.get()
    assert (act.by, act.whom, act.organisation) == (administrator, person, organisation)
    assert (act.what, act.is_first) == ("added to the staff:", True)


@pytest.mark.parametrize(
    ("word", "field"),
    [("involvement-team", "oversees"), ("administrators", "administers"), ("staff", "works_for")],
)
def test_someone_who_is_here_already_keeps_account_and_name(
    signed_in, administrator, organisation, participant, at, word, field
):
    data = {"email": participant.email.upper(), "name": "Another name"}
    signed_in(administrator).post(at(f"who/{word}/add/"), data)

    participant.refresh_from_db()
    assert participant.name == "Ben Participant"
    assert list(getattr(participant, field).all()) == [organisation]
    assert Act.objects.get().is_first is False


def test_added_twice_is_added_once(signed_in, administrator, participant, at):
    for _press in range(2):
        signed_in(administrator).post(at("who/staff/add/"), {"email": participant.email})

    assert Act.objects.count() == 1
    assert Message.objects.filter(to=participant, subject="You can sign in").count() == 1


def main_of(response):
    """What a page says, without what is new at each look."""
    text = response.text.split("<main")[1].split("</main>")[0]
    return re.sub(r"\d+(:\d\d)?[ap]m", "a time", text)


def seen_of(client, email, at, person):
    """All that an administrator can see after adding this address, without its numbers."""
    said = client.post(at("who/staff/add/"), {"email": email, "name": "Typed"})
    addresses = [
        at("who/staff/"),
        f"/administration/people/{person(email).pk}/",
        f"/administration/people/?words={email}",
        "/administration/record/",
    ]
    pages = [main_of(client.get(address)) for address in addresses]
    number = str(person(email).pk)
    return said.status_code, [
        page.replace(email, "the address").replace(f"/{number}/", "/N/") for page in pages
    ]


def test_known_and_unknown_addresses_look_alike_until_they_sign_in(
    administrator, elsewhere, project, at
):
    """Whoever has an account in another organisation must not be found out by trying."""
    known = factories.make_user("Zoe Hidden", email="a-known@collab.example")
    elsewhere.staff.add(known)
    Client().force_login(known)
    seen = []
    for email in ("a-known@collab.example", "a-fresh@collab.example"):
        client = hands_of(administrator)
        seen.append(seen_of(client, email, at, lambda one: User.objects.get(email=one)))
        person = User.objects.get(email=email)
        client.post(at(f"who/staff/{person.pk}/take-off/"))
        Act.objects.all().delete()

    assert seen[0] == seen[1]
    assert "Zoe Hidden" not in "".join(seen[0][1])


def test_a_name_that_is_not_known_yet_finds_nobody(signed_in, administrator, elsewhere, at):
    known = factories.make_user("Zoe Hidden", email="known@collab.example")
    elsewhere.staff.add(known)
    client = signed_in(administrator)
    client.post(at("who/staff/add/"), {"email": known.email})

    assert "Nobody found" in client.get("/administration/people/?words=zoe").text
    assert "1 person found" in client.get("/administration/people/?words=known").text


def test_after_they_signed_in_their_name_is_known(signed_in, administrator, elsewhere, at):
    known = factories.make_user("Zoe Hidden", email="known@collab.example")
    elsewhere.staff.add(known)
    client = signed_in(administrator)
    client.post(at("who/staff/add/"), {"email": known.email})
    signed_in(known)

    assert "Zoe Hidden" in client.get(at("who/staff/")).text


def test_an_address_with_a_slip_is_said_in_plain_words(signed_in, administrator, at):
    page = signed_in(administrator).post(at("who/staff/add/"), {"email": "noor"})

    assert page.status_code == 200
    assert "This is not a whole e-mail address. It needs an @." in page.text
    assert Act.objects.count() == 0


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead", "outsider"])
def test_others_add_nobody(request, signed_in, who, organisation, at):
    person = request.getfixturevalue(who)
    data = {"email": person.email}
    response = signed_in(person).post(at("who/administrators/add/"), data)

    assert response.status_code == 404
    assert organisation.administrators.count() == 0
