from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.hands import place_of
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from projects.plan.forms import AimForm, NewAimForm, as_typed_in
from projects.plan.models import Aim

SHOWN = 8
"""Of each list; the rest is a page of its own."""
PAGE = 25


@project_view("view")
def index(request, project):
    """The plan on one calm page: the aim, what is late, what comes next, what is being tried."""
    actions = list(project.actions.open().with_people())
    late = [action for action in actions if action.is_late]
    later = [action for action in actions if not action.is_late]
    tests = list(project.small_tests.going().with_cycles()[: SHOWN + 1])
    approvals = list(project.approvals.waiting()[: SHOWN + 1])
    aims = list(project.aims.select_related("writer").prefetch_related("hand__typed_by")[:2])
    changes = list(project.plan_changes.all()[:1])
    done = project.actions.done().count()
    context = {
        "project": project,
        "place": place_of(request),
        "aim": aims[0] if aims else None,
        "has_earlier": len(aims) > 1,
        "late": late,
        "later": later,
        "nobodys": sum(action.is_without_owner for action in actions),
        "done": done,
        "tests": tests,
        "kept": project.small_tests.to_look_at().filter(state="kept"),
        "approvals": approvals,
        "change": changes[0] if changes else None,
        "shown": SHOWN,
        "is_bare": not (aims or actions or done or tests or approvals or changes),
    }
    return render(request, "projects/plan/index.html", context)


@project_view("lead")
def aim(request, project):
    """Say the aim, or another one and why. Two at once see both texts."""
    now = project.aims.newest()
    form_class = NewAimForm if now else AimForm
    form = form_class(request.POST or None, initial=as_typed_in(now) if now else {})
    context = {"project": project, "aim": now, "form": form}
    if form.is_valid():
        typed = form.cleaned_data
        said = {"because": typed.get("because", ""), "opened_at": typed["opened_at"]}
        try:
            Aim.say(project, by=request.user, **said, **form.details)
        except ChangedMeanwhile as late:
            return said_meanwhile(request, context, late.thing)
        messages.success(request, _("The aim is written down, and the team hears of it."))
        return redirect("plan:index", project.pk)
    return render(request, "projects/plan/aim.html", context)


@project_view("view")
def aims(request, project):
    """Each aim there was, the newest first, with why it was changed."""
    rows = project.aims.select_related("writer").prefetch_related("hand__typed_by")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "projects/plan/aims.html", {"project": project, "page": page})


def said_meanwhile(request, context, now):
    """Someone said an aim first: the form that asks why, with what was typed, beside theirs."""
    if not isinstance(context["form"], NewAimForm):
        context["form"] = NewAimForm(request.POST)
        context["form"].is_valid()
        context["form"].cleaned_data.setdefault("because", "")
    context["aim"] = now
    return beside(request, "projects/plan/aim.html", context, now)
