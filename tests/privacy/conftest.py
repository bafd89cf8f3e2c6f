"""What tests of privacy look through."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import models
from django.utils import timezone

from accounts.models import PrivateRead, User
from administration.models import Act
from needs.models import AskedAnotherWay, Need
from outbox.models import Envelope, Message
from privacy.models import LegalHold, RetentionClass, Statement, note_agreed
from projects.consents.models import Consent
from projects.conversation.models import Asker, Hearer, Rhythm
from projects.evidence.models import CheckedGroup, EqualityLook, EqualityVersion
from projects.impact.models import Measure, Reading, Story
from projects.models import Hand, Part, PersonalCode, Support
from projects.partnership.models import CheckIn, Ways
from projects.partnership.models.roles import note_roles
from projects.payment.models import PaymentKeeper
from projects.team.models import Invitation
from tests import factories
from tests.world import plainly
from tests.world_of_plan import fill_plan


@pytest.fixture
def everything_kept():
    """`everything_kept()` is all text in all tables, as {"model.field": words}."""

    def all_text():
        found = {}
        for model in apps.get_models(include_auto_created=True):
            for field in model._meta.concrete_fields:
                if isinstance(field, models.CharField | models.TextField | models.JSONField):
                    values = model._default_manager.values_list(field.name, flat=True)
                    words = [json.dumps(v, ensure_ascii=False, default=str) for v in values]
                    found[f"{model._meta.label}.{field.name}"] = "\n".join(words)
        opened = [json.dumps(one.get_decoded()) for one in Session.objects.all()]
        return found | {"sessions, opened": "\n".join(opened)}

    return all_text


@pytest.fixture
def where():
    """`where(kept, marker)` are the fields in which the marker stands."""
    return lambda kept, marker: sorted(name for name, text in kept.items() if marker in text)


NAME, OLD_NAME = "Marigold Marker", "Mari Before"
EMAIL, PHONE, ADDRESS = "marigold@marker.example", "01632 777 555", "7 Marker Lane"
NEED, REQUEST, MESSAGE = "marker of a need", "marker of a request", "marker of a message"
CLAIM = "marker of a claim"
INVITED, NOTE = "marker of an invitation", "marker of an administrator"
STORY = "marker of a story"
PRIVATE = (NAME, OLD_NAME, EMAIL, PHONE, ADDRESS, NEED, REQUEST, MESSAGE, CLAIM, INVITED, NOTE)
PRIVATE += (STORY,)


@pytest.fixture
def marigold(project, lead, administrator, organisation):
    """A service user about whom every room knows something."""
    person = factories.make_user(OLD_NAME, email=EMAIL)
    place = factories.make_member(project, "participant", "service_user", user=person)
    person.change(name=NAME, phone=PHONE, post_to=ADDRESS)
    first, second = project.checklist.all()[:2]
    first.answer("done", by=person, note="We all agreed.")
    first.see_differently(by=person, note="I do not.")
    second.give(place, by=lead)
    staff = factories.make_member(project, "participant", "staff")
    project.move_to(
        "decision-time", by=lead, because="Ready.", asked_lived=place, asked_staff=staff
    )
    Consent.give(place, "name", by=person)
    Need.tell(person, by=person, words=NEED, named=[lead])
    AskedAnotherWay.ask(
        organisation, way="other", reach="email", words=REQUEST, name=NAME, email=EMAIL
    )
    AskedAnotherWay.ask(organisation, way="other", reach="known", asker=person, words=REQUEST)
    Story.tell(project, by=person, is_mine=True, text=STORY, voice="own")
    factories.make_claim(project, person=person, what=CLAIM)
    factories.make_follower(project, EMAIL)
    Asker.ask(project, mark="marigold", question="When?", email=EMAIL)
    Message.write(to=person, subject="News", text=MESSAGE)
    Message.write(address=EMAIL, subject="News", text=MESSAGE)
    Invitation.make(
        project, by=lead, name=NAME, email=EMAIL, way="email", role="observer",
        perspective="partner", what_for=INVITED,
    )  # fmt: skip
    factories.make_proposal(organisation, name=NAME, email=EMAIL, reach=ADDRESS)
    factories.make_proposal(organisation, by=person, idea=REQUEST)[0].refuse(
        by=administrator, because="So."
    )
    note_agreed(person, organisation)
    PrivateRead.note(lead, [person], "postal address", why=NAME)
    EmailAddress.objects.create(user=person, email=EMAIL, verified=True)
    LogEntry.objects.create(
        user=administrator, object_id=person.pk, object_repr=NAME, action_flag=CHANGE,
        content_type=ContentType.objects.get_for_model(User), change_message=NOTE,
    )  # fmt: skip
    return person


@pytest.fixture
def busy(marigold, project, organisation):
    """A member of staff who leads, helps, invites and looks after others; in every room."""
    person = factories.make_user("Bao Busy", is_staff=True)
    organisation.administrators.add(person)
    place = factories.make_member(project, "lead", "staff", user=person)
    first = project.checklist.first()
    first.give(place, by=person)
    decision = factories.make_decision(project, by=person)
    decision.see_differently(by=marigold, note="I would not.")
    idea = factories.make_idea(project, "Later buses.", by=marigold)
    idea.becomes("looking", by=person)
    session = factories.make_session(project, by=person, ideas=["A bench."])
    session.ideas.get().me_too(by=marigold)
    factories.make_received(project, question=factories.make_question(project, by=person))
    part = Part.add(project, by=person, name="The building", state="open")
    part.change(by=person, state="fixed")
    asked = factories.make_assessment(project, by=person)
    asked.questions.first().say(by=person, note="We have the time.")
    asked.conclude(by=person, outcome="all", reason="It helps.", by_whom="The team")
    asked.agree(by=person, note="It is a start.")
    fill_plan(plainly, project, person)
    PaymentKeeper.choose(project, person, by=person)
    project.claims.get(person=marigold).turn("passed_on", by=person)
    factories.make_rate(organisation, by=person)
    factories.make_record(project, by=person)
    Need.objects.first().show_to(person, by=marigold)
    AskedAnotherWay.objects.update(named=person)
    Invitation.make(
        project, by=person, way="in_person", role="observer", perspective="partner", what_for="Why"
    )
    invited = Invitation.objects.last()
    invited.accept(factories.make_user("Ina Invited"), by=person)
    member = project.memberships.get(user=marigold)
    Hand.help(helping(member, person))
    card = factories.make_user("Cara Card", email=None)
    PersonalCode.make(factories.make_member(project, user=card), by=person)
    PrivateRead.note(person, [marigold], "access needs")
    Act.note_down(person, "corrected the e-mail address of", whom=marigold)
    Statement.publish(organisation, "cookies", by=person, text="Three.")
    RetentionClass.choose(organisation, "people", by=person, months=12, basis="So long.")
    LegalHold.begin(organisation, card, by=person, why="A court asks.")
    answered, _code = factories.make_proposal(organisation, name="Ivy")
    answered.refuse(by=person, because="So.")
    Envelope.tell(marigold.messages.all(), to=marigold, way="post", by=person)
    say_how_things_are(project, person)
    keep_in_touch(project, person)
    work_together(project, person, place)
    LogEntry.objects.create(
        user=person, object_id=project.pk, object_repr="A project", action_flag=CHANGE,
        content_type=ContentType.objects.get_for_model(User), change_message="",
    )  # fmt: skip
    Authenticator.objects.create(user=person, type="totp", data={"secret": "marker of a secret"})
    UserSession.objects.create(
        user=person, ip="192.0.2.7", user_agent="A browser", session_key="a session",
        last_seen_at=timezone.now(),
    )  # fmt: skip
    factories.make_project(organisation, "Begun by Bao", by=person)
    source = factories.make_source(project, by=person, upload=factories.make_upload())
    source.take_file_away(source.files.get(), by=person)
    return person


def helping(member, helper):
    support = Support.ask(member, by=member.user, helper=helper)
    support.agree(by=helper)
    return support


def keep_in_touch(project, person):
    factories.make_update(project, by=person).correct(by=person, text="Two.", because="A slip.")
    factories.make_asked(project, by=person).say(by=person, text="Yes.")
    Rhythm.agree(project, by=person, weeks=2)
    Hearer.add(project, by=person, who="Carers")


def work_together(project, person, place):
    ways = Ways.write(project, by=person, text="We listen.")
    ways.say(by=person, agrees=False, note="Not yet.")
    today = timezone.localdate()
    about = {"project": project, "edition": project.edition, "opened_by": person}
    check_in = CheckIn.objects.create(closes_on=today, **about)
    check_in.papers.create(member=place)
    note_roles(project, by=person, on=today, chair=place)


def say_how_things_are(project, person):
    CheckedGroup.lay_out(project, by=person)
    EqualityVersion.keep(project, by=person, why="first")
    EqualityLook.nothing_changed(project, by=person)
    measure = Measure.add(project, by=person, name="Complaints")
    Reading.write_down(measure, by=person, on="2026", words="many")
    Story.tell(project, by=person, is_mine=True, text="Mine.", voice="own")
    theirs = {"text": "Somebody's.", "voice": "own", "agreed": "Yes."}
    Story.tell(project, by=person, is_mine=False, **theirs)
