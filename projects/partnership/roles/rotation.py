"""Who did what in the last meetings, and whether it goes round: in words, never a ranking."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from projects.models import Membership
from projects.partnership.models import MeetingRole

LAST = 5
"""So many meetings are looked at."""
Role = MeetingRole.Role


@dataclass
class Meeting:
    on: object
    roles: dict

    @property
    def cells(self):
        return [self.roles.get(role) for role in Role]


def meetings_of(rows):
    return [
        Meeting(on, {row.role: row for row in those})
        for on, those in groupby(rows, key=lambda row: row.on)
    ]


def rotation_of(project):
    """A sentence for each role that somebody had in at least two of the last meetings."""
    days = project.meeting_roles.order_by("-on").values("on").distinct()[:LAST]
    rows = list(
        project.meeting_roles.filter(on__in=[day["on"] for day in days]).select_related("member")
    )
    by_role = {role: [row for row in rows if row.role == role] for role in Role}
    return [sentence(role, those) for role, those in by_role.items() if len(those) > 1]


def sentence(role, rows):
    people = {row.member_id or row.body for row in rows}
    about = {"number": len(rows)}
    if len(people) == 1:
        return ONE_PERSON[role]() % about
    sides = {side_of(row) for row in rows}
    if sides == {"staff"}:
        return ALL_STAFF[role]() % about
    if sides == {"lived"}:
        return ALL_LIVED[role]() % about
    if len(people) == len(rows):
        return EACH_TIME[role]()
    return GOES_ROUND[role]()


def side_of(row):
    if row.member is None:
        return "other"
    if row.member.perspective in Membership.LIVED:
        return "lived"
    return "staff" if row.member.perspective == Membership.Perspective.STAFF else "other"


ONE_PERSON = {
    Role.CHAIR: lambda: _("The same person ran the last %(number)s meetings."),
    Role.AGENDA: lambda: _("The same person set the agenda of the last %(number)s meetings."),
    Role.NOTES: lambda: _("The same person took the notes of the last %(number)s meetings."),
}
ALL_STAFF = {
    Role.CHAIR: lambda: _("The last %(number)s meetings were all run by staff."),
    Role.AGENDA: lambda: _("Staff set the agenda of the last %(number)s meetings."),
    Role.NOTES: lambda: _("Staff took the notes of the last %(number)s meetings."),
}
ALL_LIVED = {
    Role.CHAIR: lambda: _(
        "The last %(number)s meetings were all run by people who use services or carers."
    ),
    Role.AGENDA: lambda: _(
        "People who use services or carers set the agenda of the last %(number)s meetings."
    ),
    Role.NOTES: lambda: _(
        "People who use services or carers took the notes of the last %(number)s meetings."
    ),
}
EACH_TIME = {
    Role.CHAIR: lambda: _("A different person ran the meeting each time."),
    Role.AGENDA: lambda: _("A different person set the agenda each time."),
    Role.NOTES: lambda: _("Different people took notes each time."),
}
GOES_ROUND = {
    Role.CHAIR: lambda: _("Running the meeting goes round between people."),
    Role.AGENDA: lambda: _("Setting the agenda goes round between people."),
    Role.NOTES: lambda: _("Taking notes goes round between people."),
}
