"""Meetings: who came stays as what they brought; names in what was printed become the role."""

import re

from privacy.erasing.names import theirs_alone
from projects.conversation.models import Meeting, MeetingRole, MeetingSummary


def erase_in_meetings(person, role, names):
    """Summaries say who does something, and invitations whom to call."""
    for place in person.memberships.select_related("project"):
        known = theirs_alone(place, names)
        if not known:
            continue
        either = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
        name = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
        in_project = {"meeting__project": place.project_id}
        replace_in(MeetingSummary.objects.filter(**in_project), ("text", "easy"), name, role)
        replace_in(MeetingRole.objects.filter(**in_project), ("words",), name, role)
        meetings = Meeting.objects.filter(project=place.project_id)
        replace_in(meetings, ("on_the_day", "draft", "draft_easy"), name, role)
    return {}


def replace_in(rows, fields, name, role):
    for row in rows:
        told = {field: name.sub(lambda _found: role, getattr(row, field)) for field in fields}
        if any(told[field] != getattr(row, field) for field in fields):
            rows.model.objects.filter(pk=row.pk).update(**told)
