from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.codes import digest_of, tidy, tidy_word
from accounts.limits import limited, wrong_code
from join.forms import CodeForm
from projects.ideas.models import Giver, OpenQuestion
from projects.paper import sign_in_by_code
from projects.team.models import InvitationCode, JoinPage, JoinRequest
from proposals.models import Proposal


@limited
def index(request):
    """I have a code: from a letter, a card or a poster."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        there = behind(request, **form.cleaned_data)
        if there:
            return redirect(there)
        wrong_code(request)
        form.add_error("code", _("We do not know this code. Look at each letter again."))
    return render(request, "join/index.html", {"form": form})


def behind(request, code, own_device):
    """Where what someone typed leads; a personal code signs them in. None when we know it not.

    A word or a code of the pages for giving ideas leads there: people take the box they find.
    """
    typed, word = tidy(code), tidy_word(code)
    digest = digest_of(typed)
    if typed and InvitationCode.objects.filter(digest=digest).exists():
        return reverse("join:invitation", args=[typed])
    if typed and JoinRequest.objects.filter(digest=digest).exists():
        return reverse("join:answer", args=[typed])
    if typed and Proposal.objects.filter(digest=digest).exists():
        return reverse("proposals:follow", args=[typed])
    if word and JoinPage.objects.filter(word=word).exists():
        return reverse("join:poster", args=[word])
    if word and OpenQuestion.objects.filter(word=word).exists():
        return reverse("ask:detail", args=[word])
    if Giver.behind(typed):
        return reverse("ask:follow", args=[typed])
    return sign_in_by_code(request, code, own_device=own_device)
