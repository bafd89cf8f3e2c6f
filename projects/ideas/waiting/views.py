"""What people outside the team said, before the team can read it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.ideas.models import AnsweredAlready
from projects.ideas.reading import waiting_for
from projects.ideas.waiting.forms import RefuseForm

PAGE = 25


@project_view("view")
def index(request, project):
    """Each in its giver's words, the oldest first."""
    page = Paginator(waiting_for(request), PAGE).get_page(request.GET.get("page"))
    reads = request.membership.questions_to_read.exists()
    context = {"project": project, "page": page, "is_reader": reads}
    return render(request, "projects/ideas/waiting/index.html", context)


@require_POST
@project_view("view")
def let_in(request, project, waiting_id):
    """Everyone in the team can read it now."""
    idea = get_object_or_404(waiting_for(request), pk=waiting_id)
    try:
        idea.let_in(by=request.user)
        messages.success(request, _("The team can read it now."))
    except AnsweredAlready:
        messages.info(request, answered_already())
    return redirect("ideas:waiting:index", project.pk)


@project_view("view")
def refuse(request, project, waiting_id):
    """Not taken in: whoever gave it reads why."""
    idea = get_object_or_404(waiting_for(request), pk=waiting_id)
    form = RefuseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            idea.refuse(by=request.user, because=form.words)
            messages.success(request, _("It is not taken in. Whoever gave it can read why."))
        except AnsweredAlready:
            messages.info(request, answered_already())
        return redirect("ideas:waiting:index", project.pk)
    context = {"project": project, "idea": idea, "form": form}
    return render(request, "projects/ideas/waiting/refuse.html", context)


@project_view("view")
def refuse_several(request, project):
    """Those that were ticked, for one reason: rubbish comes in heaps."""
    ticked = (request.POST if request.method == "POST" else request.GET).getlist("idea")
    numbers = [int(one) for one in ticked if one.isdecimal() and len(one) < 19]
    ideas = list(waiting_for(request).filter(pk__in=numbers)[:PAGE])
    form = RefuseForm(request.POST if request.method == "POST" else None)
    if not ideas:
        messages.info(request, _("Tick the ideas first."))
        return redirect("ideas:waiting:index", project.pk)
    if form.is_valid():
        refused = sum(is_refused(idea, request.user, form.words) for idea in ideas)
        said = ngettext("%(num)s idea is not taken in.", "%(num)s ideas are not taken in.", refused)
        messages.success(request, said % {"num": refused})
        return redirect("ideas:waiting:index", project.pk)
    context = {"project": project, "ideas": ideas, "form": form}
    return render(request, "projects/ideas/waiting/refuse_several.html", context)


def is_refused(idea, by, because):
    """Whether it still waited."""
    try:
        idea.refuse(by=by, because=because)
    except AnsweredAlready:
        return False
    return True


def answered_already():
    return _("Someone else has answered it a moment ago.")
