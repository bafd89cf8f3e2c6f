"""Two leads, one from each side: what we suggest, and never ask for twice."""

from projects.models import Membership

STAFF = [Membership.Perspective.STAFF]


def side_without_lead(project, membership):
    """ "lived" or "staff" when that side has no lead and this lead has not let the idea go."""
    may_lead = "lead" in membership.abilities and not project.is_closed
    if not may_lead or project.one_lead_will_do:
        return ""
    leads = list(project.memberships.here().leads())
    if not any(member.is_lived for member in leads):
        return "lived"
    return "" if any(member.perspective in STAFF for member in leads) else "staff"


def who_could_lead(project, side):
    """The members of that side who do not lead yet."""
    perspectives = Membership.LIVED if side == "lived" else STAFF
    here = project.memberships.here().exclude(role=Membership.Role.LEAD)
    return here.filter(perspective__in=perspectives).select_related("user")
