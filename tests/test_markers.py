"""A word that stands nowhere else is planted in each private field; then everyone looks everywhere.

Every address is fetched as each of the cast, with what it downloads: pages, fragments, PDFs, sheets
and data. A planted word is found by those who may see it and by nobody else; no subject of a mail,
no line of a log and no file name holds one.
"""

import logging
import subprocess
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.codes import as_printed
from administration.models import Act
from needs.models import AskedAnotherWay, Need
from outbox.models import Message
from privacy.models import LegalHold
from projects.conversation.models import Asker, Meeting
from projects.exports.records.making import make_record
from projects.ideas.models import Giver
from projects.impact.models import Difference, Lesson, Story
from projects.models import PersonalCode, Support
from projects.partnership.models import ContactWish
from projects.payment.models import Claim
from projects.plan.models import Action, CalendarFeed
from projects.team.models import Invitation, JoinPage, JoinRequest
from projects.telling import telling_nobody
from tests import factories
from tests.hands import hands_of
from tests.routes import routes
from tests.test_access import ASKS, CELLS
from tests.world import make_world

ROLES = list(next(iter(CELLS.values())))
TEAM = {"lead", "participant", "observer"}
INVITERS = {"lead", "involvement"}
"""Leads, and the involvement team of the organisation, ask people into a team."""


@dataclass(frozen=True)
class Marker:
    """A planted word, who of the cast may see it, and where one of them does."""

    word: str
    seen_by: set
    at: tuple = ()
    """(role, name of the address) where it stands, so that this search can fail."""


MARKERS = {
    "name of a member": Marker("Qmembername", TEAM | {"involvement", "administrator"},
                               ("participant", "team:index")),
    "e-mail of a member": Marker("qmemberemail", {"administrator"},
                                 ("administrator", "people:detail")),
    "phone of a member": Marker("0163211223344", {"administrator"},
                                ("administrator", "people:contact")),
    "address of a member": Marker("Qmemberaddress", {"administrator"},
                                  ("administrator", "people:contact")),
    "need": Marker("Qneed", {"lead"}, ("lead", "needs:project:detail")),
    "need of one's own": Marker("Qownneed", {"participant"}, ("participant", "needs:index")),
    "request": Marker("Qrequest", {"lead"}, ("lead", "needs:tasks:detail")),
    "who asked": Marker("Qasker", {"lead"}, ("lead", "needs:tasks:detail")),
    "address of who asked": Marker("Qaskeraddress", {"lead"}, ("lead", "needs:tasks:detail")),
    "name of an invited person": Marker("Qinvitedname", INVITERS, ("lead", "team:invitation")),
    "e-mail of an invited person": Marker("qinvitedemail", INVITERS, ("lead", "team:invitation")),
    "address of an invited person": Marker("Qinvitedaddress", INVITERS,
                                           ("lead", "team:invitation")),
    "refusal": Marker("Qrefusal", INVITERS, ("lead", "team:index")),
    "name on a request to join": Marker("Qjoinname", INVITERS, ("lead", "team:answer")),
    "e-mail on a request to join": Marker("qjoinemail", INVITERS, ("lead", "team:answer")),
    "why on a request to join": Marker("Qjoinwhy", INVITERS, ("lead", "team:answer")),
    "e-mail of who is asked to help": Marker("qhelperemail", {"participant"},
                                             ("participant", "support:index")),
    "story for the team": Marker("Qteamstory", TEAM, ("observer", "impact:baseline")),
    "idea that waits": Marker("Qwaitingidea", {"lead"}, ("lead", "ideas:waiting:index")),
    "name of who gave an idea": Marker("Qgivername", {"lead"}, ("lead", "ideas:givers:detail")),
    "e-mail of who gave an idea": Marker("qgiveremail", {"lead"}, ("lead", "ideas:givers:detail")),
    "phone of who gave an idea": Marker("Qgiverphone", {"lead"}, ("lead", "ideas:givers:detail")),
    "question from outside": Marker("Qoutsidequestion", {"lead"},
                                    ("lead", "conversation:questions:detail")),
    "draft of an update": Marker("Qdraftupdate", {"lead"}, ("lead", "conversation:updates:index")),
    "e-mail of who asked": Marker("qaskeremail", set()),
    "e-mail of who follows": Marker("qfolloweremail", set()),
    "problem of a big idea": Marker("Qproblem", {"involvement"},
                                    ("involvement", "proposals:detail")),
    "words of a big idea": Marker("Qbigidea", {"involvement"}, ("involvement", "proposals:detail")),
    "name of who proposed": Marker("Qproposername", {"involvement"},
                                   ("involvement", "proposals:contact")),
    "e-mail of who proposed": Marker("qproposeremail", {"involvement"},
                                     ("involvement", "proposals:contact")),
    "address of who proposed": Marker("Qproposeraddress", {"involvement"},
                                      ("involvement", "proposals:contact")),
    "why something is held": Marker("Qheld", {"administrator"}, ("administrator", "holds:index")),
    "note of an administrator": Marker("Qnote", {"administrator"},
                                       ("administrator", "administration:record")),
    "content of a file": Marker("Qfilecontent", TEAM | {"involvement"},
                                ("participant", "files:detail")),
    "a file in words": Marker("Qfilewords", TEAM | {"involvement"},
                              ("observer", "evidence:detail")),
    "finding of a team": Marker("Qfinding", TEAM | {"involvement", "administrator"},
                                ("participant", "evidence:sources_csv")),
    "finding of another team": Marker("Qtheirfinding", {"other_lead", "involvement"}),
    "claim": Marker("Qclaim", {"lead"}, ("lead", "payment:claims:detail")),
    "claim of one's own": Marker("Qownclaim", {"participant", "lead"},
                                 ("participant", "payment:index")),
    "why a claim is not paid": Marker("Qnotpaid", {"lead"}, ("lead", "payment:claims:index")),
    "wish to be contacted": Marker("Qwish", {"lead"}, ("lead", "partnership:contact:index")),
    "wish for the involvement team": Marker("Qteamwish", {"involvement"},
                                            ("involvement", "partnership:contact:index")),
    "answer to a check-in": Marker("Qcheckedin", set()),
    "whom to call on the day": Marker("Qonthedaycall", TEAM | {"involvement", "administrator"},
                                      ("participant", "conversation:meetings:detail")),
    "whom one could call before": Marker("Qoncecall", set()),
    "private decision": Marker("Qprivatedecision", TEAM | {"involvement", "administrator"},
                               ("participant", "decisions:index")),
    "private thing to do": Marker("Qprivateaction", TEAM | {"involvement"},
                                  ("participant", "plan:actions:index")),
    "lesson of a team": Marker("Qteamlesson", TEAM | {"involvement"},
                               ("participant", "impact:lessons:index")),
    "difference for a team": Marker("Qteamdifference", TEAM | {"involvement"},
                                    ("participant", "impact:differences:index")),
    "message": Marker("Qmessage", {"participant"}, ("participant", "privacy:me")),
}  # fmt: skip


