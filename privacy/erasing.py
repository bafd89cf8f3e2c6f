"""Erase a person: their name becomes what they brought, and what was private to them is gone.

What the group made together stays: ticks, decisions, what was written in the team's name.
"""

import re
from collections import Counter, defaultdict
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import Organisation, User, Way
from administration.models import Act
from needs.models import AskedAnotherWay
from outbox.models import Envelope, Message
from privacy.models import Destroyed, Kind, LegalHold
from projects.consents.models import Consent
from projects.ideas.models import MeToo
from projects.models import Activity, LastLead, Membership, PersonalCode, Project, Support
from projects.team.models import Invitation, JoinRequest
from ui.display import Contrast, TextSize, Wording

ROLES = {
    Membership.Perspective.SERVICE_USER: gettext_noop("a service user"),
    Membership.Perspective.CARER: gettext_noop("a carer"),
    Membership.Perspective.STAFF: gettext_noop("a member of staff"),
    Membership.Perspective.PARTNER: gettext_noop("a partner"),
}
SOMEONE = gettext_noop("someone who took part")
SOMEONE_ELSE = gettext_noop("someone")
GAVE = "gave someone the item"
"""What the activity calls it when an item is given; its note is that person's name."""
A_MOMENT = timedelta(minutes=1)


class NotYet(Exception):
    """Something has to be done first; `.reasons` says what, in words for the person."""

    def __init__(self, reasons):
        super().__init__("not yet")
        self.reasons = reasons


# What stands in the way


def reasons_against(person):
    """Why this person cannot be erased today, in words for themselves; usually none."""
    reasons = [
        _(
            "You are the only lead of “%(project)s”. Ask someone else to lead it, "
            "or close it, first."
        )
        % {"project": project.title}
        for project in led_alone_by(person)
    ]
    reasons += [
        _("You are the only administrator of %(organisation)s. Ask for another one first.")
        % {"organisation": organisation.name}
        for organisation in administered_alone_by(person)
    ]
    if LegalHold.objects.on_person(person).exists():
        reasons.append(
            _("There is a legal reason to keep this at the moment. Ask us what it is about.")
        )
    return reasons


def reasons_for_others(person):
    """The same in words for an administrator, who does not learn which teams someone is in."""
    reasons = []
    if led_alone_by(person):
        reasons.append(_("They are the only lead of an open project. It needs another one first."))
    if administered_alone_by(person):
        reasons.append(_("They are the only administrator. Choose another one first."))
    if LegalHold.objects.on_person(person).exists():
        reasons.append(_("What we know about them is kept for a legal reason at the moment."))
    return reasons


def led_alone_by(person):
    """Open projects that would have no lead without this person."""
    leads = Membership.objects.here().leads().filter(user__is_active=True)
    others = leads.exclude(user=person).values("project")
    mine = Membership.objects.here().leads().filter(user=person).values("project")
    return list(Project.objects.open().filter(pk__in=mine).exclude(pk__in=others))


def administered_alone_by(person):
    others = User.objects.filter(is_active=True).exclude(pk=person.pk)
    return [
        organisation
        for organisation in person.administers.all()
        if not others.filter(administers=organisation).exists()
    ]


# The deed


def erase(person, *, by, how, note=""):
    """Erase the person in one transaction; who has been erased already stays as they are.

    Raises NotYet, and then nothing has changed. `how` is one of Destroyed.How; `note` says where
    a written request is kept, without naming anyone.
    """
    with transaction.atomic():
        person = User.objects.select_for_update().get(pk=person.pk)
        if person.erased_at:
            return
        if reasons := reasons_against(person):
            raise NotYet(reasons)
        role, names = role_of(person), names_of(person)
        organisation = organisation_of(person)
        leave_every_team(person, by=by or person)
        gone = Counter()
        for erase_in in ROOMS:
            gone.update(erase_in(person, role, names))
        for account in [person, *User.objects.filter(merged_into=person)]:
            erase_account(account, role)
        Destroyed.objects.create(
            organisation=organisation, kind=Kind.PEOPLE, how=how, how_many=1,
            rows={name: number for name, number in gone.items() if number}, note=note, by=by,
        )  # fmt: skip
        transaction.on_commit(caches["documents"].clear)  # a finished PDF may give the name


def role_of(person):
    """What stands in place of the name: what they brought to the last team they joined."""
    last = person.memberships.order_by("-joined_on", "-pk").first()
    return _(ROLES[last.perspective]) if last else _(SOMEONE)


def names_of(person):
    """Every name the activity knows them by: they may have changed it since."""
    lines = Activity.objects.none()
    for place in person.memberships.all():
        lines |= lines_about(place)
    return {person.name} | set(lines.values_list("subject", flat=True))


