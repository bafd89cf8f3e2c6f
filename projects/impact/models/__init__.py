"""How things were and how they are: measures with their numbers, and stories beside them."""

from projects.impact.models.measures import EnoughAlready, Measure
from projects.impact.models.readings import Reading
from projects.impact.models.stories import Story

__all__ = ["EnoughAlready", "Measure", "Reading", "Story"]
