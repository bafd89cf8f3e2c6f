from django.shortcuts import render

from join.forms import CodeForm


def index(request):
    """I have a code: from a letter, a card or a poster."""
    form = CodeForm(request.POST or None)
    return render(request, "join/index.html", {"form": form})