def word(name):
    return MARKERS[name].word


@pytest.fixture(scope="module")
def shared_planted(made_once):
    return made_once(make_planted)


@pytest.fixture
def planted(shared_planted, db):
    return shared_planted


def make_planted():
    """The world, with each word planted by the verb that people use."""
    world = make_world()
    plant_a_member(world)
    plant_what_people_ask(world)
    plant_those_who_are_to_come(world)
    plant_what_teams_found_out(world)
    Story.tell(
        world.full, by=world.cast["participant"], is_mine=True, text=word("story for the team"),
        voice="own", perspective="service_user", sharing="team",
    )  # fmt: skip
    plant_who_gave_an_idea(world)
    plant_the_talk(world)
    plant_a_proposal(world)
    plant_how_it_feels(world)
    plant_what_stays_in_the_team(world)
    plant_a_meeting(world)
    administrator, participant = world.cast["administrator"], world.cast["participant"]
    held = LegalHold.begin(
        world.full.organisation, world.member.user, by=administrator,
        why=word("why something is held"),
    )  # fmt: skip
    assert held.person == world.member.user
    Act.note_of_account(
        administrator, "switched off the account of", participant, [world.full.organisation],
        note=word("note of an administrator"),
    )  # fmt: skip
    Message.write(to=participant, subject="News", text=word("message"), at_once=True)
    world.record = make_record(world.full, by=world.cast["lead"])
    return world


def plant_a_member(world):
    person = factories.make_user(
        word("name of a member"),
        email=f"{word('e-mail of a member')}@collab.example",
        phone=word("phone of a member"),
        post_to=word("address of a member"),
    )
    world.member = factories.make_member(world.full, "participant", "carer", user=person)
    Need.tell(person, by=person, words=word("need"), named=[world.cast["lead"]])
    owner = world.cast["participant"]
    Need.tell(owner, by=owner, words=word("need of one's own"))
    Support.ask(
        world.full.memberships.get(user=owner),
        by=owner,
        email=f"{word('e-mail of who is asked to help')}@collab.example",
    )
    today = timezone.localdate()
    world.claim = Claim.ask(world.full, person, what=word("claim"), on=today)
    refused = Claim.ask(world.full, person, what="A taxi", on=today)
    refused.turn("not_paid", by=world.cast["lead"], because=word("why a claim is not paid"))
    Claim.ask(world.full, owner, what=word("claim of one's own"), on=today)
    card = factories.make_member(world.full, user=factories.make_user(email=None))
    world.code = PersonalCode.make(card, by=world.cast["lead"])


