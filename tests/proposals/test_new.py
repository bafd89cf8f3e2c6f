import re
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from accounts.models import User
from outbox.models import Message
from proposals.models import Proposal
from tests.factories import make_member, make_organisation, make_user
from tests.hands import paper_hands_of

URL = "/proposals/new/"
TYPED = {
    "problem": "The ward is loud at night.",
    "idea": "Soft shoes for everyone.",
    "affected": "Patients and staff.",
    "already_decided": "The board wants quiet nights.",
    "already_said": "A survey said so.",
    "origin": "team",
    "name": "Joan",
    "email": "Joan@Collab.example",
    "reach": "01632 960001",
    "mark": "a mark",
}
CODE = re.compile(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b")


def code_in(response):
    found = CODE.search(response.text)
    return found and found.group()


def test_the_front_door_leads_to_it_and_the_problem_is_asked_first(client, organisation):
    assert f'href="{URL}"' in client.get("/").text

    page = client.get(URL).text
    asked = ["What is the problem", "What is your idea?", "Who could this affect",
             "Is anything decided already?", "What have people already said",
             "Where did the idea come from?", "Your name"]  # fmt: skip
    assert sorted(asked, key=page.index) == asked
    assert re.search(r'value="person"[^>]*checked', page)


def test_anyone_proposes_and_it_waits(client, organisation):
    people = User.objects.count()
    response = client.post(URL, TYPED, follow=True)

    proposal = Proposal.objects.get()
    assert proposal.is_waiting
    assert (proposal.organisation, proposal.origin) == (organisation, "team")
    assert (proposal.name, proposal.email) == ("Joan", "joan@collab.example")
    assert proposal.proposed_by is None
    assert User.objects.count() == people
    code = code_in(response)
    assert client.post("/join/", {"code": code}).url.startswith("/proposals/follow/")


def test_two_sentences_are_enough_and_nothing_else_is_kept(client, organisation):
    client.post(URL, {"problem": "It is loud.", "idea": "Quiet.", "origin": "person"})

    proposal = Proposal.objects.get()
    kept = {field.name: getattr(proposal, field.name) for field in Proposal._meta.fields}
    said = {"problem", "idea", "origin", "organisation", "id", "digest", "mark", "state"}
    assert {name: value for name, value in kept.items() if value and name not in said} == {
        "proposed_on": timezone.localdate()
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"problem": ""}, "Write something here."),
        ({"idea": " "}, "Write something here."),
        ({"email": "joan"}, "This is not a whole e-mail address."),
        ({"origin": "moon"}, "Choose one of these."),
        ({"idea": "nul\x00l"}, "There is a sign in this text that nobody can see."),
        ({"problem": "Calm \u202egnitiaw"}, "There is a sign in this text that nobody can see."),
        ({"already_said": "x" * 20_001}, "This is too long: 20001 letters."),
        ({"name": "x" * 81}, "This is too long: 81 letters."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, organisation, change, said):
    page = client.post(URL, TYPED | change)

    assert page.status_code == 200
    assert said in page.text
    assert "The board wants quiet nights." in page.text
    assert Proposal.objects.count() == 0


def test_a_million_letters_are_refused_in_words(client, organisation):
    assert client.post(URL, TYPED | {"idea": "x" * 1_100_000}).status_code == 400
    assert Proposal.objects.count() == 0


def test_what_someone_meant_to_do_harm_with_is_only_text(client, signed_in, organisation,
                                                          involvement):  # fmt: skip
    client.post(URL, TYPED | {"idea": "<script>harm()</script>", "problem": "=1+1 {{7*7}}"})
    page = signed_in(involvement).get(Proposal.objects.get().get_absolute_url()).text

    assert "<script>harm" not in page
    assert "&lt;script&gt;harm()" in page
    assert "=1+1 {{7*7}}" in page


def test_any_script_and_signs_are_kept(client, organisation):
    client.post(URL, TYPED | {"idea": "غرفة هادئة 👩‍👧 “calm”"})
    assert Proposal.objects.get().idea == "غرفة هادئة 👩‍👧 “calm”"


