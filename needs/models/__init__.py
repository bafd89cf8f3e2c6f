"""What people need to take part, who may see it, and pages asked for another way."""

from needs.models.arranger import Arranger
from needs.models.asked import AlreadyAnswered, AskedAnotherWay
from needs.models.kinds import NeedKind
from needs.models.need import Arrangement, NamedPerson, Need

__all__ = [
    "AlreadyAnswered",
    "Arrangement",
    "Arranger",
    "AskedAnotherWay",
    "NamedPerson",
    "Need",
    "NeedKind",
]
