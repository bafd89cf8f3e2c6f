from django.shortcuts import render

from projects.access import project_view
from projects.partnership.models import CheckIn, ContactWish
from projects.partnership.models.check_ins import FEW
from projects.partnership.roles.rotation import rotation_of
from projects.partnership.ways.voices import Voices


@project_view("view")
def index(request, project):
    """How the team works together: its ways, how it feels, and who does what in meetings."""
    project.check_ins.settle()
    ways = project.ways.standing().first()
    if ways:
        ways.project = project
    context = {
        "project": project,
        "ways": ways,
        "voices": Voices(ways) if ways else None,
        "open": list(project.check_ins.open()),
        "newest": project.check_ins.closed().select_related("action").first(),
        "is_small": CheckIn.asked_in(project).count() < FEW,
        "rotation": rotation_of(project),
        "wishes": ContactWish.objects.visible_to(request.user).filter(project=project).count(),
    }
    return render(request, "projects/partnership/index.html", context)
