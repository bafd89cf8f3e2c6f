"""What has come to its time, and destroying it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext as _

from accounts.models import Organisation, PrivateRead, User
from accounts.sessions import forget_ended
from needs.models import AskedAnotherWay
from outbox.models import Envelope, Message
from privacy.erasing import erase
from privacy.erasing.obstacles import NotYet
from privacy.models import Destroyed, Kind, LegalHold
from privacy.retention import talk, together
from privacy.retention.rules import first_organisation, may_decide, rules_of
from projects.files import keeping
from projects.ideas.models import Giver, Idea
from projects.models import Membership, PersonalCode, Project, Support
from projects.payment.models import Claim
from projects.team.models import Invitation, JoinRequest
from proposals.models import Proposal


@dataclass
class Due:
    """One thing that has come to its time, as the one who looks at it sees it."""

    pk: int
    what: str
    since: datetime
    url: str = ""
    is_held: bool = False


# What ended before a moment, kind by kind: a queryset with `ended`, the moment it ended


def closed_projects(organisation, before):
    held = LegalHold.objects.standing().filter(project=OuterRef("pk"))
    held_people = LegalHold.objects.standing().filter(person__memberships__project=OuterRef("pk"))
    closed = Project.objects.filter(organisation=organisation).exclude(status__in=Project.OPEN)
    rows = closed.annotate(ended=F("last_activity_at"), held=Exists(held) | Exists(held_people))
    return rows.filter(ended__lt=before)


def people(organisation, before):
    """Those in no team and with no other place, by the last thing we know of them."""
    here = Membership.objects.here().filter(user=OuterRef("pk"))
    places = Organisation.objects.filter(
        Q(staff=OuterRef("pk"))
        | Q(involvement_team=OuterRef("pk"))
        | Q(administrators=OuterRef("pk"))
    )
    past = Membership.objects.filter(user=OuterRef("pk"))
    last_left = past.order_by("-left_on").values("left_on")[:1]
    belongs = Exists(past.filter(project__organisation=organisation))
    if organisation == first_organisation():
        belongs |= ~Exists(past)
    rows = User.objects.filter(belongs, erased_at=None, is_staff=False, is_superuser=False)
    helps = Support.objects.lasting().filter(helper=OuterRef("pk"))
    for place in (here, places, helps):
        rows = rows.exclude(Exists(place))
    seen = Coalesce("last_login", "date_joined")
    rows = rows.annotate(ended=Greatest(seen, "date_joined"), left_last=models.Subquery(last_left))
    gone = Q(left_last=None) | Q(left_last__lt=before.date())
    held = LegalHold.objects.standing().filter(
        Q(person=OuterRef("pk")) | Q(project__memberships__user=OuterRef("pk"))
    )
    return rows.filter(gone, ended__lt=before).annotate(held=Exists(held))


def known_elsewhere(organisation):
    """People in whom another organisation has a part, as members or as helpers, now or before."""
    own = Q(project__organisation=organisation)
    places = Membership.objects.filter(user=OuterRef("pk")).exclude(own)
    helps = Support.objects.filter(helper=OuterRef("pk")).exclude(own)
    return Exists(places) | Exists(helps)


def private_reads(organisation, before):
    """A hold on the one who looked keeps it too: it may be what the hold is about."""
    held = LegalHold.objects.standing().filter(
        Q(person=OuterRef("of"))
        | Q(person=OuterRef("reader"))
        | Q(project__memberships__user=OuterRef("of"))
    )
    rows = PrivateRead.objects.filter(at__lt=before).select_related("reader")
    return rows.annotate(ended=F("at"), held=Exists(held))


def destroyed(organisation, before):
    rows = Destroyed.objects.filter(organisation=organisation, at__lt=before)
    return rows.annotate(ended=F("at"), held=never())


def sessions(organisation, before):
    return Session.objects.filter(expire_date__lt=before).annotate(ended=F("expire_date"))


def codes(organisation, before):
    rows = PersonalCode.objects.filter(membership__left_on__lt=before.date())
    return rows.annotate(ended=F("membership__left_on"))


def another_way(organisation, before):
    rows = AskedAnotherWay.objects.filter(organisation=organisation, answered_at__lt=before)
    held = LegalHold.objects.standing().filter(
        Q(person=OuterRef("asker")) | Q(project=OuterRef("project"))
    )
    return rows.annotate(ended=F("answered_at"), held=Exists(held))


def claims(organisation, before):
    """Paid, or not to be paid. Those that wait stay however old they are."""
    rows = Claim.objects.filter(project__organisation=organisation, changed_at__lt=before)
    rows = rows.exclude(status__in=Claim.WAITING).select_related("project")
    held = LegalHold.objects.standing().filter(
        Q(person=OuterRef("person")) | Q(project=OuterRef("project"))
    )
    return rows.annotate(ended=F("changed_at"), held=Exists(held))


def invitations(organisation, before):
    """Nobody answered, and the day to answer by is past. The others hold no name any more."""
    rows = Invitation.objects.unanswered().filter(project__organisation=organisation)
    rows = rows.filter(answer_by__lt=before.date()).select_related("project")
    return rows.annotate(ended=F("answer_by"), held=Exists(hold_on_its_project()))


def refusals(organisation, before):
    """They said no, and no lead has looked: their name and their reason are still there."""
    rows = Invitation.objects.to_be_read().filter(project__organisation=organisation)
    rows = rows.filter(~Exists(hold_on_its_project()), declined_at__lt=before)
    return rows.annotate(ended=F("declined_at")).select_related("project")


def helpers(organisation, before):
    """They were asked to help a member, and have said neither yes nor no."""
    asked = Support.objects.filter(project__organisation=organisation, ended_at=None)
    asked = asked.filter(~Exists(hold_on_its_project()), agreed_at=None, named_at__lt=before)
    return asked.annotate(ended=F("named_at")).select_related("project")


def join_requests(organisation, before):
    rows = JoinRequest.objects.waiting().filter(project__organisation=organisation)
    rows = rows.filter(made_at__lt=before).select_related("project")
    return rows.annotate(ended=F("made_at"), held=Exists(hold_on_its_project()))


def refused_ideas(organisation, before):
    rows = Idea.objects.filter(project__organisation=organisation, door=Idea.Door.REFUSED)
    rows = rows.filter(~Exists(hold_on_its_project()), checked_on__lt=before.date())
    return rows.annotate(ended=F("checked_on"))


def idea_contacts(organisation, before):
    """The idea stays; only how to reach whoever gave it goes."""
    rows = Giver.objects.with_contact().filter(idea__project__organisation=organisation)
    held = LegalHold.objects.standing().filter(project=OuterRef("idea__project"))
    rows = rows.filter(~Exists(held), idea__given_on__lt=before.date())
    return rows.annotate(ended=F("idea__given_on")).select_related("idea")


def proposals(organisation, before):
    """Answered, and still with a name or a way to reach whoever proposed it."""
    rows = Proposal.objects.answered().filter(organisation=organisation, answered_at__lt=before)
    rows = rows.exclude(name="", email="", reach="").filter(~Exists(hold_on_its_project()))
    return rows.annotate(ended=F("answered_at"))


def hold_on_its_project():
    return LegalHold.objects.standing().filter(project=OuterRef("project"))


def messages(organisation, before):
    """Those that nobody is at any more: sent, told, withdrawn, too late, given up or unsure."""
    at_work = [Envelope.State.WAITING, Envelope.State.HANDING_OVER]
    packed = Q(envelope__isnull=False) & ~Q(envelope__state__in=at_work)
    sent = packed & Q(envelope__done_at__lt=before)
    stuck = packed & Q(envelope__done_at=None, written_at__lt=before)
    dropped = Q(state__in=[Message.State.WITHDRAWN, Message.State.EXPIRED], written_at__lt=before)
    rows = Message.objects.filter(sent | stuck | dropped).exclude(
        text="", url="", group="", sealed="", address="", calendar=""
    )
    held = LegalHold.objects.standing().filter(
        Q(person=OuterRef("to")) | Q(project=OuterRef("in_project"))
    )
    return rows.filter(~Exists(held)).annotate(ended=F("written_at"))


def never():
    return models.Value(False, output_field=models.BooleanField())


FOUND = {
    Kind.CLOSED_PROJECTS: closed_projects,
    Kind.PEOPLE: people,
    Kind.PRIVATE_READS: private_reads,
    Kind.DESTROYED: destroyed,
    Kind.ANOTHER_WAY: another_way,
    Kind.CLAIMS: claims,
    Kind.INVITATIONS: invitations,
    Kind.REFUSALS: refusals,
    Kind.HELPERS: helpers,
    Kind.JOIN_REQUESTS: join_requests,
    Kind.REFUSED_IDEAS: refused_ideas,
    Kind.IDEA_CONTACTS: idea_contacts,
    Kind.CONTACT_WISHES: together.contact_wishes,
    Kind.FOLLOWERS: talk.followers,
    Kind.ASKERS: talk.askers,
    Kind.PROPOSALS: proposals,
    Kind.MESSAGES: messages,
    Kind.SESSIONS: sessions,
    Kind.CODES: codes,
}


def rows_due(organisation, rule, now=None, *, by=None):
    """The rows of this kind whose time has come there; a queryset, oldest first.

    `by` is who would press: they get nothing that is not theirs to decide. Without it, all.
    """
    if rule.whole_installation and organisation != first_organisation():
        return User.objects.none()
    if by and not may_decide(by, organisation, rule):
        return User.objects.none()
    rows = FOUND[rule.kind](organisation, rule.ended_before(now)).order_by("ended", "pk")
    if rule.kind == Kind.PEOPLE and not (by and by.is_superuser):
        rows = rows.exclude(known_elsewhere(organisation))
    if rule.kind == Kind.PRIVATE_READS and by:
        rows = rows.exclude(reader=by)  # nobody takes away that they looked
    return rows


def as_read(rule, row):
    """A row as the one who looks at it sees it."""
    url = row.get_absolute_url() if rule.kind == Kind.CLOSED_PROJECTS else ""
    return Due(row.pk, SAID[rule.kind](row), row.ended, url, row.held)


SAID = {
    Kind.CLOSED_PROJECTS: str,
    Kind.PEOPLE: str,
    Kind.PRIVATE_READS: lambda row: f"{row.reader.name}: {_(row.what)}",
    Kind.ANOTHER_WAY: lambda row: _("A request that was answered"),
    Kind.CLAIMS: lambda row: _("Something claimed in “%s”") % row.project.title,
    Kind.INVITATIONS: lambda row: _("An invitation to “%s”") % row.project.title,
    Kind.JOIN_REQUESTS: lambda row: _("Someone who asked to join “%s”") % row.project.title,
    Kind.DESTROYED: lambda row: f"{row.get_kind_display()}: {row.how_many}",
}


# Destroying


def destroy(organisation, rule, numbers, *, by):
    """Destroy those of `numbers` that are still due and not held; how many that were.

    Only what is theirs to decide (see `rows_due`). One transaction for each project and each
    person, so that one that cannot go stops no other.
    """
    if not may_decide(by, organisation, rule):
        return 0
    rows = rows_due(organisation, rule, by=by).filter(pk__in=numbers, held=False)
    if rule.kind == Kind.PEOPLE:
        return sum(erased(person, by) for person in rows)
    if rule.kind == Kind.CLOSED_PROJECTS:
        return sum(destroy_project(project, by) for project in rows)
    return destroy_rows(organisation, rule, rows, how=Destroyed.How.PRESSED, by=by)


def erased(person, by):
    """Whether it could be done: something may stand in the way since the list was drawn."""
    try:
        erase(person, by=by, how=Destroyed.How.PRESSED)
    except NotYet:
        return False
    return True


@transaction.atomic
def destroy_project(project, by):
    """A closed project with everything in it. Its people stay: they may be in others."""
    project = Project.objects.select_for_update().get(pk=project.pk)
    if not project.is_closed or LegalHold.objects.on_project(project).exists():
        return False
    organisation, gone = project.organisation, Counter()
    project.decisions.update(replaces=None)
    told = Message.objects.filter(in_project=project.pk)
    keeping.forget(project.files.here().values_list("stored", flat=True))
    parts = (
        *together.of_project(project),
        project.meetings,
        project.plan_changes,
        project.small_tests,
        project.actions,
        project.aims,
        project.assessments,
        project.updates,
        project.asked_questions,
        project.rhythms,
        project.hearers,
        project.sources,
        project.decisions,
        project.ideas,
        project.open_questions,
        project.checklist,
        project.activity,
        project.claims,
        project.hands,
        told,
    )
    for rows in parts:  # in this order: what points at a thing goes before it
        gone.update(rows.all().delete()[1])
    gone.update(project.delete()[1])
    log(organisation, Kind.CLOSED_PROJECTS, 1, gone, how=Destroyed.How.PRESSED, by=by)
    transaction.on_commit(caches["documents"].clear)
    return True


@transaction.atomic
def wipe_messages(organisation, rule, rows):
    """That something was sent stays known, and to which person; words and address go.

    What nobody has seen to until then is too late: there is nothing left to send.
    """
    found = list(rows.values_list("pk", flat=True))
    envelopes = Envelope.objects.filter(messages__in=found)
    stuck = envelopes.filter(state__in=[Envelope.State.GIVEN_UP, Envelope.State.UNSURE])
    stuck.update(state=Envelope.State.EXPIRED)
    envelopes.update(address="")
    number = Message.objects.filter(pk__in=found).update(
        text="", url="", group="", sealed="", address=""
    )
    if number:
        how = Destroyed.How.BY_ITSELF
        log(organisation, rule.kind, number, {"outbox.Message": number}, how=how, by=None)
    return number


FORGOTTEN = (Kind.REFUSALS, Kind.HELPERS, Kind.IDEA_CONTACTS, Kind.PROPOSALS)
FORGOTTEN += (Kind.FOLLOWERS, Kind.ASKERS)
"""What stays as a row, and says no more who it was."""


@transaction.atomic
def forget_each(organisation, rule, rows):
    """The row stays, because others count it or read it; nothing in it says who it was."""
    found = list(rows)
    for row in found:
        if rule.kind == Kind.REFUSALS:
            row.read()
        elif rule.kind in (Kind.IDEA_CONTACTS, Kind.ASKERS):
            row.forget()
        elif rule.kind == Kind.FOLLOWERS:
            row.stop()
        elif rule.kind == Kind.PROPOSALS:
            row.forget_contact()
        else:
            row.end(by=None)
    if found:
        how = Destroyed.How.BY_ITSELF
        log(organisation, rule.kind, len(found), {rows.model._meta.label: len(found)}, how=how)
    return len(found)


@transaction.atomic
def destroy_rows(organisation, rule, rows, *, how, by=None):
    found = list(rows.values_list("pk", flat=True))
    _number, gone = rows.model.objects.filter(pk__in=found).delete()
    if found:
        log(organisation, rule.kind, len(found), gone, how=how, by=by)
    return len(found)


def log(organisation, kind, how_many, rows, *, how, by=None):
    """That it is gone, and how many rows of each kind went with it. Nothing personal."""
    counts = Counter()
    for label, number in rows.items():
        counts[label.split(".")[-1].lower()] += number
    Destroyed.objects.create(
        organisation=organisation, kind=kind, how=how, how_many=how_many, rows=dict(counts), by=by
    )


def destroy_by_itself(organisation):
    """What needs nobody to look at it first; `{kind: how many}`."""
    done = {}
    for rule in rules_of(organisation):
        if rule.by_itself:
            rows = rows_due(organisation, rule)
            if rule.kind == Kind.MESSAGES:
                done[rule.kind] = wipe_messages(organisation, rule, rows)
            elif rule.kind in FORGOTTEN:
                done[rule.kind] = forget_each(organisation, rule, rows)
            else:
                how = Destroyed.How.BY_ITSELF
                done[rule.kind] = destroy_rows(organisation, rule, rows, how=how)
    forget_ended()
    return {kind: number for kind, number in done.items() if number}