def plant_what_people_ask(world):
    world.task = AskedAnotherWay.ask(
        world.full.organisation,
        project=world.full,
        way="other",
        reach="post",
        words=word("request"),
        name=word("who asked"),
        post_to=word("address of who asked"),
    )
    assert world.task.named == world.cast["lead"]


def plant_those_who_are_to_come(world):
    lead = world.cast["lead"]
    about = {"role": "participant", "perspective": "carer", "what_for": "To take part."}
    world.invitation = Invitation.make(
        world.full,
        by=lead,
        way="email",
        name=word("name of an invited person"),
        email=f"{word('e-mail of an invited person')}@collab.example",
        post_to=word("address of an invited person"),
        **about,
    )
    Invitation.make(world.full, by=lead, way="post", name="Rae", **about).decline(word("refusal"))
    world.letter = Invitation.make(world.full, by=lead, way="in_person", name="Lee", **about)
    world.letters_code = world.letter.print_letter()
    world.poster = JoinPage.put_up(
        world.full, by=lead, title="Join us", words="Come.", perspectives=["carer"]
    )
    world.asked, _code = JoinRequest.ask(
        world.poster,
        mark="a form",
        name=word("name on a request to join"),
        email=f"{word('e-mail on a request to join')}@collab.example",
        perspective="carer",
        why=word("why on a request to join"),
    )
    _other, world.come_back = JoinRequest.ask(
        world.poster, mark="another form", name="Kim", perspective="carer", why="So."
    )


def plant_what_teams_found_out(world):
    """The administrator sees a finding in the letters that are printed, and no file."""
    content = word("content of a file").encode()
    upload = factories.make_upload(content=content, alternative=word("a file in words"))
    world.source = factories.make_source(
        world.full, by=world.cast["lead"], finding=word("finding of a team"), upload=upload
    )
    theirs = word("finding of another team")
    factories.make_source(world.other, by=world.cast["other_lead"], finding=theirs)


def plant_who_gave_an_idea(world):
    question = world.full.open_questions.get()
    Giver.give(question, mark="a form", text=word("idea that waits"))
    idea, world.follow_code = Giver.give(
        question,
        mark="another form",
        text="A seat by the door.",
        name=word("name of who gave an idea"),
        email=f"{word('e-mail of who gave an idea')}@collab.example",
        reach=word("phone of who gave an idea"),
    )
    idea.let_in(by=world.cast["lead"])
    world.giver = idea.giver


def plant_the_talk(world):
    """A question nobody has answered, a draft, and two addresses that nobody ever sees."""
    world.asked_outside, world.askers_code = Asker.ask(
        world.full, mark="a form of theirs", question=word("question from outside"),
        email=f"{word('e-mail of who asked')}@collab.example",
    )  # fmt: skip
    factories.make_update(world.full, word("draft of an update"), is_sent=False)
    factories.make_follower(world.full, f"{word('e-mail of who follows')}@collab.example")


def plant_a_proposal(world):
    world.proposal, _code = factories.make_proposal(
        world.full.organisation,
        problem=word("problem of a big idea"),
        idea=word("words of a big idea"),
        name=word("name of who proposed"),
        email=f"{word('e-mail of who proposed')}@collab.example",
        reach=word("address of who proposed"),
    )


def plant_how_it_feels(world):
    """An answer lies sealed in the box; a wish to be contacted is for those it names."""
    check_in = world.full.check_ins.open().get()
    member = world.full.memberships.get(user=world.cast["participant"])
    for to, name in (("leads", "wish to be contacted"),
                     ("involvement", "wish for the involvement team")):  # fmt: skip
        ContactWish.leave(world.full, words=word(name), to=to)
    check_in.give(
        member, answers={}, words={"C-1": word("answer to a check-in")}, side="lived",
    )  # fmt: skip


def plant_what_stays_in_the_team(world):
    """What a lead keeps off every paper and page, and a calendar that one member made.

    The administrator sees the decision in the letters that are printed for the team.
    """
    lead = world.cast["lead"]
    decision = factories.make_decision(world.full, by=lead, decision=word("private decision"))
    decision.share("private", by=lead)
    action = Action.add(world.full, by=lead, what=word("private thing to do"), decision=decision)
    action.share("private", by=lead)
    Lesson.write_down(world.full, by=lead, text=word("lesson of a team"), sharing="team")
    Difference.write_down(
        world.full,
        by=lead,
        said="Cold.",
        changed=word("difference for a team"),
        sharing="team",
    )
    place = world.full.memberships.get(user=world.cast["participant"])
    world.calendar_code = CalendarFeed.make(place, mark="a page")


