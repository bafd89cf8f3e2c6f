"""Who gave ideas from outside and asked to hear of them: for the reader of the question alone."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.ideas.reading import givers_of

PAGE = 25


@project_view("view")
def index(request, project):
    """Those to tell on paper or by phone first; nobody's contact stands here."""
    givers = givers_of(request)
    page = Paginator(givers, PAGE).get_page(request.GET.get("page"))
    context = {"project": project, "page": page, "to_tell": givers.to_tell()}
    return render(request, "projects/ideas/givers/index.html", context)


@project_view("view")
def detail(request, project, giver_id):
    """How to reach one of them, and what to tell; that it was looked at is written down."""
    giver = get_object_or_404(givers_of(request), pk=giver_id)
    giver.note_read(request.user)
    idea = giver.idea
    context = {"project": project, "giver": giver, "idea": idea}
    context["decisions"] = idea.decisions.agreed().order_by("-pk") if idea.is_shown else []
    return render(request, "projects/ideas/givers/detail.html", context)


@require_POST
@project_view("view")
def told(request, project, giver_id):
    """They have been told what happened up to the number that stood on the page."""
    giver = get_object_or_404(givers_of(request), pk=giver_id)
    number = request.POST.get("news", "")
    if number.isdecimal() and len(number) < 9 and giver.was_told(int(number)):
        messages.success(request, _("Noted. They have been told."))
    return redirect("ideas:givers:index", project.pk)
