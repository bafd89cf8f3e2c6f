from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.hands import place_of
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from projects.plan.actions.forms import ActionForm, ChangeForm, FilterForm, StopForm, as_typed_in
from projects.plan.models import Action, HasOwner, NotOpen
from stages.models import Sharing
from ui.htmx import changed, page_or_fragment
from ui.spreadsheet import csv_response, lines_of

PAGE = 50
LINES = 20
"""What happened to one action, the newest lines of it."""


@project_view("view")
def index(request, project):
    place = place_of(request)
    choose = FilterForm(project, request.GET)
    found = choose.found_in(project.actions.all(), place).with_people()
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "project": project,
        "place": place,
        "page": page,
        "choose": choose,
        "is_bare": not page.paginator.count and not project.actions.exists(),
    }
    page_name, part = "projects/plan/actions/index.html", "projects/plan/actions/_found.html"
    return page_or_fragment(request, page_name, part, context)


@project_view("view")
def actions_csv(request, project):
    """The jobs as a file. A member's name is in it only where they agreed to that."""
    columns = [
        _("What is to be done"), _("Who sees to it"), _("By when"), _("How far it is"),
        _("Done on"), _("Why not"), _("From which decision"), _("What else to know"),
    ]  # fmt: skip
    actions = project.actions.exclude(sharing=Sharing.PRIVATE).with_people()
    lines = (
        [
            one.what, one.who_on_paper(), one.due, one.get_state_display(), one.done_on or "",
            one.because, decision_on_paper(one), one.note,
        ]
        for one in actions
    )  # fmt: skip
    return csv_response(lines_of(columns, lines), f"project-{project.pk}-actions.csv")


def decision_on_paper(action):
    """One that is for named people only stays unsaid in what may leave the team."""
    decision = action.decision
    return decision if decision and decision.sharing != Sharing.PRIVATE else ""


@project_view("contribute")
def new(request, project):
    initial = {"decision": request.GET.get("decision", "")}
    if "lead" not in request.membership.abilities:
        initial["owner"] = request.membership.pk
    form = ActionForm(project, request.membership, request.POST or None, initial=initial)
    if form.is_valid():
        action = Action.add(project, by=request.user, **form.details)
        messages.success(request, _("It is in the plan."))
        return redirect(action)
    return render(request, "projects/plan/actions/new.html", {"project": project, "form": form})


@project_view("view")
def detail(request, project, action_id):
    action = action_or_404(project, action_id)
    lines = project.activity.filter(kind="plan", url=action.get_absolute_url()).with_names()
    context = {
        "project": project,
        "action": action,
        "place": place_of(request),
        "lines": lines[:LINES],
        "tests": action.small_tests.all(),
    }
    return render(request, "projects/plan/actions/detail.html", context)


@project_view("contribute")
def change(request, project, action_id):
    """What is said of it. Another day says why; two at once see both texts."""
    action = theirs_or_403(request, project, action_id)
    if not action.is_open:
        return not_open(request, action)
    form = ChangeForm(
        project, request.membership, request.POST or None, action=action,
        initial=as_typed_in(action),
    )  # fmt: skip
    context = {"project": project, "action": action, "form": form}
    if form.is_valid():
        typed = form.cleaned_data
        try:
            action.change(
                by=request.user, opened_at=typed["opened_at"], because=typed["why"],
                **form.details,
            )  # fmt: skip
        except ChangedMeanwhile as late:
            return beside(request, "projects/plan/actions/change.html", context, late.thing)
        messages.success(request, _("The plan is changed."))
        return redirect(action)
    return render(request, "projects/plan/actions/change.html", context)


@project_view("contribute")
def stop(request, project, action_id):
    action = theirs_or_403(request, project, action_id)
    form = StopForm(request.POST or None)
    if form.is_valid():
        try:
            action.stop(by=request.user, because=form.cleaned_data["because"])
        except NotOpen as late:
            return not_open(request, late.action)
        messages.success(request, _("It is written down that this will not be done, and why."))
        return redirect(action)
    context = {"project": project, "action": action, "form": form}
    return render(request, "projects/plan/actions/stop.html", context)


@require_POST
@project_view("contribute")
def begin(request, project, action_id):
    action = theirs_or_403(request, project, action_id)
    said = _("It is under way now.")
    return pressed(request, action, lambda: action.begin(by=request.user), said)


@require_POST
@project_view("contribute")
def finish(request, project, action_id):
    action = theirs_or_403(request, project, action_id)
    said = _("Thank you. It is written down as done.")
    return pressed(request, action, lambda: action.finish(by=request.user), said)


@require_POST
@project_view("contribute")
def take_up_again(request, project, action_id):
    action = theirs_or_403(request, project, action_id)
    said = _("It is to be done again.")
    return pressed(request, action, lambda: action.take_up_again(by=request.user), said)


@require_POST
@project_view("contribute")
def take_on(request, project, action_id):
    """What nobody sees to yet is theirs now."""
    action = action_or_404(project, action_id)
    said = _("Thank you. It is yours to see to now.")
    return pressed(request, action, lambda: action.take_on(by=request.membership), said)


def pressed(request, action, do, said):
    """One press: the row as it is now, and a sentence on what happened to it."""
    try:
        do()
    except NotOpen as late:
        return not_open(request, late.action)
    except HasOwner:
        said = _("Someone else sees to it by now.")
    return drawn(request, action, said)


def drawn(request, action, said):
    action = action_or_404(request.project, action.pk)
    context = {"project": request.project, "action": action, "place": request.membership}
    context["just_said"] = said
    if not request.htmx:
        messages.success(request, said)
    return changed(request, "projects/plan/actions/_action.html", context, back_to=action)


def not_open(request, action):
    said = _("This is done already.") if action.is_done else _("This was stopped already.")
    return drawn(request, action, said)


def action_or_404(project, action_id):
    rows = project.actions.with_people().prefetch_related("hand__typed_by")
    action = get_object_or_404(rows.select_related("added_by"), pk=action_id)
    action.project = project
    return action


def theirs_or_403(request, project, action_id):
    """Leads may change all of it, members what is theirs or nobody's."""
    action = action_or_404(project, action_id)
    if not action.may_be_done_by(request.membership):
        raise PermissionDenied
    return action
