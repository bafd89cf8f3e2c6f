"""What a team found out before it changes anything."""

from projects.evidence.models.sources import Source

__all__ = ["Source"]