def lines_about(membership):
    """Lines of activity whose subject is this place in the team, and so the person's name."""
    return Activity.objects.filter(
        project=membership.project_id,
        kind=Activity.Kind.TEAM,
        url__endswith=f"#member-{membership.pk}",
    )


def organisation_of(person):
    last = person.memberships.order_by("-joined_on", "-pk").select_related("project").first()
    if last:
        return last.project.organisation
    places = Organisation.objects.filter(staff=person) | Organisation.objects.filter(
        involvement_team=person
    )
    return places.first() or Organisation.objects.order_by("pk").first()


def leave_every_team(person, *, by):
    """In the order of the projects, so that two of these never wait for each other."""
    places = person.memberships.here().select_related("project", "user").order_by("project")
    for place in places:
        try:
            place.leave(by=by)
        except LastLead:  # only of a closed project: open ones were asked about before
            end_last_lead(place, by)


def end_last_lead(place, by):
    with place.project.changing(closed_too=True):
        place.left_on = timezone.localdate()
        place.save(update_fields=["left_on"])
        place.project.record(
            by, gettext_noop("left the team"), place, **Membership.figures_of(place.project)
        )


# Room by room: each returns how many rows went, by kind


def erase_in_teams(person, role, names):
    """The place stays as one of the team's past; its name follows the person's."""
    for place in person.memberships.all():
        lines_about(place).update(subject=role)
        help_of_theirs = Activity.objects.filter(
            project=place.project_id,
            kind=Activity.Kind.TEAM,
            url=reverse("support:index", args=[place.project_id]),
            subject__in=theirs_alone(place, names),
        )
        help_of_theirs.update(subject=role)
    person.memberships.update(speaks_for="", name_in_summary=False)
    cards = PersonalCode.objects.filter(membership__user=person).delete()[0]
    return {"code_cards": cards}


def theirs_alone(place, names):
    """Those of the names by which this team has known nobody else: a line of theirs is clear."""
    others = place.project.memberships.exclude(pk=place.pk)
    taken = set(others.values_list("user__name", flat=True))
    lines = Activity.objects.filter(
        project=place.project_id,
        kind=Activity.Kind.TEAM,
        url__contains="#member-",
        subject__in=names,
    )
    mine = lines_about(place).values("pk")
    return names - taken - set(lines.exclude(pk__in=mine).values_list("subject", flat=True))


def erase_in_notes(person, role, names):
    """What holds a name: whom an item was given to, who was asked first, who brings an answer."""
    for place in person.memberships.select_related("project"):
        known = theirs_alone(place, names)
        sessions = place.project.sessions
        sessions.filter(answer_to__in=known).update(answer_to=role)
        sessions.filter(answered_by__in=known).update(answered_by=role)
        lines = Activity.objects.filter(project=place.project_id)
        lines.filter(what=GAVE, note__in=known).update(note=role)
        for line in lines.filter(kind=Activity.Kind.PROJECT).exclude(note=""):
            *reason, asked = line.note.split("\n")
            told = replaced(asked, known, role)
            if told != asked:
                Activity.objects.filter(pk=line.pk).update(note="\n".join([*reason, told]))
    return {}


def replaced(asked, names, role):
    """“Asked first: Asha, Ben” with each of the names as the role; other words stay."""
    before = _("Asked first: %s") % ""
    if not asked.startswith(before):
        return asked
    people = asked.removeprefix(before).split(", ")
    return before + ", ".join(role if one in names else one for one in people)


def erase_in_administration(person, role, names):
    """Django's own log keeps names as text."""
    rows = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(User), object_id=str(person.pk)
    )
    return {"administration_lines": rows.update(object_repr=role, change_message="")}


def erase_acts(person, role, names):
    """What an administrator wrote about them."""
    notes = Act.objects.filter(whom=person).exclude(note="")
    return {"notes_of_administrators": notes.update(note="")}


def erase_private(person, role, names):
    """Needs, requests, what they agreed to, who looked; and what others entrusted to them.

    Their ideas stay, like all they said to the group; that they wanted what others said goes.
    """
    consents = Consent.objects.filter(membership__user=person)
    return {
        "needs": person.needs.all().delete()[0],
        "requests": asked_by(person).delete()[0],
        "agreements": person.agreements.all().delete()[0],
        "consents": consents.delete()[0],
        "private_reads": person.read_by.all().delete()[0],
        "me_toos": MeToo.objects.filter(by=person).delete()[0],
        "trusted_with": person.named_for.all().delete()[0] + person.arranges.all().delete()[0],
    }


def asked_by(person):
    """Also what they asked while they were signed out, by the address they gave."""
    theirs = Q(asker=person)
    if person.email:
        theirs |= Q(email__iexact=person.email)
    return AskedAnotherWay.objects.filter(theirs)


