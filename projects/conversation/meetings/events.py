"""What meetings put in a member's calendar."""

from projects.calendars import joins
from projects.conversation.meetings.invitation import event_of


@joins
def events_of_meetings(membership):
    """Every meeting of the project, in one query: those called off too, so that they go."""
    meetings = membership.project.meetings.order_by("starts_at", "pk")
    return [event_of(meeting) for meeting in meetings.select_related("project__organisation")]
