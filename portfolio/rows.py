"""A project as one row of the portfolio, on the page and in the spreadsheet."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portfolio.reasons import Reason, reasons_for
from projects.checklist.models import ChecklistItem
from projects.models import Membership, Project
from stages.models import Stage

NOTHING = {"needed": 0, "done": 0}


@dataclass(frozen=True)
class StageProgress:
    """How far one of the nine lists is, for the picture and for the words."""

    stage: Stage
    needed: int
    done: int
    is_now: bool

    @property
    def percent(self):
        return round(100 * self.done / self.needed) if self.needed else 0

    def __str__(self):
        return done_of(self.done, self.needed)


@dataclass(frozen=True)
class Row:
    project: Project
    stages: list[StageProgress]
    team: dict[str, int]
    reasons: list[Reason]

    @property
    def total(self):
        return done_of(self.project.items_done, self.project.items_needed)

    @property
    def partnership(self):
        return ago(self.project.partnership_at)

    @property
    def conversation(self):
        return ago(self.project.conversation_at)

    @property
    def last_activity(self):
        return ago(self.project.last_activity_at)

    @property
    def team_words(self):
        """The make-up of the team: 2 service users, 1 carer, 3 staff."""
        service_users, carers, staff, partners = self.team.values()
        kinds = [
            (
                service_users,
                ngettext("%(num)s service user", "%(num)s service users", service_users),
            ),
            (carers, ngettext("%(num)s carer", "%(num)s carers", carers)),
            (staff, ngettext("%(num)s staff", "%(num)s staff", staff)),
            (partners, ngettext("%(num)s partner", "%(num)s partners", partners)),
        ]
        people = [words % {"num": number} for number, words in kinds if number]
        return ", ".join(words.replace(" ", "\N{NO-BREAK SPACE}") for words in people)


def rows_of(projects, organisations):
    """The rows of some projects: two queries, however many there are."""
    names = {organisation.pk: organisation for organisation in organisations}
    keys = [project.pk for project in projects]
    progress = ChecklistItem.objects.filter(project__in=keys).progress()
    team = Membership.objects.filter(project__in=keys).perspectives()
    for project in projects:
        project.organisation = names[project.organisation_id]
    return [row_of(project, progress, team) for project in projects]


def row_of(project, progress, team):
    stages = []
    for stage in Stage:
        figures = progress.get((project.pk, stage.value), NOTHING)
        is_now = stage == project.stage
        stages.append(StageProgress(stage, figures["needed"], figures["done"], is_now))
    people = {one.value: team.get((project.pk, one.value), 0) for one in Membership.Perspective}
    return Row(project, stages, people, reasons_for(project))


def done_of(done, needed):
    if not needed:
        return _("nothing on the list")
    return _("%(done)s of %(needed)s done") % {"done": done, "needed": needed}


def ago(moment):
    """How long ago in words: today, yesterday, 12 days ago; None is “nothing yet”."""
    if moment is None:
        return _("nothing yet")
    days = (timezone.localdate() - timezone.localdate(moment)).days
    if days < 1:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("%(num)s day ago", "%(num)s days ago", days) % {"num": days}
