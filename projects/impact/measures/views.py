from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.files.receiving import takes_file
from projects.impact.charts import chart_of
from projects.impact.measures.forms import (
    ActionsForm,
    CorrectForm,
    MeaningForm,
    MeasureForm,
    ReadingForm,
    RetireForm,
    as_typed_in,
    as_typed_in_reading,
    time_now,
)
from projects.impact.measures.numbers_form import NumbersForm
from projects.impact.models import EnoughAlready, Meaning, Measure, Reading
from projects.impact.models.measures import MOST
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts

PAGE = 50


@project_view("lead")
def new(request, project):
    """Choose a measure. With five there already, the page says which could be retired."""
    form = MeasureForm(request.POST or None, initial={"direction": Measure.Direction.NONE})
    if form.is_valid():
        try:
            measure = Measure.add(project, by=request.user, **form.details)
        except EnoughAlready:
            return enough(request, project, form)
        messages.success(request, _("“%(name)s” is chosen. Now add a number.") % {"name": measure})
        return redirect(measure)
    if request.method == "GET" and project.measures.standing().count() >= MOST:
        return enough(request, project)
    context = {"project": project, "form": form}
    return render(request, "projects/impact/measures/new.html", context)


def enough(request, project, form=None):
    """Five stand already. What was typed stays on the page, so that it can be sent again."""
    standing = project.measures.standing()
    context = {"project": project, "form": form, "standing": standing, "most": MOST}
    return render(request, "projects/impact/measures/new.html", context)


@project_view("view")
def detail(request, project, measure_id):
    """A measure with its picture and all its numbers, those that were corrected too."""
    found = project.measures.with_picture()
    measure = get_object_or_404(found, pk=measure_id)
    measure.project = project
    rows = measure.readings.in_order().with_people()
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for reading in page:
        reading.measure = measure
    context = {"project": project, "measure": measure, "page": page, "chart": chart_of(measure)}
    return render(request, "projects/impact/measures/detail.html", context)


