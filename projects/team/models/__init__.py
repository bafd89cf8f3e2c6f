"""Coming into a team: by invitation, or by asking because of a poster."""

from projects.team.models.codes import InvitationCode
from projects.team.models.invitations import Invitation, NotByThem, NotOpen, PrintedJustNow
from projects.team.models.posters import JoinPage, JoinRequest

__all__ = [
    "Invitation",
    "InvitationCode",
    "JoinPage",
    "JoinRequest",
    "NotByThem",
    "NotOpen",
    "PrintedJustNow",
]