def plant_a_meeting(world):
    """One to come, and one that was called off: whom to call is forgotten then."""
    lead, starts_at = world.cast["lead"], timezone.now() + timedelta(days=3)
    about = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=1), "what_for": "Us."}
    world.meeting = Meeting.plan(
        world.full, by=lead, on_the_day=word("whom to call on the day"), **about
    )
    with telling_nobody():
        Meeting.plan(
            world.full, by=lead, on_the_day=word("whom one could call before"), **about
        ).call_off(by=lead, because="Snow.")


def addresses_in(world):
    """`{name: address}` of every address, about the planted things where it names one."""
    values = world.values(
        world.full,
        member_id=world.member.pk,
        person_id=world.member.user_id,
        task_id=world.task.pk,
        need_id=Need.objects.get(words=word("need")).pk,
        invitation_id=world.invitation.pk,
        request_id=world.asked.pk,
        claim_id=world.claim.pk,
        code=world.letters_code,
        source_id=world.source.pk,
        file_id=world.source.files.get().pk,
        word=world.poster.word,
        come_back=world.come_back,
        follow_code=world.follow_code,
        asked_id=world.asked_outside.pk,
        giver_id=world.giver.pk,
        record_kind="people",
        meeting_id=world.meeting.pk,
        proposal_id=world.proposal.pk,
        record_id=world.record.pk,
    )
    found = {route.name: route.address(**values) for route in routes()}
    return {name: address + ASKS.get(name, "") for name, address in found.items()}


def everything_that(client, address):
    """All that an answer holds, as text: its body, whatever kind it is, and its headers."""
    response = client.get(address)
    body = response.getvalue() if response.streaming else response.content
    if response.headers.get("Content-Type") == "application/pdf":
        body = subprocess.run(
            ["pdftotext", "-", "-"], input=body, capture_output=True, check=True
        ).stdout
    return body.decode(), "\n".join(f"{name}: {text}" for name, text in response.headers.items())


def client_of(world, role):
    return Client() if role == "nobody" else hands_of(world.cast[role])


@pytest.mark.parametrize("role", ROLES)
def test_each_planted_word_is_seen_by_those_who_may_and_by_nobody_else(planted, role, caplog):
    caplog.set_level(logging.DEBUG)
    client = client_of(planted, role)
    found, in_headers = {}, []
    for name, address in addresses_in(planted).items():
        body, headers = everything_that(client, address)
        for what, marker in MARKERS.items():
            if marker.word in body:
                found.setdefault(what, []).append(name)
            if marker.word in headers:
                in_headers.append(f"{what} in the headers of {name}")
        for code in (planted.code, planted.calendar_code, planted.askers_code):
            assert code not in body, f"a code at {name}"
            assert as_printed(code) not in body, f"a code at {name}"

    leaks = [
        f"{what}: {role} sees it at {', '.join(places)}"
        for what, places in found.items()
        if role not in MARKERS[what].seen_by
    ]
    assert not leaks, "\n".join(leaks)
    assert not in_headers, "\n".join(in_headers)
    missed = [
        f"{what}: {role} does not see it at {marker.at[1]}"
        for what, marker in MARKERS.items()
        if marker.at and marker.at[0] == role and marker.at[1] not in found.get(what, [])
    ]
    assert not missed, "\n".join(missed)
    assert in_the_log(caplog) == []


def in_the_log(caplog):
    """Planted words in what was logged; the address of a request is not logged by us."""
    return [
        f"{what}: {record.getMessage()}"
        for record in caplog.records
        for what, marker in MARKERS.items()
        if marker.word in record.getMessage()
    ]


def test_no_mail_says_a_planted_word_in_its_subject(planted, caplog):
    caplog.set_level(logging.DEBUG)
    Message.objects.update(due_at=timezone.now())
    call_command("send_due")
    private = ("need", "need of one's own", "request", "refusal", "why something is held",
               "story for the team")  # fmt: skip
    private += ("idea that waits", "name of who gave an idea", "phone of who gave an idea")
    private += ("claim", "claim of one's own", "why a claim is not paid")

    assert len(mail.outbox) > 3
    subjects = "\n".join(one.subject for one in mail.outbox)
    assert [what for what, marker in MARKERS.items() if marker.word in subjects] == []
    bodies = "\n".join(one.body for one in mail.outbox)
    assert [what for what in private if word(what) in bodies] == []
    assert in_the_log(caplog) == []


def test_the_search_would_find_a_word_that_leaks(planted):
    """Someone who should not is let in: the search says so."""
    stranger = planted.cast["stranger"]
    factories.make_member(planted.full, "observer", "partner", user=stranger)
    body, _headers = everything_that(
        hands_of(stranger), reverse("team:index", args=[planted.full.pk])
    )

    assert word("name of a member") in body
