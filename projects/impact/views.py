from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.hands import place_of
from projects.impact import own_table
from projects.impact.charts import chart_of
from projects.impact.forms import WhatNextForm
from projects.impact.models import WhatNext
from projects.impact.models.measures import MOST
from ui.spreadsheet import csv_response, lines_of

STORIES = 25
BESIDE = 3
"""Stories that stand beside a measure: the newest. All of them are on the page of stories."""


@project_view("view")
def index(request, project):
    """Each measure with its picture, what it shows in words, and the stories beside it."""
    measures = list(project.measures.with_picture())
    stories = project.stories.standing().with_people().exclude(measure=None)
    beside = {measure.pk: [] for measure in measures}
    for story in stories if is_in_team(request) else stories.shared():
        beside[story.measure_id].append(story)
    context = {
        "project": project,
        "shown": [
            (measure, chart_of(measure), beside[measure.pk][:BESIDE], len(beside[measure.pk]))
            for measure in measures
            if not measure.retired_on
        ],
        "retired": [one for one in measures if one.retired_on],
        "most": MOST,
        "place": place_of(request),
        "what_next": project.what_next.first(),
        "differences": project.differences.count(),
        "lessons": project.lessons.count(),
    }
    return render(request, "projects/impact/index.html", context)


@project_view("lead")
def what_next(request, project):
    """Keep it, change it or stop it; who keeps watch; when somebody looks again."""
    newest = project.what_next.first()
    form = WhatNextForm(request.POST or None, initial=newest and as_typed_in(newest))
    if form.is_valid():
        new = WhatNext.agree(project, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is written down, and your team is told."))
        return redirect(new)
    context = {"project": project, "form": form, "earlier": project.what_next.all()}
    return render(request, "projects/impact/what_next.html", context)


def as_typed_in(newest):
    """A day that is over is left for the person to say again."""
    said = {name: getattr(newest, name) for name in WhatNextForm.Meta.fields}
    return said | {"look_on": None if newest.is_due else newest.look_on}


@project_view("view")
def baseline(request, project):
    """How things are now: the measures with their starting numbers, and stories beside them."""
    measures = list(project.measures.with_numbers())
    everything = project.stories.standing().with_people()
    seen = everything if is_in_team(request) else everything.shared()
    page = Paginator(seen, STORIES).get_page(request.GET.get("page"))
    context = {
        "project": project,
        "standing": [one for one in measures if not one.retired_on],
        "retired": [one for one in measures if one.retired_on],
        "most": MOST,
        "place": place_of(request),
        "page": page,
        "unseen": 0 if is_in_team(request) else everything.count() - page.paginator.count,
    }
    return render(request, "projects/impact/baseline.html", context)


@project_view("view")
def numbers_csv(request, project):
    """Every number that stands. Who wrote it down is not in the file."""
    lines = (
        own_table.cells_of(measure, one)
        for measure in project.measures.with_numbers()
        for one in measure.numbers
    )
    columns = own_table.columns().values()
    return csv_response(lines_of(columns, lines), f"project-{project.pk}-numbers.csv")


def is_in_team(request):
    """A story for the team alone is for members, and for whoever writes for one of them."""
    return request.membership.pk is not None or bool(request.hand)
