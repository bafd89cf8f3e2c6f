from django.shortcuts import get_object_or_404, redirect, render

from accounts.codes import as_printed, digest_of, tidy, tidy_word
from accounts.limits import counted, limited
from join import shown
from join.forms import AskForm
from join.joining import new_mark, where_to_type
from join.views.invitations import ended
from projects.models import ProjectClosed
from projects.team.models import InvitationCode, JoinPage, JoinRequest
from ui.display import Display

ASKED_WITH = "asked_with"


@limited
def poster(request, word):
    """What a poster is about, for anyone; and asking to join."""
    pages = JoinPage.objects.select_related("project__organisation")
    page = get_object_or_404(pages, word=tidy_word(word))
    form = AskForm(page, request.POST or None, initial={"mark": new_mark()})
    context = {"page": page, "form": form, "organisation": page.project.organisation}
    context["easy"] = Display.of(request).is_easy
    if not page.is_open:
        return render(request, "join/poster_closed.html", context)
    if form.is_valid():
        if not counted(request, "join_ask", key=page.word):
            return render(request, "429.html", {}, status=429)
        return ask(request, page, form.cleaned_data, context)
    return render(request, "join/poster.html", context)


def ask(request, page, typed, context):
    """They ask, and get a code to come back with. The same form again shows the same code."""
    del typed["reached"]
    typed["mark"] = typed["mark"] or new_mark()
    if request.session.get(ASKED_WITH) == digest_of(typed["mark"]):
        return redirect("join:asked")
    try:
        _asked, code = JoinRequest.ask(page, **typed)
    except ProjectClosed:
        return render(request, "join/poster_closed.html", context)
    request.session[ASKED_WITH] = digest_of(typed["mark"])
    if code:
        shown.keep(request, shown.COME_BACK, as_printed(code))
    else:
        shown.forget(request, shown.COME_BACK)
    return redirect("join:asked")


@limited
def asked(request):
    """Thank you, with the code to come back with until they have written it down."""
    if ASKED_WITH not in request.session:
        return redirect("join:index")
    if request.method == "POST":
        shown.forget(request, shown.COME_BACK)
        return redirect("join:asked")
    code = shown.kept(request, shown.COME_BACK)
    context = {"code": code, "address": where_to_type(request)}
    return render(request, "join/asked.html", context)


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
