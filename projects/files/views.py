from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from projects.access import project_view
from projects.files.giving import as_attachment


@project_view("view")
@require_safe
def detail(request, project, file_id):
    """The file itself, to keep."""
    file = get_object_or_404(project.files.here(), pk=file_id)
    if file.is_lost:
        raise Http404
    response = StreamingHttpResponse(file.chunks(), content_type=file.type)
    response.headers["Content-Length"] = file.size
    return as_attachment(response, file.name)
