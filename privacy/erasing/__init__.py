"""Erase a person: their name becomes what they brought, and what was private to them is gone.

What the group made together stays: ticks, decisions, what was written in the team's name.
"""

from collections import Counter

from django.core.cache import caches
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts.models import Organisation, User
from privacy.erasing import account, meetings, messages, private, stories, team
from privacy.erasing.names import names_of, role_of
from privacy.erasing.obstacles import NotYet, reasons_against
from privacy.models import Destroyed, Kind
from projects.models import LastLead, Membership

ROOMS = [
    team.erase_in_teams,
    team.erase_in_notes,
    account.erase_in_administration,
    account.erase_acts,
    messages.erase_messages,  # before the things that they are about
    team.erase_help,
    private.erase_private,
    stories.erase_stories,
    meetings.erase_in_meetings,
    private.erase_proposals,
    private.erase_contacts,
    team.erase_invitations,
    account.erase_sign_ins,
]
"""Each takes the person, the role and the names, and returns how many rows went, by kind."""


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
        for one in [person, *User.objects.filter(merged_into=person)]:
            account.erase_account(one, role)
        Destroyed.objects.create(
            organisation=organisation, kind=Kind.PEOPLE, how=how, how_many=1,
            rows={name: number for name, number in gone.items() if number}, note=note, by=by,
        )  # fmt: skip
        transaction.on_commit(caches["documents"].clear)  # a finished PDF may give the name


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
