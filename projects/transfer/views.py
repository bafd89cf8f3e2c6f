import tempfile

from django.http import FileResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from projects.access import project_view
from projects.transfer.taking_out import names_in, take_out

IN_MEMORY = 5_000_000
CHUNK = 65_536


@project_view("take_out", when_closed=True)
def index(request, project):
    """What is in the one file, what stays here, and where people's names stand in the text."""
    context = {"project": project, "names": names_in(project)}
    return render(request, "projects/transfer/index.html", context)


@project_view("take_out", when_closed=True)
@require_POST
def everything_zip(request, project):
    """The one file. Its name tells nothing but the number of the project."""
    target = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed with the response)
    take_out(project, target, by=request.user)
    target.seek(0)
    name = f"project-{project.pk}-everything.zip"
    response = FileResponse(target, as_attachment=True, filename=name)
    response.block_size = CHUNK
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
