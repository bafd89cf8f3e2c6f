"""What was changed, of which a measure may show the difference: the changes on its chart."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from projects.plan.models import Action, Cycle, PlanChange, SmallTest
from stages.models import Sharing
from ui.dates import as_people_write

TRIED = {
    Cycle.Choice.KEEP: gettext_noop("Kept after a small test: %(what)s"),
    Cycle.Choice.CHANGE: gettext_noop("Changed after a small test: %(what)s"),
}
"""What is chosen at the end of a small test, where that changes something."""


@dataclass(frozen=True, order=True)
class Change:
    on: str
    words: str
    address: str = ""

    @property
    def when(self):
        return as_people_write(self.on)


def with_changes(actions):
    """Actions with everything that `changes_of` tells, in a fixed number of queries."""
    tests = SmallTest.objects.prefetch_related("cycles")
    return actions.select_related("decision").prefetch_related(
        Prefetch("small_tests", tests),
        Prefetch("decision__small_tests", tests),
        Prefetch("decision__plan_changes", PlanChange.objects.all()),
    )


def changes_of(measure, *, for_paper):
    """Each once, in the order of its days. `for_paper` leaves out what must not leave the team.

    Actions that are done, the decisions behind the actions, what small tests of either led to,
    and changes of plan that touch such a decision.
    """
    found = set()
    for action in measure.shown_actions:
        stays = for_paper and action.sharing == Sharing.PRIVATE
        if action.state == Action.State.DONE and action.done_on and not stays:
            said = _("Done: %(what)s") % {"what": action.what}
            found.add(Change(action.done_on.isoformat(), said, action.get_absolute_url()))
        found.update(of_tests(action.small_tests.all(), for_paper=for_paper))
        if action.decision:
            found.update(of_decision(action.decision, for_paper=for_paper))
    return sorted(found)


def of_decision(decision, *, for_paper):
    stays = for_paper and decision.sharing == Sharing.PRIVATE
    if decision.decided and decision.status != "proposed" and not stays:
        said = _("Decided: %(what)s") % {"what": decision.question}
        yield Change(decision.decided, said, decision.get_absolute_url())
    yield from of_tests(decision.small_tests.all(), for_paper=for_paper)
    for change in decision.plan_changes.all():
        if not (for_paper and change.sharing == Sharing.PRIVATE):
            said = _("The plan changed: %(what)s") % {"what": change}
            day = timezone.localdate(change.at).isoformat()
            yield Change(day, said, change.get_absolute_url())


def of_tests(tests, *, for_paper):
    for test in tests:
        if for_paper and test.sharing == Sharing.PRIVATE:
            continue
        for cycle in test.cycles.all():
            if cycle.choice in TRIED and cycle.chosen_on:
                said = _(TRIED[cycle.choice]) % {"what": test.name}
                yield Change(cycle.chosen_on.isoformat(), said, test.get_absolute_url())
