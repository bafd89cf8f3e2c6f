from projects.conversation.models.agenda import AgendaPoint, Captured
from projects.conversation.models.coming import Coming
from projects.conversation.models.meetings import (
    Meeting,
    MeetingRole,
    MeetingSummary,
    NotPlanned,
    on_paper,
)

__all__ = [
    "AgendaPoint",
    "Captured",
    "Coming",
    "Meeting",
    "MeetingRole",
    "MeetingSummary",
    "NotPlanned",
    "on_paper",
]
