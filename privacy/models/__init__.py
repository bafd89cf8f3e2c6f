"""What we tell people, what they agreed to, how long things are kept, and what is gone."""

from privacy.models.holds import LegalHold
from privacy.models.retention import Destroyed, Kind, RetentionClass
from privacy.models.statements import Agreement, Statement, agreed, note_agreed

__all__ = [
    "Agreement",
    "Destroyed",
    "Kind",
    "LegalHold",
    "RetentionClass",
    "Statement",
    "agreed",
    "note_agreed",
]
