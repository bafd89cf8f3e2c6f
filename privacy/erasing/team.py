"""In the teams: the place, its notes, help on both sides, and who was asked in."""

from django.urls import reverse

from privacy.erasing.names import lines_about, replaced, theirs_alone
from projects.models import Activity, PersonalCode, Support
from projects.plan.models import CalendarFeed
from projects.team.models import Invitation, JoinRequest

GAVE = "gave someone the item"
"""What the activity calls it when an item is given; its note is that person's name."""


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
    CalendarFeed.objects.filter(membership__user=person).delete()
    return {"code_cards": cards}


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
