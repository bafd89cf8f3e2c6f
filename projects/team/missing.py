from django.utils.translation import gettext as _

from projects.models import Membership


def who_is_missing(members):
    """Who is not here yet, in words, from the members who are here. An empty list is good news."""
    counts = dict.fromkeys(Membership.Perspective, 0)
    for member in members:
        counts[Membership.Perspective(member.perspective)] += 1
    service_users = counts[Membership.Perspective.SERVICE_USER]
    carers = counts[Membership.Perspective.CARER]
    gaps = []
    if not service_users:
        gaps.append(_("No service user in the team."))
    if service_users == 1:
        gaps.append(_("Only one service user. One person cannot speak for everyone."))
    if not carers:
        gaps.append(_("No carer in the team."))
    if carers == 1:
        gaps.append(_("Only one carer. One person cannot speak for everyone."))
    if not counts[Membership.Perspective.STAFF]:
        gaps.append(_("No member of staff in the team."))
    if not counts[Membership.Perspective.PARTNER]:
        gaps.append(_("No partner from outside, such as a charity or a community group."))
    leads = [member for member in members if member.role == Membership.Role.LEAD]
    if leads and not any(member.is_lived for member in leads):
        gaps.append(_("No lead with lived experience. One from each side works well."))
    return gaps
