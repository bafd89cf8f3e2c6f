"""A published project, for the pages of what anyone may read of it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from projects.access import LARGEST
from projects.models import Project


def published_project(request, project_id):
    """The project, or 404: what is not published is not there."""
    if project_id > LARGEST:
        raise Http404
    published = Project.objects.published().select_related("organisation")
    request.project = get_object_or_404(published, pk=project_id)
    request.on_behalf_of = request.project.organisation
    return request.project
