"""How things were and how they are: measures with their numbers, and stories beside them.

And what the team makes of it: the difference people made, what was learned, what happens next.
"""

from projects.impact.models.differences import Difference
from projects.impact.models.lessons import Lesson
from projects.impact.models.meanings import Meaning, WhatNext
from projects.impact.models.measures import EnoughAlready, Measure
from projects.impact.models.readings import Reading
from projects.impact.models.stories import Story

__all__ = [
    "Difference",
    "EnoughAlready",
    "Lesson",
    "Meaning",
    "Measure",
    "Reading",
    "Story",
    "WhatNext",
]
