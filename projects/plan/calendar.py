"""What the plan puts in a member's calendar: what is theirs to do, and days of the whole team."""

from django.utils.translation import gettext as _

from projects.calendars import joins
from ui.calendar_file import Event


@joins
def events_of_plan(membership):
    """Open actions of their own with a day; when a test is to be looked at, a yes is needed.

    What others have to do stays on the page, where their names are. A closed project has no days.
    """
    project = membership.project
    if project.is_closed:
        return []
    mine = project.actions.open().filter(owner=membership).exclude(due_on=None)
    tests = project.small_tests.exclude(state="stopped").exclude(look_on=None)
    needed = project.approvals.waiting().exclude(needed_by=None)
    return [
        *(to_do(action) for action in mine),
        *(to_look_at(test) for test in tests),
        *(to_have(approval) for approval in needed),
    ]


def to_do(action):
    title = _("To do: %(what)s") % {"what": action.what}
    return Event(
        f"action-{action.pk}", action.due_on, title, action.note, action.get_absolute_url()
    )


def to_look_at(test):
    title = _("Look at the small test: %(name)s") % {"name": test.name}
    return Event(f"small-test-{test.pk}", test.look_on, title, url=test.get_absolute_url())


def to_have(approval):
    title = _("Needed by today: a yes from %(who)s") % {"who": approval.who}
    url = approval.get_absolute_url()
    return Event(f"approval-{approval.pk}", approval.needed_by, title, approval.what_for, url)
