"""Plain functions that make things. Every one goes through the verbs that people use."""

import re
from datetime import timedelta
from itertools import count

from allauth.mfa.models import Authenticator
from django.core import mail
from django.utils import timezone

from accounts.models import Organisation, User
from outbox.models import Message
from projects.assessment.models import Assessment
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.conversation.models import AgendaPoint, AskedQuestion, Follower, Meeting, Update
from projects.decisions.models import Decision
from projects.evidence.models import Source
from projects.exports.models import Record, RecordFile, next_number
from projects.ideas.models import Idea, OpenQuestion, Session
from projects.models import AffectedGroup, Membership
from projects.payment.models import Claim, PaymentOffer, Rate
from projects.start import start_project
from projects.team.models import Invitation, JoinPage, JoinRequest
from proposals.models import Proposal
from stages.models import Edition, Item, Stage, StageText

numbers = count(1)


def make_organisation(**fields):
    fields.setdefault("name", f"Organisation {next(numbers)}")
    return Organisation.objects.create(**fields)


def make_user(name="", **fields):
    number = next(numbers)
    fields.setdefault("email", f"person{number}@collab.example")
    return User.objects.create_user(name=name or f"Person {number}", **fields)


def make_edition(items=3):
    """A small published edition: every stage with `items` items, the second one a *must*."""
    edition = Edition.objects.create(
        name=f"Edition {next(numbers)}", title="A guide", digest=str(next(numbers))
    )
    StageText.objects.bulk_create(
        StageText(
            edition=edition,
            stage=stage,
            purpose=f"What {stage.label} is for.",
            purpose_easy=f"{stage.label} in easy words.",
            note="",
            why=f"Why {stage.label} matters.",
        )
        for stage in Stage
    )
    Item.objects.bulk_create(
        Item(
            edition=edition,
            stage=stage,
            key=f"{stage.number}-{number}",
            position=number,
            wording=f"{stage.label}, item {number}",
            help=f"Help for item {number}.",
            easy=f"Easy item {number}",
            audience="everyone",
            weight="must" if number == 2 else "should",
            sources=["MODEL"],
        )
        for stage in Stage
        for number in range(1, items + 1)
    )
    edition.publish()
    return edition


def make_project(organisation=None, title="", *, by=None, **fields):
    """A project with its lead (`by`), on the current edition or a new small one."""
    organisation = organisation or make_organisation()
    if "edition" not in fields and Edition.objects.current() is None:
        make_edition()
    fields.setdefault("origin", "team")
    fields.setdefault("idea", "Open on Saturdays.")
    title = title or f"Project {next(numbers)}"
    return start_project(organisation, title, by=by or make_user(), **fields)


def make_member(project, role="participant", perspective="service_user", *, user=None, **fields):
    user, is_named = user or make_user(), fields.pop("name_in_summary", False)
    Membership.join(project, user, role, perspective, by=project.started_by, **fields)
    member = project.memberships.get(user=user, left_on=None)
    if is_named:
        Consent.give(member, Use.NAME, by=user)
    return member


def make_decision(project, *, by=None, **fields):
    fields.setdefault("question", f"Question {next(numbers)}?")
    fields.setdefault("decision", "Yes.")
    fields.setdefault("reason", "It helps people.")
    return Decision.record(project, by=by or project.started_by, **fields)


def make_assessment(project, *, by=None, **result):
    """The questions put to the team; decided at once when `result` says how."""
    by = by or project.started_by
    assessment = Assessment.begin(project, by=by)
    if result:
        result.setdefault("reason", "There is time for it.")
        result.setdefault("by_whom", "The team")
        assessment.conclude(by=by, **result)
    return assessment


def make_step(person):
    """A second step of signing in: an app on the phone."""
    return Authenticator.objects.create(user=person, type="totp", data={"secret": "sealed"})


def make_invitation(project, *, by=None, **fields):
    """(an invitation, its code): on paper, or by e-mail when there is an address."""
    fields.setdefault("name", f"Guest {next(numbers)}")
    fields.setdefault("perspective", "carer")
    fields.setdefault("role", "participant")
    fields.setdefault("what_for", "You know this service.")
    fields.setdefault("way", "email" if fields.get("email") else "post")
    invitation = Invitation.make(project, by=by or project.started_by, **fields)
    return invitation, code_mailed() if invitation.email else invitation.print_letter()


def code_mailed():
    """The code of the invitation that was written last, sent by now or not."""
    message = Message.objects.filter(is_secret=True).latest("pk")
    said = message.opened()[1] if message.sealed else mail.outbox[-1].body
    return re.search(r"/join/invitation/(\w+)/", said)[1]


def make_poster(project, *, by=None, **fields):
    fields.setdefault("title", "Help us make the waiting room calmer")
    fields.setdefault("words", "We change it together.")
    fields.setdefault("perspectives", ["service_user", "carer"])
    return JoinPage.put_up(project, by=by or project.started_by, **fields)


def make_request(project, **fields):
    """(someone's request to join, their code to come back with)."""
    fields.setdefault("name", f"Asker {next(numbers)}")
    fields.setdefault("perspective", "carer")
    page = getattr(project, "join_page", None) or make_poster(project)
    return JoinRequest.ask(page, mark=f"mark {next(numbers)}", **fields)


