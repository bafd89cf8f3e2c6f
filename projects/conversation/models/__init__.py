"""Keeping the conversation going: updates, questions, meetings, who hears what, and how often."""

from projects.conversation.models.agenda import AgendaPoint, Captured
from projects.conversation.models.answers import Answer
from projects.conversation.models.askers import Asker
from projects.conversation.models.coming import Coming
from projects.conversation.models.followers import Follower
from projects.conversation.models.hearers import Hearer
from projects.conversation.models.meetings import (
    Meeting,
    MeetingRole,
    MeetingSummary,
    NotPlanned,
    on_paper,
)
from projects.conversation.models.questions import AskedQuestion
from projects.conversation.models.rhythm import Rhythm
from projects.conversation.models.updates import AlreadySent, Correction, Update

__all__ = [
    "AgendaPoint",
    "AlreadySent",
    "Answer",
    "AskedQuestion",
    "Asker",
    "Captured",
    "Coming",
    "Correction",
    "Follower",
    "Hearer",
    "Meeting",
    "MeetingRole",
    "MeetingSummary",
    "NotPlanned",
    "Rhythm",
    "Update",
    "on_paper",
]
