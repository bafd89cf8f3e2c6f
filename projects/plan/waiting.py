"""What of the plan waits for a member, for their one next thing."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from projects.plan.models import Action
from ui.jinja import day


@dataclass(frozen=True)
class Waiting:
    """Reads like a `NextThing`."""

    sentence: str
    button: str
    address: str


def late_for(user, projects):
    """`(project, Waiting)` of what this person was to do by now, longest ago, or None."""
    mine = Action.objects.overdue().filter(project__in=projects, owner__left_on=None)
    action = mine.filter(owner__user=user).select_related("project").first()
    return (action.project, late(action)) if action else None


def mine_late_in(project, membership):
    """What this member was to do by now in the project, longest ago, or None."""
    action = project.actions.overdue().filter(owner=membership.pk or 0).first()
    return late(action) if action else None


def plan_waiting_in(project):
    """What a lead should see to in the plan: what is late, what nobody sees to; or None."""
    action = project.actions.overdue().first()
    if action:
        return late(action)
    test = project.small_tests.to_look_at().first()
    if test:
        about = {"day": day(test.look_on), "name": short(test.name)}
        return Waiting(
            _("You wanted to look at this again by %(day)s: “%(name)s”. Keep it, change it or "
              "stop?") % about,
            _("Look at it"),
            test.get_absolute_url(),
        )  # fmt: skip
    action = project.actions.without_owner().first()
    if action:
        nobody = _("Nobody sees to this yet: “%(what)s”") % {"what": short(action.what)}
        address = reverse("plan:actions:index", args=[project.pk]) + "?show=nobody"
        return Waiting(nobody, _("Look at it"), address)
    return None


def late(action):
    about = {"day": day(action.due_on), "what": short(action.what)}
    sentence = _("This was planned for %(day)s: “%(what)s”. Is it done, or is another day better?")
    return Waiting(sentence % about, _("Look at it"), action.get_absolute_url())


def short(text):
    return Truncator(text.rstrip(".")).chars(120)
