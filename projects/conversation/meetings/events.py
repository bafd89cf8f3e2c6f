"""Meetings for a calendar that people subscribe to."""

from projects.conversation.meetings.invitation import event_of


def events_of(membership):
    """The events of a member's project, in one query: those called off too, so that they go.

    Each is a dict: uid, title, start, end, place, description, url, sequence, cancelled.
    """
    meetings = membership.project.meetings.order_by("starts_at", "pk")
    return [event_of(meeting) for meeting in meetings.select_related("project__organisation")]
