"""A project as one row of the portfolio, on the page and in the spreadsheet."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.checklist.models import ChecklistItem
from projects.models import Membership, Project
from projects.reasons import Reason, reasons_for
from stages.models import Stage

NOTHING = {"needed": 0, "done": 0}


@dataclass(frozen=True)
class StageProgress:
    """How far one of the nine lists is, for the picture and for the words."""

    stage: str
    needed: int
    done: int
    is_now: bool
    words: str

    @property
    def percent(self):
        return round(100 * self.done / self.needed) if self.needed else 0

    def __str__(self):
        return self.words


@dataclass(frozen=True)
class Row:
    project: Project
    stages: list[StageProgress]
    team: dict[str, int]
    reasons: list[Reason]
    total: str

    @property
    def stages_in_words(self):
        """The picture for those who do not see it."""
        return ". ".join(f"{one.stage}: {one.words}" for one in self.stages) + "."

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
        return ", ".join(words % {"num": number} for number, words in kinds if number)


def rows_of(projects, organisations):
    """The rows of some projects: two queries, however many there are."""
    names = {organisation.pk: organisation for organisation in organisations}
    keys = [project.pk for project in projects]
    progress = ChecklistItem.objects.filter(project__in=keys).progress()
    team = Membership.objects.filter(project__in=keys).perspectives()
    for project in projects:
        project.organisation = names[project.organisation_id]
    labels, words = stage_labels(), done_words()
    return [
        Row(
            project,
            [
                stage_progress(project, key, label, progress.get((project.pk, key), NOTHING), words)
                for key, label in labels
            ],
            {key: team.get((project.pk, key), 0) for key in Membership.Perspective.values},
            reasons_for(project),
            words(project.items_done, project.items_needed),
        )
        for project in projects
    ]


def stage_labels():
    """The nine stages in the reader's language: looked up once, not in each row."""
    return [(stage.value, str(stage.label)) for stage in Stage]


def done_words():
    """A function that says how many of an amount are done, in the reader's language."""
    some, nothing = _("%(done)s of %(needed)s done"), _("nothing on the list")
    return lambda done, needed: some % {"done": done, "needed": needed} if needed else nothing


def stage_progress(project, key, label, figures, words):
    done, needed = figures["done"], figures["needed"]
    return StageProgress(label, needed, done, key == project.stage, words(done, needed))


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
