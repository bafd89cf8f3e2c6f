"""Keeping the conversation going: updates, questions, who hears what, and how often."""

from projects.conversation.models.answers import Answer
from projects.conversation.models.askers import Asker
from projects.conversation.models.followers import Follower
from projects.conversation.models.hearers import Hearer
from projects.conversation.models.questions import AskedQuestion
from projects.conversation.models.rhythm import Rhythm
from projects.conversation.models.updates import AlreadySent, Correction, Update

__all__ = [
    "AlreadySent",
    "Answer",
    "AskedQuestion",
    "Asker",
    "Correction",
    "Follower",
    "Hearer",
    "Rhythm",
    "Update",
]
