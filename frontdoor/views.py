from django.shortcuts import render

from stages.guide import picture_of
from stages.models import Edition
from ui.display import Display


def index(request):
    """The front door: what this is, for someone who has never seen it."""
    picture = picture_of(Edition.objects.current(), easy=Display.of(request).is_easy)
    return render(request, "frontdoor/index.html", {"model": picture})
