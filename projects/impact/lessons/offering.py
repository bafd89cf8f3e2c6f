"""What other teams of the organisation learned, offered where it helps: at its stage."""

from django.db.models import Q

from projects.impact.models import Lesson
from projects.models import Project

FIRST = 3
"""So many beside a stage; the others are on the shelf."""


def lessons_for(project, stage):
    """`(the newest few of other teams for this stage, how many there are)`, in two queries."""
    found = Lesson.objects.for_others(project).filter(stage=stage).order_by("-pk")
    first = list(found[: FIRST + 1])
    return first[:FIRST], len(first) if len(first) <= FIRST else found.count()


def from_shelf(project, stage, words):
    """Every lesson of other teams that fits, in the order of the stages."""
    found = Lesson.objects.for_others(project).by_stage()
    if stage:
        found = found.filter(stage=stage)
    for word in words.split():
        places = ("text", "worked", "did_not")
        text, worked, did_not = (Q(**{f"{place}__icontains": word}) for place in places)
        found = found.filter(text | worked | did_not)
    return found


def name_projects(lessons, user):
    """Say where each comes from, if this person may see that project or anyone may.

    Sets `from_project`: the project's title, or nothing. One query.
    """
    ids = {lesson.project_id for lesson in lessons}
    seen = set(Project.objects.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))
    for lesson in lessons:
        may = lesson.project_id in seen or lesson.project.is_published
        lesson.from_project = lesson.project.title if may else ""
    return lessons
