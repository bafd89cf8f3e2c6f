"""The plan: the aim, who does what, small tests, approvals, changes of plan, and a calendar."""

from projects.plan.models.actions import Action, HasOwner, NotOpen
from projects.plan.models.aims import Aim
from projects.plan.models.approvals import Approval
from projects.plan.models.changes import PlanChange
from projects.plan.models.feeds import CalendarFeed
from projects.plan.models.trials import Cycle, NotNow, SmallTest

__all__ = [
    "Action",
    "Aim",
    "Approval",
    "CalendarFeed",
    "Cycle",
    "HasOwner",
    "NotNow",
    "NotOpen",
    "PlanChange",
    "SmallTest",
]
