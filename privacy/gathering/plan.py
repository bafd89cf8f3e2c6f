"""What a person has to do and did in the plans of their teams."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from projects.plan.models import Action, Aim, CalendarFeed, PlanChange, SmallTest


@gathers("plan.Action.owner")
def mine_to_do(person):
    keys = {
        "project": _("Project"),
        "what": _("What is to be done"),
        "due": _("By when"),
        "state": _("How far it is"),
    }
    found = Action.objects.filter(owner__user=person).select_related("project")
    rows = [(one.project.title, one.what, one.due, one.get_state_display()) for one in found]
    return Group("mine_to_do", _("What you see to"), keys, rows)


@gathers("plan.Action.added_by")
def planned(person):
    keys = {
        "project": _("Project"),
        "what": _("What is to be done"),
        "note": _("What you wrote about it"),
        "at": _("When"),
    }
    found = Action.objects.filter(added_by=person)
    rows = found.values_list("project__title", "what", "note", "added_at")
    return Group("planned", _("What you planned"), keys, rows)


@gathers("plan.Aim.writer")
def aims(person):
    keys = {
        "project": _("Project"),
        "aim": _("The aim"),
        "because": _("Why it changed"),
        "at": _("When"),
    }
    found = Aim.objects.filter(writer=person).select_related("project")
    rows = [(one.project.title, one.sentence, one.because, one.said_at) for one in found]
    return Group("aims", _("Aims you wrote down"), keys, rows)


@gathers("plan.SmallTest.added_by")
def small_tests(person):
    keys = {"project": _("Project"), "name": _("Small test"), "at": _("When")}
    found = SmallTest.objects.filter(added_by=person)
    rows = found.values_list("project__title", "name", "added_at")
    return Group("small_tests", _("Small tests you planned"), keys, rows)


@gathers("plan.PlanChange.writer")
def changes_of_plan(person):
    keys = {
        "project": _("Project"),
        "what": _("What changed"),
        "because": _("Why"),
        "next": _("What happens next"),
        "at": _("When"),
    }
    found = PlanChange.objects.filter(writer=person)
    rows = found.values_list("project__title", "what", "because", "next_step", "at")
    return Group("changes_of_plan", _("Changes of plan you told"), keys, rows)


@gathers("plan.CalendarFeed.membership")
def calendars(person):
    """Not the address: nobody has it but them."""
    keys = {"project": _("Project"), "at": _("You made its address")}
    found = CalendarFeed.objects.filter(membership__user=person)
    rows = found.values_list("membership__project__title", "made_at")
    return Group("calendars", _("Your days as a calendar"), keys, rows)


GROUPS = (mine_to_do, planned, aims, small_tests, changes_of_plan, calendars)
