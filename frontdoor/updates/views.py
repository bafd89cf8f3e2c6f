"""What a team told anyone: every public update on a page of its own."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from frontdoor.published import published_project
from projects.access import LARGEST

PAGE = 25


def index(request, project_id):
    project = published_project(request, project_id)
    updates = project.updates.public().ready_to_draw()
    page = Paginator(updates, PAGE).get_page(request.GET.get("page"))
    return render(request, "frontdoor/updates/index.html", {"project": project, "page": page})


def detail(request, project_id, update_id):
    project = published_project(request, project_id)
    if update_id > LARGEST:
        raise Http404
    update = get_object_or_404(project.updates.public().ready_to_draw(), pk=update_id)
    context = {"project": project, "update": update}
    return render(request, "frontdoor/updates/detail.html", context)
