from projects.partnership.models.check_ins import (
    AlreadyAnswered,
    CheckIn,
    NoPaperLeft,
    NotAsked,
    OnPaper,
    OnPaperOnly,
    TooFewPeople,
    TooSoon,
)
from projects.partnership.models.contact import ContactWish
from projects.partnership.models.results import Remark, Spread
from projects.partnership.models.roles import MeetingRole
from projects.partnership.models.sealed_box import SealedBox
from projects.partnership.models.ways import Ways, WaysVoice

__all__ = [
    "AlreadyAnswered",
    "CheckIn",
    "ContactWish",
    "MeetingRole",
    "NoPaperLeft",
    "NotAsked",
    "OnPaper",
    "OnPaperOnly",
    "Remark",
    "SealedBox",
    "Spread",
    "TooFewPeople",
    "TooSoon",
    "Ways",
    "WaysVoice",
]
