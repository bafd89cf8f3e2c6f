"""Who did what in the last meetings, and whether it goes round: in words, never a ranking."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.conversation.models import Meeting as Held
from projects.conversation.models import MeetingRole as PlannedRole
from projects.models import Membership
from projects.partnership.models import MeetingRole

LAST = 5
"""So many meetings are looked at."""
Role = MeetingRole.Role


@dataclass
class Did:
    """Who had a role in a meeting: a member, or someone in words."""

    role: str
    member: Membership | None
    body: str

    @property
    def who(self):
        return self.member.user.name if self.member else self.body


@dataclass
class Meeting:
    on: date
    roles: dict[str, Did]
    address: str = ""
    """Of the meeting's own page, where the roles come from there."""

    @property
    def cells(self):
        return [self.roles.get(role) for role in Role]


def meetings_of(project):
    """Each meeting with who did what in it, newest first, in two queries.

    What is written down here, and what the pages of closed meetings say. Where both tell of one
    day, what is written here counts: somebody put it right.
    """
    found = {}
    closed = PlannedRole.objects.filter(meeting__project=project, meeting__state=Held.State.CLOSED)
    for row in closed.select_related("member__user", "meeting"):
        on = timezone.localdate(row.meeting.starts_at)
        meeting = found.setdefault(on, Meeting(on, {}, row.meeting.get_absolute_url()))
        meeting.roles[row.role] = Did(row.role, row.member, row.words)
    here = {}
    for row in project.meeting_roles.select_related("member__user"):
        meeting = here.setdefault(row.on, Meeting(row.on, {}))
        meeting.roles[row.role] = Did(row.role, row.member, row.body)
    return sorted((found | here).values(), key=lambda meeting: meeting.on, reverse=True)


def rotation_of(project):
    """A sentence for each role that somebody had in at least two of the last meetings."""
    return rotation_in(meetings_of(project))


def rotation_in(meetings):
    last = [did for meeting in meetings[:LAST] for did in meeting.roles.values()]
    by_role = {role: [did for did in last if did.role == role] for role in Role}
    return [sentence(role, those) for role, those in by_role.items() if len(those) > 1]


def sentence(role, rows):
    people = {row.member or row.body for row in rows}
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