@project_view("lead")
def change(request, project, measure_id):
    measure = measure_or_404(project, measure_id)
    form = MeasureForm(request.POST or None, initial=as_typed_in(measure))
    context = {"project": project, "measure": measure, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            measure.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/impact/measures/change.html", context, late.thing)
        messages.success(request, _("“%(name)s” is changed.") % {"name": measure})
        return redirect(measure)
    return render(request, "projects/impact/measures/change.html", context)


@project_view("lead")
def retire(request, project, measure_id):
    measure = measure_or_404(project, measure_id)
    form = RetireForm(request.POST or None)
    if form.is_valid():
        measure.retire(by=request.user, because=form.cleaned_data["because"])
        messages.success(request, _("It is not collected any more. Its numbers stay."))
        return redirect(measure)
    context = {"project": project, "measure": measure, "form": form}
    return render(request, "projects/impact/measures/retire.html", context)


@require_POST
@project_view("lead")
def bring_back(request, project, measure_id):
    measure = measure_or_404(project, measure_id)
    try:
        measure.bring_back(by=request.user)
    except EnoughAlready:
        return enough(request, project)
    messages.success(request, _("It is collected again."))
    return redirect(measure)


@project_view("contribute")
def add_number(request, project, measure_id):
    measure = measure_or_404(project, measure_id)
    form = ReadingForm(request.POST or None, initial={"time": time_now(project)})
    if form.is_valid():
        reading = Reading.write_down(measure, by=request.user, **form.details)
        messages.success(request, _("The number is written down."))
        return redirect(reading)
    context = {"project": project, "measure": measure, "form": form}
    return render(request, "projects/impact/measures/add_number.html", context)


@takes_file
@project_view("contribute")
def add_numbers(request, project, measure_id):
    """Many numbers, pasted or from a file: first shown as they were read, then written at once.

    What was changed since it was shown is shown again. With a problem left, nothing is written.
    """
    measure = measure_or_404(project, measure_id)
    initial = {"time": time_now(project)}
    about = {"request": request, "measure": measure, "initial": initial}
    form = NumbersForm(request.POST or None, request.FILES or None, **about)
    context = {"project": project, "measure": measure, "form": form}
    if form.is_valid():
        found = context["found"] = form.found
        is_sure = request.POST.get("step") == "write" and form.was_seen
        if is_sure and found.rows and not found.problems:
            new = Reading.write_down_many(measure, form.rows, by=request.user)
            said = ngettext(
                "%(num)s number is written down.", "%(num)s numbers are written down.", len(new)
            )
            messages.success(request, said % {"num": len(new)})
            return redirect(measure)
        context["read"] = as_read(measure, form)
        form.with_what_was_seen()
    elif form.is_bound:
        form.with_the_file_kept()
    return render(request, "projects/impact/measures/add_numbers.html", context)


def as_read(measure, form):
    """`[(row, is from before, what to know)]`: how each line was read, beside what is there."""
    there = {}
    for reading in measure.readings.standing():
        for time in {(reading.on, reading.period), (reading.on, "")}:
            there.setdefault(time, []).append(reading)
    found = []
    for row in form.found.rows:
        known = there.setdefault((row.on, row.period), [])
        said = ""
        if any((one.value, one.words) == (row.value, row.words) for one in known):
            said = _("This is there already. It will not be written again.")
        elif known:
            said = _("There is another number for this time: %(num)s.") % {"num": known[0].figure}
        elif row.heard:
            said = _("It was written: %(text)s") % {"text": row.heard}
        known.append(row)
        found.append((row, form.is_before(row), said))
    return found


@project_view("lead")
def actions(request, project, measure_id):
    """Of which actions this measure shows whether they helped."""
    measure = measure_or_404(project, measure_id)
    offered = project.actions.order_by("-pk")
    form = ActionsForm(
        offered,
        request.POST if request.method == "POST" else None,
        initial={"actions": list(measure.actions.values_list("pk", flat=True))},
    )
    if form.is_valid():
        measure.show(form.chosen, by=request.user)
        messages.success(request, _("It is saved."))
        return redirect(measure)
    context = {"project": project, "measure": measure, "form": form}
    return render(request, "projects/impact/measures/actions.html", context)


@project_view("lead")
def make_of_it(request, project, measure_id):
    """What the team agreed when it looked at the numbers together. It tells who gave the ideas."""
    measure = get_object_or_404(project.measures.with_picture(), pk=measure_id)
    measure.project = project
    form = MeaningForm(request.POST or None, initial={"agreed_on": timezone.localdate()})
    if form.is_valid():
        meaning = Meaning.agree(measure, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is written down, and people are told."))
        return redirect(meaning)
    context = {"project": project, "measure": measure, "form": form, "chart": chart_of(measure)}
    return render(request, "projects/impact/measures/make_of_it.html", context)


@project_view("contribute")
def correct(request, project, measure_id, reading_id):
    """Another number in place of a wrong one, which stays. Whoever comes second sees the first."""
    measure = measure_or_404(project, measure_id)
    reading = get_object_or_404(measure.readings, pk=reading_id)
    reading.measure = measure
    if request.method == "GET" and (newest := reading.newest()) != reading:
        messages.info(request, _("This number was corrected already. Here is the newer one."))
        return redirect("impact:measures:correct", project.pk, measure.pk, newest.pk)
    form = CorrectForm(request.POST or None, initial=as_typed_in_reading(reading))
    context = {"project": project, "measure": measure, "reading": reading, "form": form}
    if form.is_valid():
        because = form.cleaned_data["because"]
        try:
            new = reading.correct(by=request.user, because=because, **form.details)
        except ChangedMeanwhile as late:
            context["reading"] = late.thing
            context["meanwhile"] = both_texts(form, late.thing)
            context["meanwhile_by"] = late.thing.said_by(Display.of(request))
            return changed_meanwhile(request, "projects/impact/measures/correct.html", context)
        messages.success(request, _("The number is corrected. The earlier one stays too."))
        return redirect(new)
    return render(request, "projects/impact/measures/correct.html", context)


def measure_or_404(project, measure_id):
    measure = get_object_or_404(project.measures, pk=measure_id)
    measure.project = project
    return measure
