from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from projects.plan.models import NotNow, SmallTest
from projects.plan.trials.forms import (
    ChooseForm,
    CycleForm,
    SeenForm,
    TestForm,
    TriedForm,
    as_typed_in,
)
from ui.spreadsheet import csv_response, lines_of

PAGE = 25


@project_view("view")
def index(request, project):
    """What goes on first, then what was kept or stopped."""
    rows = project.small_tests.order_by("state", "-pk").with_cycles()
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "project": project,
        "page": page,
        "going": [test for test in page if test.is_going],
        "over": [test for test in page if not test.is_going],
    }
    return render(request, "projects/plan/trials/index.html", context)


@project_view("view")
def trials_csv(request, project):
    """Every cycle of every small test. Nobody is named in the file."""
    columns = [
        _("Small test"), _("How far it is"), _("Try"), _("What we try"), _("Where"),
        _("With whom"), _("For how long"), _("What we thought would happen"), _("What happened"),
        _("When"), _("What we saw"), _("What we chose"), _("What comes next"), _("Look again on"),
    ]  # fmt: skip
    lines = (
        [
            test.name, test.get_state_display(), cycle.number, cycle.plan, cycle.where,
            cycle.who, cycle.how_long, cycle.prediction, cycle.happened, cycle.happened_on,
            cycle.saw, cycle.get_choice_display(), cycle.next_step, test.look_on or "",
        ]
        for test in project.small_tests.with_cycles()
        for cycle in test.cycles.all()
    )  # fmt: skip
    return csv_response(lines_of(columns, lines), f"project-{project.pk}-small-tests.csv")


@project_view("contribute")
def new(request, project):
    initial = {name: request.GET.get(name, "") for name in ("action", "decision")}
    form = TestForm(project, request.POST or None, initial=initial)
    if form.is_valid():
        test = SmallTest.begin(project, by=request.user, first=form.plan, **form.details)
        messages.success(
            request, _("The small test is planned. When you have tried, write it down.")
        )
        return redirect(test)
    return render(request, "projects/plan/trials/new.html", {"project": project, "form": form})


@project_view("view")
def detail(request, project, trial_id):
    test = test_or_404(project, trial_id)
    context = {"project": project, "test": test, "cycles": list(test.cycles.all())}
    return render(request, "projects/plan/trials/detail.html", context)


@project_view("contribute")
def change(request, project, trial_id):
    """What is said of it; of the plan only until something was seen. Two at once see both."""
    test = test_or_404(project, trial_id)
    form_class = TestForm if test.cycle.is_planned else TriedForm
    form = form_class(project, request.POST or None, test=test, initial=as_typed_in(test))
    context = {"project": project, "test": test, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            test.change(by=request.user, opened_at=opened_at, plan=form.plan, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/plan/trials/change.html", context, late.thing)
        messages.success(request, _("The small test is changed."))
        return redirect(test)
    return render(request, "projects/plan/trials/change.html", context)


@project_view("contribute")
def write_down(request, project, trial_id):
    """What happened and what was seen. Two at once see both texts."""
    test = test_or_404(project, trial_id)
    cycle = test.cycle
    if cycle.choice:
        return not_now(request, test)
    initial = {"opened_at": test.version, "happened_on": cycle.happened_on}
    form = SeenForm(request.POST or None, instance=cycle, initial=initial)
    context = {"project": project, "test": test, "cycle": cycle, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            test.write_down(by=request.user, opened_at=opened_at, **form.details)
        except NotNow as late:
            return not_now(request, late.test)
        except ChangedMeanwhile as late:
            return seen_meanwhile(request, context, late.thing)
        messages.success(request, _("It is written down."))
        return redirect(test)
    return render(request, "projects/plan/trials/write_down.html", context)


@project_view("lead")
def choose(request, project, trial_id):
    """Keep, change or stop. After “change” the next cycle is planned at once."""
    test = test_or_404(project, trial_id)
    if test.cycle.choice and request.method != "POST":
        return not_now(request, test)
    form = ChooseForm(request.POST or None)
    if form.is_valid():
        try:
            test.choose(form.cleaned_data["choice"], by=request.user, **form.details)
        except NotNow as late:
            return not_now(request, late.test)
        if form.cleaned_data["choice"] == "change":
            messages.success(request, _("It is written down. Now plan the next try."))
            return redirect("plan:trials:again", project.pk, test.pk)
        messages.success(request, _("It is written down, and the team hears of it."))
        return redirect(test)
    context = {"project": project, "test": test, "cycle": test.cycle, "form": form}
    return render(request, "projects/plan/trials/choose.html", context)


@project_view("contribute")
def again(request, project, trial_id):
    """The next cycle begins from the last."""
    test = test_or_404(project, trial_id)
    last = test.cycle
    if not last.choice and request.method != "POST":
        return not_now(request, test)
    form = CycleForm(request.POST or None, initial=last.begins_with())
    if form.is_valid():
        try:
            test.again(by=request.user, look_on=form.cleaned_data["look_on"], **form.plan)
        except NotNow as late:
            return not_now(request, late.test)
        messages.success(request, _("The next try is planned."))
        return redirect(test)
    context = {"project": project, "test": test, "cycle": last, "form": form}
    return render(request, "projects/plan/trials/again.html", context)


def test_or_404(project, trial_id):
    rows = project.small_tests.with_cycles().select_related("added_by", "decision", "action")
    test = get_object_or_404(rows.prefetch_related("hand__typed_by"), pk=trial_id)
    test.project = project
    return test


def not_now(request, test):
    messages.info(request, _("This small test has gone on meanwhile. Here is how it stands."))
    return redirect(test)


def seen_meanwhile(request, context, now):
    """Someone else wrote down what was seen: both texts, and yours in the form."""
    cycle = now.cycles.order_by("-number").first()
    cycle.project, cycle.version = now.project, now.version
    return beside(request, "projects/plan/trials/write_down.html", context, cycle)
