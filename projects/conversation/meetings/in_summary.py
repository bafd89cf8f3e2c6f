"""What the summary and the record say of meetings. They may leave the team: nobody is named."""

from projects.conversation.meetings.invitation import when
from projects.conversation.meetings.who import who_came
from projects.conversation.models import Captured
from stages.models import Sharing


def meetings_of(project):
    """Each meeting that took place and was closed, in order; [] when there was none.

    A dict: `meeting`, `when`, `what_for`, `people` and `who` (in words, without small numbers),
    `decisions` (those that may stand on paper, as they are now), `actions` and `ideas` (how many).
    A fixed number of queries.
    """
    meetings = list(project.meetings.held())
    came, made = who_came(meetings), made_in(meetings)
    return [
        {
            "meeting": meeting,
            "when": when(meeting),
            "what_for": meeting.what_for,
            "people": came[meeting.pk].people_in_words,
            "who": came[meeting.pk].by_perspective,
            **made[meeting.pk],
        }
        for meeting in meetings
    ]


def made_in(meetings):
    """`{meeting's number: {"decisions", "actions", "ideas"}}`, in one query."""
    found = {meeting.pk: {"decisions": [], "actions": 0, "ideas": 0} for meeting in meetings}
    rows = Captured.objects.filter(meeting__in=meetings).select_related("decision")
    for row in rows.order_by("pk"):
        said = found[row.meeting_id]
        said["actions"] += row.action_id is not None
        said["ideas"] += row.idea_id is not None
        if row.decision and row.decision.sharing != Sharing.PRIVATE:
            said["decisions"].append(row.decision)
    return found
