from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from projects.access import project_view
from projects.decisions.answering import in_words, numbers_in
from projects.decisions.forms import (
    DecisionForm,
    NewDecisionForm,
    ProposalForm,
    SeeDifferentlyForm,
    as_typed_in,
)
from projects.decisions.models import Decision, NotAgreed, NotProposed
from projects.decisions.spreadsheet import lines_of
from projects.ideas.forms import FilterForm
from projects.ideas.models import under_themes
from projects.meanwhile import changed_by
from projects.models import ChangedMeanwhile
from stages.levels import levels_of
from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.meanwhile import OpenedAtField, both_texts, fill_gaps, open_again
from ui.spreadsheet import csv_response

PAGE = 25
IDEAS_PAGE = 50


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


@project_view("view")
@require_safe
def decisions_csv(request, project):
    """All of them as a table. It may leave the team: what is for named people only is not in it."""
    return csv_response(lines_of(project), f"decisions-{project.pk}.csv")


@project_view("lead")
def new(request, project):
    form = form_of(NewDecisionForm, request, project, initial=begun_with(request))
    if form.is_valid():
        status = form.cleaned_data["status"]
        decision = Decision.record(project, by=request.user, status=status, **form.details)
        messages.success(request, _("Your decision is written down."))
        return redirect(decision)
    return render(request, "projects/decisions/new.html", {"project": project, "form": form})


@project_view("contribute")
def propose(request, project):
    form = form_of(ProposalForm, request, project, initial=begun_with(request))
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


@project_view("lead")
def ideas(request, project, decision_id):
    """Which ideas it answers, chosen among all there are. Its words stay as they are."""
    decision = in_full(project, decision_id)
    if decision.is_replaced:
        return too_late_to_answer(request, decision)
    choose = FilterForm(project.themes.all(), request.GET)
    if request.method == "POST":
        was, ticked = (set(numbers_in(request.POST.getlist(name))) for name in ("was", "answered"))
        shown = project.ideas.shown()
        try:
            decision.answer(
                shown.filter(pk__in=ticked - was),
                by=request.user,
                no_more=shown.filter(pk__in=was - ticked),
            )
        except NotAgreed as late:
            return too_late_to_answer(request, late.decision)
        messages.success(request, _("Saved."))
        return redirect(f"{decision.get_absolute_url()}#ideas")
    found = choose.found_in(project.ideas.shown()).ready_to_draw().by_theme()
    page = Paginator(found, IDEAS_PAGE).get_page(request.GET.get("page"))
    ticked = set(decision.ideas.values_list("pk", flat=True))
    context = {
        "project": project,
        "decision": decision,
        "choose": choose,
        "page": page,
        "groups": under_themes(page),
        "ticked": ticked,
    }
    return render(request, "projects/decisions/ideas.html", context)


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


def begun_with(request):
    """What a new decision says at first: the step, and the idea from whose page one came."""
    return {"stage": request.project.stage, "answered": request.GET.getlist("idea")}


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
        "ideas": decision.ideas.shown().ready_to_draw().by_theme(),
        "level": levels_of(project.edition).get(decision.level),
        "mine": decision.view_of(request.user, request.hand),
        "actions": actions_of(decision),
    }


def actions_of(decision):
    """Those planned for it and, before them, for what it replaced."""
    itself = decision.project.decisions.filter(pk=decision.pk)
    return itself.with_actions(decision.project.actions.with_people())[0].chain


def too_late_to_answer(request, decision):
    messages.info(request, _("This was replaced already. Its ideas stay as they are."))
    return redirect(decision)


def why_not_replaced(decision):
    if decision.is_proposed:
        return _("This is still a proposal. You can change it.")
    return _("This was replaced already. You can replace the newer decision.")


def beside(request, context, now):
    """Someone changed it meanwhile: both texts, and yours in a form that can be saved again.

    The ideas that either of you ticked are ticked in it.
    """
    form = open_again(context["form"], now.version)
    yours, theirs = form.ideas, list(now.ideas.all())
    texts = both_texts(form, now)
    if set(yours) != set(theirs):
        texts.append((form.fields["answered"].label, in_words(yours), in_words(theirs)))
        form.data.setlist("answered", [idea.pk for idea in {*yours, *theirs}])
    context |= {
        "form": form,
        "meanwhile": texts,
        "meanwhile_by": changed_by(request, now),
    }


def too_late(request, template, context, now):
    """It was agreed or replaced meanwhile: what was typed can go where it still belongs."""
    context["late"] = now.newest()
    beside(request, context, context["late"])
    return changed_meanwhile(request, template, context)
