"""Counts the figures on the rows of projects again, from the rows that they are about."""

from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Count, Max, Min, Q

from projects.checklist.models import Answer, ChecklistItem
from projects.conversation.models import Meeting, Rhythm, Update
from projects.conversation.models.rhythm import LAST_SUMMARY
from projects.conversation.models.rhythm import figures as heartbeat
from projects.decisions.models import Decision
from projects.impact.models import Measure
from projects.models import Activity, Membership, Part, Project, SearchText
from projects.plan.models import Action
from stages.models import Weight

KEPT = Q(left_out=False)
LEFT_OUT_BARE = Q(left_out=True, left_out_because="", weight=Weight.MUST)


class Command(BaseCommand):
    help = "Count every figure of every project again, and say how many projects had a wrong one."

    def add_arguments(self, parser):
        parser.add_argument("--batch", type=int, default=500, help="Projects locked at a time.")

    def handle(self, **options):
        looked_at = wrong = 0
        last = 0
        while keys := keys_after(last, options["batch"]):
            wrong += len(rebuild(keys))
            looked_at += len(keys)
            last = keys[-1]
        self.stdout.write(f"Projects: {looked_at}. With a wrong figure, now mended: {wrong}.")


def keys_after(last, number):
    later = Project.objects.filter(pk__gt=last).order_by("pk")
    return list(later.values_list("pk", flat=True)[:number])


@transaction.atomic
def rebuild(keys):
    """Mend the projects with these keys; gives back those that were wrong.

    Their rows are locked first, so nobody changes one between counting and writing.
    """
    locked = Project.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    counted = list(with_figures(list(locked)))
    wrong = [project for project, figures in counted if mend(project, figures)]
    if wrong:
        Project.objects.bulk_update(wrong, list(counted[0][1]), batch_size=100)
    return {*wrong, *rebuild_words([project for project, _figures in counted])}


def rebuild_words(projects):
    """Mend what the projects are found by; gives back those that were wrong."""
    kept = dict(SearchText.objects.filter(project__in=projects).values_list("project_id", "text"))
    wrong = [project for project in projects if kept.get(project.pk) != SearchText.of(project)]
    SearchText.keep(wrong)
    return wrong


def mend(project, figures):
    """Give the project its figures; True if one of them was different."""
    before = {name: getattr(project, name) for name in figures}
    for name, value in figures.items():
        setattr(project, name, value)
    return before != figures


def with_figures(projects):
    """Each project with its figures: a query for each kind of row, however many projects."""
    people = by_project(
        Membership.objects.here(),
        projects,
        service_users=count(perspective=Membership.Perspective.SERVICE_USER),
        carers=count(perspective=Membership.Perspective.CARER),
    )
    items = by_project(
        ChecklistItem.objects.all(),
        projects,
        items_needed=Count("pk", filter=KEPT & ~Q(value=Answer.NOT_NEEDED)),
        items_done=Count("pk", filter=KEPT & Q(value=Answer.DONE)),
        musts_left_out_bare=Count("pk", filter=LEFT_OUT_BARE),
    )
    decisions = by_project(
        Decision.objects.agreed(),
        projects,
        decisions_bare=count(reason=""),
        decisions_review_on=Min("review_on"),
    )
    actions = by_project(Action.objects.open(), projects, actions_due_on=Min("due_on"))
    measures = by_project(Measure.objects.with_newest(), projects, **Measure.FIGURES)
    parts = by_project(Part.objects.bare(), projects, parts_bare=Count("pk"))
    activity = by_project(Activity.objects.all(), projects, last_activity_at=Max("at"))
    told = by_project(Update.objects.sent(), projects, last_told_on=Max("told_day"))
    meetings = by_project(Meeting.objects.all(), projects, last=LAST_SUMMARY)
    agreed = Rhythm.objects.filter(project__in=projects).order_by("pk")
    rhythms = {rhythm.project_id: rhythm for rhythm in agreed}
    for project in projects:
        said, summed_up = told(project)["last_told_on"], meetings(project)["last"]
        figures = heartbeat(said, summed_up, rhythms.get(project.pk))
        for figures_of in (people, items, decisions, actions, measures, parts):
            figures |= figures_of(project)
        figures["last_activity_at"] = (
            activity(project)["last_activity_at"] or project.last_activity_at
        )
        yield project, figures


def count(**condition):
    return Count("pk", filter=Q(**condition))


def by_project(rows, projects, **figures):
    """A function from a project to its figures about these rows: zero or None without any."""
    nothing = {name: 0 if isinstance(one, Count) else None for name, one in figures.items()}
    grouped = rows.filter(project__in=projects).order_by().values("project_id")
    found = {row.pop("project_id"): row for row in grouped.annotate(**figures)}
    return lambda project: found.get(project.pk, nothing)
