"""What someone is called: in the team, in its activity, in a sentence; and the role instead."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from projects.models import Activity, Membership

ROLES = {
    Membership.Perspective.SERVICE_USER: gettext_noop("a service user"),
    Membership.Perspective.CARER: gettext_noop("a carer"),
    Membership.Perspective.STAFF: gettext_noop("a member of staff"),
    Membership.Perspective.PARTNER: gettext_noop("a partner"),
}
SOMEONE = gettext_noop("someone who took part")


def role_of(person):
    """What stands in place of the name: what they brought to the last team they joined."""
    last = person.memberships.order_by("-joined_on", "-pk").first()
    return _(ROLES[last.perspective]) if last else _(SOMEONE)


def names_of(person):
    """Every name the activity knows them by: they may have changed it since."""
    lines = Activity.objects.none()
    for place in person.memberships.all():
        lines |= lines_about(place)
    return {person.name} | set(lines.values_list("subject", flat=True))


def lines_about(membership):
    """Lines of activity whose subject is this place in the team, and so the person's name."""
    return Activity.objects.filter(
        project=membership.project_id,
        kind=Activity.Kind.TEAM,
        url__endswith=f"#member-{membership.pk}",
    )


def theirs_alone(place, names):
    """Those of the names by which this team has known nobody else: a line of theirs is clear."""
    others = place.project.memberships.exclude(pk=place.pk)
    taken = set(others.values_list("user__name", flat=True))
    lines = Activity.objects.filter(
        project=place.project_id,
        kind=Activity.Kind.TEAM,
        url__contains="#member-",
        subject__in=names,
    )
    mine = lines_about(place).values("pk")
    return names - taken - set(lines.exclude(pk__in=mine).values_list("subject", flat=True))


def replaced(asked, names, role):
    """“Asked first: Asha, Ben” with each of the names as the role; other words stay."""
    before = _("Asked first: %s") % ""
    if not asked.startswith(before):
        return asked
    people = asked.removeprefix(before).split(", ")
    return before + ", ".join(role if one in names else one for one in people)


def without(names, text, role):
    """The text with the role for the name, once, where a paragraph begins with it as a word.

    So are all our sentences about someone. Elsewhere it may be a word like any other.
    """
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"^(?:{either})(?!\w)", lambda _found: role, text, count=1, flags=re.M)