def test_a_double_press_proposes_once_and_shows_the_same_code(organisation):
    """The second press leaves before the answer to the first has come: with no session yet."""
    first, second = (code_in(Client().post(URL, TYPED, follow=True)) for _press in range(2))

    assert first == second
    assert Proposal.objects.count() == 1


def test_a_form_left_open_tells_the_code_to_nobody_else(client, organisation):
    code = code_in(Client().post(URL, TYPED, follow=True))
    caches["default"].clear()  # a quarter of an hour later
    page = client.post(URL, TYPED, follow=True)

    assert "Thank you for your idea" in page.text
    assert code and code not in page.text and code_in(page) is None
    assert Proposal.objects.count() == 1


def test_of_several_organisations_one_is_chosen(client, organisation):
    second = make_organisation(name="Hilltop Health")

    assert "Hilltop Health</option>" in client.get(URL).text
    client.post(URL, TYPED)
    assert Proposal.objects.count() == 0
    client.post(URL, TYPED | {"organisation": second.pk})
    assert Proposal.objects.get().organisation == second


def test_before_any_organisation_is_here_there_is_nobody_to_propose_to(client, db):
    assert client.get(URL).status_code == 404


def test_someone_signed_in_owns_it_and_is_not_asked_who_they_are(
    signed_in, participant, organisation
):
    client = signed_in(participant)
    assert "Your e-mail address" not in client.get(URL).text
    page = client.post(URL, TYPED, follow=True).text

    proposal = Proposal.objects.get()
    assert (proposal.proposed_by, proposal.email, proposal.name) == (participant, "", "")
    assert "My words" in page
    words = client.get("/projects/words/").text
    assert "Soft shoes for everyone." in words
    assert "Waits for an answer." in words


def test_a_code_on_paper_does_not_speak_for_the_person(organisation, project, lead):
    member = make_member(project, user=make_user("Joan", email=None))
    client = paper_hands_of(member, by=lead)
    client.post(URL, TYPED)

    assert Proposal.objects.get().proposed_by is None
    Proposal.objects.update(proposed_by=member.user)
    assert "Soft shoes" not in client.get("/projects/words/").text


def test_the_involvement_team_is_told_at_once_and_not_what_it_says(
    client, organisation, involvement, administrator
):
    client.post(URL, TYPED)

    [message] = Message.objects.all()
    assert (message.to, message.at_once, message.url) == (involvement, True, "/proposals/")
    for word in ("Soft shoes", "loud", "Joan"):
        assert word not in message.text + message.subject


def test_of_many_that_come_together_it_is_told_once(organisation, involvement):
    for number in range(4):
        Client().post(URL, TYPED | {"mark": f"m{number}"})
    assert (Proposal.objects.count(), Message.objects.count()) == (4, 1)

    Message.objects.update(written_at=timezone.now() - timedelta(minutes=11))
    Client().post(URL, TYPED | {"mark": "later"})
    assert Message.objects.count() == 2


def test_a_flood_stops_and_each_organisation_has_its_own_door(settings, organisation):
    second = make_organisation()
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"propose": "99/m/ip,3/d/key"}
    mine, other = {"organisation": organisation.pk}, {"organisation": second.pk}
    said = [Client().post(URL, TYPED | mine | {"mark": f"{n}"}).status_code for n in range(4)]

    assert said == [302] * 3 + [429]
    assert Client().post(URL, TYPED | other | {"mark": "other"}).status_code == 302
    assert Proposal.objects.count() == 4


def test_one_address_stops_too_and_a_workshop_gets_through(settings, organisation):
    assert settings.ACCOUNT_RATE_LIMITS["propose"].startswith("120/m/ip")
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"propose": "2/m/ip"}
    said = [Client().post(URL, TYPED | {"mark": f"{n}"}).status_code for n in range(3)]

    assert said == [302, 302, 429]


def test_neither_a_session_nor_a_time_leads_to_it(client, organisation):
    caches["default"].clear()
    client.post(URL, TYPED)
    proposal = Proposal.objects.get()

    held = [*map(str, client.session.values()), *caches["default"]._cache]
    assert len(held) > 2
    assert not [one for one in held if proposal.mark in one or proposal.digest in one]
