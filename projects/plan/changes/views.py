from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.plan.changes.forms import PlanChangeForm
from projects.plan.models import PlanChange

PAGE = 25


@project_view("view")
def index(request, project):
    rows = project.plan_changes.select_related("writer")
    rows = rows.prefetch_related("decisions", "hand__typed_by")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "projects/plan/changes/index.html", {"project": project, "page": page})


@project_view("lead")
def new(request, project):
    initial = {"decisions": request.GET.getlist("decision")}
    form = PlanChangeForm(project, request.POST or None, initial=initial)
    if form.is_valid():
        change = PlanChange.tell(project, by=request.user, **form.details)
        messages.success(request, _("The change is written down, and everyone concerned hears it."))
        return redirect(change)
    return render(request, "projects/plan/changes/new.html", {"project": project, "form": form})
