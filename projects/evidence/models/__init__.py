"""What a team found out before it changes anything, and whether the change is fair."""

from projects.evidence.models.equality import CheckedGroup, EqualityLook, EqualityVersion
from projects.evidence.models.sources import Source

__all__ = ["CheckedGroup", "EqualityLook", "EqualityVersion", "Source"]
