from django.shortcuts import render

from projects.models import Project
from stages.guide import picture_of
from stages.models import Edition
from ui.display import Display

NEWEST = 3


def index(request):
    """The front door: what this is, and what anyone may do, for someone who never saw it."""
    published = Project.objects.published().open().select_related("organisation")
    context = {
        "model": picture_of(Edition.objects.current(), easy=Display.of(request).is_easy),
        "newest": list(published.order_by("-last_activity_at", "-pk")[:NEWEST]),
    }
    return render(request, "frontdoor/index.html", context)