def make_question(project, *, by=None, **fields):
    """An open question that the first lead of the project reads."""
    by = by or project.started_by
    reader = project.memberships.here().get(user=by)
    fields.setdefault("question", f"What would help? {next(numbers)}")
    return OpenQuestion.ask(project, by=by, reader=reader, **fields)


def make_idea(project, text="", *, by=None, **fields):
    """A member's own idea."""
    text = text or f"Open the window, number {next(numbers)}."
    return Idea.give(project, by=by or project.started_by, text=text, **fields)


def make_received(project, text="", *, question=None, **fields):
    """An idea from outside, that nobody has read yet."""
    question = question or make_question(project)
    return Idea.receive(question, text=text or f"From outside, number {next(numbers)}.", **fields)


def make_session(project, *, by=None, ideas=(), **fields):
    """A session written down; `ideas` are texts."""
    fields.setdefault("where", "The Friday lunch club")
    fields.setdefault("community", f"Older people, group {next(numbers)}")
    said = [{"text": text} for text in ideas]
    return Session.record(project, by=by or project.started_by, ideas=said, **fields)


def make_proposal(organisation, *, by=None, **fields):
    """(a big idea that someone proposed, the code to follow it with)."""
    number = next(numbers)
    fields.setdefault("problem", f"The waiting room is loud, number {number}.")
    fields.setdefault("idea", f"Turn the radio off, number {number}.")
    return Proposal.propose(organisation, by=by, mark=f"proposal {number}", **fields)


def make_group(project, name="", *, by=None, **fields):
    """A group of people whom the change affects."""
    name = name or f"People of group {next(numbers)}"
    return AffectedGroup.add(project, by=by or project.started_by, name=name, **fields)


def make_record(project, *, by=None, note=""):
    """An involvement record with short files, which nobody had to draw."""
    number = next(numbers)
    kinds = RecordFile.Kind
    contents = {kind: f"The {kind} of record {number}.".encode() for kind in kinds}
    return Record.keep(
        project, by=by or project.started_by, contents=contents, number=next_number(project),
        mark=str(number), version=project.version, made_at=timezone.now(), note=note,
    )  # fmt: skip


def make_upload(name="notes.txt", content=b"What people said.", kind="text", alternative=""):
    """A file as a form hands it to a verb."""
    return {"name": name, "content": content, "kind": kind, "alternative": alternative}


def make_source(project, title="", *, by=None, **fields):
    """A source of what people lived through; `upload` brings its file."""
    fields.setdefault("kind", Source.Kind.EXPERIENCE)
    title = title or f"Source {next(numbers)}"
    return Source.add(project, by=by or project.started_by, title=title, **fields)


def make_claim(project, *, person=None, **fields):
    """Something a member would like to be paid for, today."""
    fields.setdefault("what", f"Bus fare {next(numbers)}")
    fields.setdefault("on", timezone.localdate())
    return Claim.ask(project, person or project.started_by, **fields)


def make_rate(organisation, *, by=None, **fields):
    fields.setdefault("what", f"Meeting {next(numbers)}")
    fields.setdefault("amount", 20)
    fields.setdefault("unit", "meeting")
    fields.setdefault("from_on", timezone.localdate())
    return Rate.add(organisation, by=by or make_user(), **fields)


def make_offer(project, **fields):
    fields.setdefault("pays", "rates")
    return PaymentOffer.say(project, by=project.started_by, **fields)


def make_update(project, headline="", *, by=None, is_sent=True, **words):
    """An update that was sent just now, or a draft."""
    words.setdefault("text", "The team met and talked about it.")
    headline = headline or f"What happened, part {next(numbers)}"
    update = Update.write(project, by=by or project.started_by, headline=headline, **words)
    if is_sent:
        update.send(by=by or project.started_by)
    return update


def make_asked(project, question="", *, by=None):
    """What a member asks."""
    question = question or f"When does it begin? {next(numbers)}"
    return AskedQuestion.ask(project, by=by or project.started_by, question=question)


def make_follower(project, email="", *, is_confirmed=True):
    """(someone who follows without an account, the code in their mails)."""
    email = email or f"follower{next(numbers)}@collab.example"
    Follower.ask(project, email)
    code = Message.objects.filter(address=email).latest("pk").opened()[1].split("/")[-2]
    follower = Follower.behind(code)
    if is_confirmed:
        follower.confirm()
    return follower, code


def make_meeting(project, *, by=None, days=7, **fields):
    """A meeting of two hours in so many days (before today when negative), at ten o'clock."""
    ten = timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0)
    fields.setdefault("what_for", f"Meeting {next(numbers)}")
    fields.setdefault("place", "The library")
    fields.setdefault("starts_at", ten + timedelta(days=days))
    fields.setdefault("ends_at", fields["starts_at"] + timedelta(hours=2))
    return Meeting.plan(project, by=by or project.started_by, **fields)


def make_point(meeting, *, by=None, **fields):
    fields.setdefault("title", f"Point {next(numbers)}")
    return AgendaPoint.add(meeting, by=by or meeting.project.started_by, **fields)
