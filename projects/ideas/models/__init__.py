"""What people said and what became of it. A decision points at its ideas, never the other way."""

from projects.ideas.models.givers import ContactRead, Giver
from projects.ideas.models.ideas import AnsweredAlready, Idea
from projects.ideas.models.me_toos import MeToo
from projects.ideas.models.outcomes import Outcome
from projects.ideas.models.questions import OpenQuestion, QuestionClosed
from projects.ideas.models.sessions import Session
from projects.ideas.models.sorting import sort_under_themes
from projects.ideas.models.themes import Theme, under_themes

__all__ = [
    "AnsweredAlready",
    "ContactRead",
    "Giver",
    "Idea",
    "MeToo",
    "OpenQuestion",
    "Outcome",
    "QuestionClosed",
    "Session",
    "Theme",
    "sort_under_themes",
    "under_themes",
]
