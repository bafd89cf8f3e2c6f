from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from projects.access import project_view


@project_view("view")
@require_safe
def detail(request, project, file_id):
    """The file itself, to keep: a browser never shows it as a page of ours, or runs it."""
    file = get_object_or_404(project.files.here(), pk=file_id)
    if file.is_lost:
        raise Http404
    response = StreamingHttpResponse(file.chunks(), content_type=file.type)
    response.headers["Content-Disposition"] = content_disposition_header(True, file.name)
    response.headers["Content-Length"] = file.size
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