def erase_help(person, role, names):
    """Help ends on both sides; that there was some stays with what was written in it."""
    for support in Support.objects.lasting().filter(helper=person):
        support.end(by=person)
    Support.objects.filter(member__user=person).update(email="", digest="")
    asked = Support.objects.exclude(email="").filter(email__iexact=person.email or "")
    return {"asked_to_help": asked.delete()[0]}


def erase_invitations(person, role, names):
    """What was asked of them and is not answered yet."""
    invitations = Invitation.objects.filter(connects__user=person)
    asked = JoinRequest.objects.none()
    if person.email:
        invitations |= Invitation.objects.filter(email__iexact=person.email)
        asked = JoinRequest.objects.filter(email__iexact=person.email)
    return {"invitations": invitations.delete()[0], "join_requests": asked.delete()[0]}


def erase_messages(person, role, names):
    """To them, also at an address they gave; one that is on its way may still arrive."""
    messages, envelopes = Q(to=person), Q(to=person)
    if person.email:
        messages |= Q(address__iexact=person.email)
        envelopes |= Q(address__iexact=person.email)
    gone = Message.objects.filter(messages).delete()[0]
    gone += Envelope.objects.filter(envelopes).delete()[0]
    for message in [*messages_about(person), *messages_of_deeds(person)]:
        told = without(names, message.text, role)
        Message.objects.filter(pk=message.pk).update(text=told)
    return {"messages": gone}


def messages_about(person):
    """What others were told about this person: their place, their help, what they need."""
    places = [place.get_absolute_url() for place in person.memberships.all()]
    found = Q(url__in=places)
    for rows in (person.needs.all(), Support.objects.filter(member__user=person)):
        kind = ContentType.objects.get_for_model(rows.model)
        found |= Q(about_type=kind, about_id__in=list(rows.values_list("pk", flat=True)))
    for support in person.supports.exclude(agreed_at=None).select_related("member"):
        found |= Q(
            to=support.member.user_id,
            url=support.get_absolute_url(),
            written_at__range=(support.agreed_at, support.agreed_at + A_MOMENT),
        )
    return Message.objects.filter(found)


def messages_of_deeds(person):
    """What others were told of something this person did: it was written in the same moment."""
    deeds = defaultdict(list)
    kinds = Activity.Kind.CHECKLIST, Activity.Kind.DECISION, Activity.Kind.TEAM
    lines = Activity.objects.filter(actor=person, kind__in=kinds)
    for project, url, at in lines.values_list("project", "url", "at"):
        deeds[project, url].append(at)
    places = {project for project, _url in deeds}
    told = Message.objects.filter(in_project__in=places, url__in={url for _place, url in deeds})
    return [
        message
        for message in told
        if any(
            abs(at - message.written_at) < A_MOMENT for at in deeds[message.in_project, message.url]
        )
    ]


def without(names, text, role):
    """The text with the role for the name, once, where a paragraph begins with it as a word.

    So are all our sentences about someone. Elsewhere it may be a word like any other.
    """
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"^(?:{either})(?!\w)", lambda _found: role, text, count=1, flags=re.M)


def erase_sign_ins(person, role, names):
    """Every way in, and every place where they are signed in."""
    gone = {"addresses": EmailAddress.objects.filter(user=person).delete()[0]}
    for name, model in (
        ("second_steps", "mfa.Authenticator"),
        ("devices", "usersessions.UserSession"),
        ("other_accounts", "socialaccount.SocialAccount"),
    ):
        if apps.is_installed(f"allauth.{model.split('.')[0]}"):
            gone[name] = apps.get_model(model).objects.filter(user=person).delete()[0]
    return gone | {"sign_ins": end_sessions(person)}


def end_sessions(person):
    """A session says whose it is only inside: each one that still lives is opened once."""
    theirs = [
        session.pk
        for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if session.get_decoded().get(SESSION_KEY) == str(person.pk)
    ]
    return Session.objects.filter(pk__in=theirs).delete()[0]


ROOMS = [
    erase_in_teams,
    erase_in_notes,
    erase_in_administration,
    erase_acts,
    erase_messages,  # before the things that they are about
    erase_help,
    erase_private,
    erase_invitations,
    erase_sign_ins,
]


def erase_account(person, role):
    """The row stays, because what the group made points at it; nothing in it is the person's."""
    for places in (person.oversees, person.administers, person.works_for):
        places.clear()
    person.groups.clear()
    person.user_permissions.clear()
    person.set_unusable_password()
    person.change(
        email=None,
        name=role,
        phone="",
        post_to="",
        way=Way.NONE,
        wording=Wording.PLAIN,
        text_size=TextSize.NORMAL,
        contrast=Contrast.NORMAL,
        password=person.password,
        is_active=False,
        is_staff=False,
        is_superuser=False,
        last_login=None,
        erased_at=timezone.now(),
    )
