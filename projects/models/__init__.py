"""A project, its team, what is open in it, and what happened. Everything else points here."""

from projects.models.activity import Activity
from projects.models.cases import CaseEntry, ImportedCase
from projects.models.codes import NotForThem, PersonalCode
from projects.models.differing import Differing, once_for_each
from projects.models.groups import AffectedGroup
from projects.models.hands import Hand, said_by
from projects.models.in_project import ChangedMeanwhile, InProject, Shared
from projects.models.moves import Move
from projects.models.part_versions import PartVersion
from projects.models.parts import Part
from projects.models.project import Project, ProjectClosed, ProjectQuerySet
from projects.models.published import InProjectQuerySet
from projects.models.search import SearchText
from projects.models.status_changes import StatusChange
from projects.models.support import Support, SupportEnded
from projects.models.team import LastLead, Membership

__all__ = [
    "Activity",
    "AffectedGroup",
    "CaseEntry",
    "ChangedMeanwhile",
    "Differing",
    "Hand",
    "ImportedCase",
    "InProject",
    "InProjectQuerySet",
    "LastLead",
    "Membership",
    "Move",
    "NotForThem",
    "Part",
    "PartVersion",
    "PersonalCode",
    "Project",
    "ProjectClosed",
    "ProjectQuerySet",
    "SearchText",
    "Shared",
    "StatusChange",
    "Support",
    "SupportEnded",
    "once_for_each",
    "said_by",
]
