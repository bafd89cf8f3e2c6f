from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.decisions.forms import (
    DecisionForm,
    NewDecisionForm,
    ProposalForm,
    SeeDifferentlyForm,
    as_typed_in,
)
from projects.decisions.models import Decision, NotAgreed, NotProposed
from projects.models import ChangedMeanwhile
from stages.levels import levels_of
from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.meanwhile import OpenedAtField, both_texts, fill_gaps, open_again

PAGE = 25


@project_view("view")
def index(request, project):
    page = Paginator(project.decisions.standing(), PAGE).get_page(request.GET.get("page"))
    context = {
        "project": project,
        "page": page,
        "proposed": [decision for decision in page if decision.is_proposed],
        "agreed": [decision for decision in page if decision.is_agreed],
        "replaced": project.decisions.replaced().select_related("replaced_by"),
    }
    return render(request, "projects/decisions/index.html", context)


@project_view("lead")
def new(request, project):
    form = form_of(NewDecisionForm, request, project, initial={"stage": project.stage})
    if form.is_valid():
        status = form.cleaned_data["status"]
        decision = Decision.record(project, by=request.user, status=status, **form.details)
        messages.success(request, _("Your decision is written down."))
        return redirect(decision)
    return render(request, "projects/decisions/new.html", {"project": project, "form": form})


@project_view("contribute")
def propose(request, project):
    form = form_of(ProposalForm, request, project, initial={"stage": project.stage})
    if form.is_valid():
        status = Decision.Status.PROPOSED
        decision = Decision.record(project, by=request.user, status=status, **form.details)
        messages.success(request, _("Your proposal is written down. A lead can agree it."))
        return redirect(decision)
    return render(request, "projects/decisions/propose.html", {"project": project, "form": form})


@project_view("view")
def detail(request, project, decision_id):
    decision = in_full(project, decision_id)
    return render(request, "projects/decisions/detail.html", about(request, decision))


@project_view("contribute")
def see_differently(request, project, decision_id):
    """Any member's own view beside a decision; it changes nothing in the decision itself."""
    decision = in_full(project, decision_id)
    mine = decision.view_of(request.user, request.hand)
    form = SeeDifferentlyForm(request.POST or None, instance=mine)
    if request.method == "POST" and form.is_valid():
        decision.see_differently(by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("Your view now stands beside the decision"))
        return redirect(decision)
    context = about(request, decision) | {"form": form}
    return render(request, "projects/decisions/see_differently.html", context)


@require_POST
@project_view("contribute")
def take_back(request, project, decision_id):
    decision = in_full(project, decision_id)
    decision.take_back(by=request.user)
    messages.success(request, _("Your view is taken back"))
    return redirect(decision)


@project_view("lead")
def change(request, project, decision_id):
    """Change a proposal. Two at once see both texts; once it is agreed it can be replaced."""
    decision = in_full(project, decision_id)
    form = form_of(ProposalForm, request, project, initial=as_typed_in(decision))
    context = {"project": project, "decision": decision, "form": form}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            decision.change(by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            beside(request, context, late.thing)
            fill_gaps(context["form"], late.thing)
            context["meanwhile_filled"] = True
            return changed_meanwhile(request, "projects/decisions/change.html", context)
        except NotProposed as late:
            return too_late(request, "projects/decisions/change.html", context, late.decision)
        messages.success(request, _("The proposal is changed."))
        return redirect(decision)
    if request.method == "GET" and not decision.is_proposed:
        messages.info(request, _("This is agreed, so it cannot be changed. It can be replaced."))
        return redirect(decision)
    return render(request, "projects/decisions/change.html", context)


@require_POST
@project_view("lead")
def agree(request, project, decision_id):
    """From proposed to agreed, if it still says what the person read."""
    decision = in_full(project, decision_id)
    opened_at = request.POST.get("opened_at", "")
    try:
        decision.agree(by=request.user, opened_at=OpenedAtField().clean(opened_at))
    except NotProposed:
        messages.info(request, _("This was agreed already. Nothing has changed."))
        return redirect(decision)
    except ChangedMeanwhile:
        context = about(request, in_full(project, decision_id))
        return changed_meanwhile(request, "projects/decisions/agree.html", context)
    messages.success(request, _("The decision is agreed."))
    return redirect(decision)


@project_view("lead")
def replace(request, project, decision_id):
    """A new decision in place of an agreed one. Whoever comes second sees the first one's."""
    decision = in_full(project, decision_id)
    form = form_of(DecisionForm, request, project, initial=as_typed_in(decision) | {"decided": ""})
    context = {"project": project, "decision": decision, "form": form}
    if form.is_valid():
        try:
            new = decision.replace(by=request.user, **form.details)
        except NotAgreed as late:
            return too_late(request, "projects/decisions/replace.html", context, late.decision)
        messages.success(request, _("The new decision is written down. The old one stays too."))
        return redirect(new)
    if request.method == "GET" and not decision.is_agreed:
        messages.info(request, why_not_replaced(decision))
        return redirect(decision)
    return render(request, "projects/decisions/replace.html", context)


def form_of(form_class, request, project, **options):
    easy = Display.of(request).is_easy
    return form_class(project, request.POST or None, easy=easy, **options)


def in_full(project, decision_id):
    """The decision with all that its page shows, or 404."""
    links = project.decisions.select_related("recorded_by", "replaces", "replaced_by")
    decision = get_object_or_404(links.prefetch_related("hand__typed_by"), pk=decision_id)
    decision.project = project
    return decision


def about(request, decision):
    project = request.project
    return {
        "project": project,
        "decision": decision,
        "level": levels_of(project.edition).get(decision.level),
        "mine": decision.view_of(request.user, request.hand),
    }


def why_not_replaced(decision):
    if decision.is_proposed:
        return _("This is still a proposal. You can change it.")
    return _("This was replaced already. You can replace the newer decision.")


def beside(request, context, now):
    """Someone changed it meanwhile: both texts, and yours in a form that can be saved again."""
    context |= {
        "form": open_again(context["form"], now.version),
        "meanwhile": both_texts(context["form"], now),
        "meanwhile_by": now.changed_by(Display.of(request)),
    }


def too_late(request, template, context, now):
    """It was agreed or replaced meanwhile: what was typed can go where it still belongs."""
    context["late"] = now.newest()
    beside(request, context, context["late"])
    return changed_meanwhile(request, template, context)
