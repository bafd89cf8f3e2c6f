from django.shortcuts import render

from stages.models import Edition


def index(request):
    """The front door: what this is, for someone who has never seen it."""
    return render(request, "frontdoor/index.html", {"edition": Edition.objects.current()})
