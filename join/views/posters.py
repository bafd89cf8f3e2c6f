from django.shortcuts import get_object_or_404, redirect, render

from accounts.codes import as_printed, digest_of, tidy
from join.forms import AskForm
from join.joining import new_mark, where_to_type
from join.limits import counted, limited
from join.views.invitations import ended
from projects.models import ProjectClosed
from projects.team.models import InvitationCode, JoinPage, JoinRequest
from projects.team.models.posters import tidy_word


@limited
def poster(request, word):
    """What a poster is about, for anyone; and asking to join."""
    pages = JoinPage.objects.select_related("project__organisation")
    page = get_object_or_404(pages, word=tidy_word(word))
    form = AskForm(page, request.POST or None, initial={"mark": new_mark()})
    context = {"page": page, "form": form, "organisation": page.project.organisation}
    if not page.is_open:
        return render(request, "join/poster_closed.html", context)
    if form.is_valid():
        if not counted(request, "join_ask"):
            return render(request, "429.html", {}, status=429)
        return ask(request, page, form.cleaned_data, context)
    return render(request, "join/poster.html", context)


def ask(request, page, typed, context):
    """The code to come back with is in this answer, and nowhere else."""
    del typed["reached"]
    mark = digest_of(typed.pop("mark") or new_mark())
    try:
        _asked, code = JoinRequest.ask(page, mark=mark, **typed)
    except ProjectClosed:
        return render(request, "join/poster_closed.html", context)
    there = where_to_type(request)
    return render(
        request, "join/asked.html", context | {"code": as_printed(code), "address": there}
    )


@limited
def answer(request, come_back):
    """What became of it, for someone who asked to join and has come back with their code."""
    digest = digest_of(tidy(come_back))
    if InvitationCode.objects.filter(digest=digest).exists():
        return redirect("join:invitation", tidy(come_back))
    asked = (
        JoinRequest.objects.select_related("project__organisation").filter(digest=digest).first()
    )
    if asked is None:
        return ended(request, come_back)
    return render(request, "join/answer.html", {"asked": asked})
