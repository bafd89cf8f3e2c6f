"""A checklist, its items, what the group answered, and who sees it differently."""

from projects.checklist.models.answers import EASY_ANSWERS, Answer, GivenAnswer
from projects.checklist.models.item import ChecklistItem
from projects.checklist.models.other_views import OtherView

__all__ = [
    "EASY_ANSWERS",
    "Answer",
    "ChecklistItem",
    "GivenAnswer",
    "OtherView",
]
