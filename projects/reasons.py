"""Named reasons to offer a project help. They invite: nothing here is a score or an alarm.

Each is a condition on the project's own row, so the filter, the page and the spreadsheet agree.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import reduce
from operator import or_

from django.core.cache import caches
from django.db.models import BooleanField, Case, ExpressionWrapper, Q, Value, When
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.conversation.models.rhythm import Heartbeat
from projects.models import Project
from stages.models import STEPS, Stage

SIX_WEEKS = timedelta(weeks=6)
QUIET = timedelta(days=30)
LONG_LATE = timedelta(weeks=4)
THREE_MONTHS = timedelta(weeks=13)

CHANGING = STEPS.index(Stage.MAKE_THE_CHANGE) + 1
CHECKING = STEPS.index(Stage.CHECKING_THE_IMPACT) + 1

active = Q(status=Project.Status.ACTIVE)
going_on = Q(status__in=Project.OPEN)


def begun_six_weeks_ago():
    return Q(started_at__lte=timezone.now() - SIX_WEEKS)


def no_number_at_all():
    return Q(step_number=CHECKING, last_number_at=None)


def no_new_number():
    """While something is measured, and what was planned is being done or looked at."""
    early = timezone.now() - THREE_MONTHS
    return Q(step_number__gte=CHANGING, numbers_since__lte=early)


def in_numbers(project):
    if project.last_number_at is None:
        return _("No number says yet how things are going")
    return _("No new number of a measure for three months")


@dataclass(frozen=True)
class Reason:
    """Why a team might welcome a word. `holds()` is the condition as of now."""

    key: str
    words: str | Promise
    holds: Callable[[], Q]
    room: str
    """The name of the page in the project where a team can do something about it."""

    of: Callable[[Project], str] | None = None
    """The same of one project, with its number, where there is more to say than `words`."""

    def said_of(self, project):
        return replace(self, words=self.of(project)) if self.of else self

    @property
    def column(self):
        return f"because_{self.key}"


REASONS = (
    Reason(
        "nobody_lived",
        _("Nobody with lived experience is in the team yet"),
        lambda: active & Q(service_users=0, carers=0),
        room="team:index",
    ),
    Reason(
        "no_service_user",
        _("After six weeks, no service user is in the team yet"),
        lambda: active & Q(service_users=0) & begun_six_weeks_ago(),
        room="team:index",
    ),
    Reason(
        "no_carer",
        _("After six weeks, no carer is in the team yet"),
        lambda: active & Q(carers=0) & begun_six_weeks_ago(),
        room="team:index",
    ),
    Reason(
        "quiet",
        _("Nothing has been written here for 30 days"),
        lambda: active & Q(last_activity_at__lte=timezone.now() - QUIET),
        room="checklist:index",
    ),
    Reason(
        "no_update",
        _("No update for longer than the team agreed"),
        lambda: active & Q(update_due_on__lt=timezone.localdate()),
        room="conversation:index",
        of=lambda project: Heartbeat.of(project).silence,
    ),
    Reason(
        "decision_bare",
        _("A decision still needs its reason written down"),
        lambda: active & Q(decisions_bare__gt=0),
        room="decisions:index",
    ),
    Reason(
        "part_bare",
        _("Something is fixed, and nobody has written down why"),
        lambda: active & Q(parts_bare__gt=0),
        room="whats_open:index",
    ),
    Reason(
        "must_left_out",
        _("An item that rests on law or a standard is left out, with no reason yet"),
        lambda: active & Q(musts_left_out_bare__gt=0),
        room="checklist:index",
    ),
    Reason(
        "review_passed",
        _("A date to look at something again has passed"),
        lambda: (
            going_on
            & (
                Q(review_on__lt=timezone.localdate())
                | Q(decisions_review_on__lt=timezone.localdate())
            )
        ),
        room="decisions:index",
    ),
    Reason(
        "actions_late",
        _("Something was planned for over four weeks ago, and nobody has said that it is done"),
        lambda: active & Q(actions_due_on__lt=timezone.localdate() - LONG_LATE),
        room="plan:index",
    ),
    Reason(
        "no_number",
        _("No new number of a measure for three months, or none yet"),
        lambda: active & (no_number_at_all() | no_new_number()),
        room="impact:index",
        of=in_numbers,
    ),
)
BY_KEY = {reason.key: reason for reason in REASONS}


def any_reason():
    """The condition of every project that might welcome an offer of help."""
    return reduce(or_, (reason.holds() for reason in REASONS))


def reason_columns():
    """An annotation for each reason: whether it holds for the row."""
    return {
        reason.column: Case(
            When(reason.holds(), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        for reason in REASONS
    }


def reasons_for(project):
    """The reasons of a project that was fetched with `reason_columns()`, in their usual order."""
    holds = [reason for reason in REASONS if getattr(project, reason.column)]
    return [reason.said_of(project) for reason in holds]


def reasons_of(project):
    """The reasons of one project, as the team itself sees them.

    They change with the project or with the day; each process keeps them for a moment.
    """

    def read():
        columns = {reason.key: reason.holds() for reason in REASONS}
        row = Project.objects.filter(pk=project.pk).values(
            **{key: ExpressionWrapper(holds, BooleanField()) for key, holds in columns.items()}
        )
        return [key for key, holds in row.get().items() if holds]

    name = f"reasons-{project.pk}-{project.version}-{timezone.localdate()}"
    return [BY_KEY[key].said_of(project) for key in caches["moment"].get_or_set(name, read)]
