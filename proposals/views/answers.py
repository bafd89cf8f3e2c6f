"""For the involvement team: what waits, and the three answers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import PrivateRead
from projects.models import ProjectClosed
from proposals.access import involvement_team
from proposals.forms import AcceptForm, JoinForm, RefuseForm
from proposals.models import AnsweredAlready, ContactRead, Proposal

PAGE = 25
WHAT = gettext_noop("how to reach you about what you proposed")


@involvement_team
def index(request):
    """What waits for an answer, longest first; then what was answered, newest first."""
    theirs = Proposal.objects.visible_to(request.user).select_related("organisation", "project")
    answered = Paginator(theirs.answered(), PAGE).get_page(request.GET.get("page"))
    context = {
        "waiting": list(theirs.waiting()[: PAGE + 1]) if answered.number == 1 else [],
        "most": PAGE,
        "page": answered,
        "organisations": request.user.oversees.count(),
    }
    return render(request, "proposals/index.html", context)


@involvement_team
def detail(request, proposal):
    return render(request, "proposals/detail.html", {"proposal": proposal})


@involvement_team
def contact(request, proposal):
    """How to reach them. Each look is written down, and shown to who follows it."""
    if proposal.has_contact:
        ContactRead.objects.get_or_create(proposal=proposal, reader=request.user)
    if proposal.proposed_by:
        PrivateRead.note(request.user, [proposal.proposed_by], WHAT)
    return render(request, "proposals/contact.html", {"proposal": proposal})


@involvement_team
def accept(request, proposal):
    """It becomes a project, led by whoever answers or by someone of the staff."""
    form = AcceptForm(proposal.organisation, request.user, asked(request, proposal))
    if form.is_valid():
        proposal.accept(**form.cleaned_data, by=request.user)
        messages.success(request, _("It is a project now.") + " " + told(proposal))
        return redirect(proposal)
    return render(request, "proposals/accept.html", {"proposal": proposal, "form": form})


@involvement_team
def join(request, proposal):
    """It becomes an idea in a project that is open. Words in the address find the project."""
    words = request.GET.get("words", "")[:200]
    form = JoinForm(proposal.organisation, words, asked(request, proposal))
    if form.is_valid():
        try:
            proposal.join_to(**form.cleaned_data, by=request.user)
        except ProjectClosed:
            form.add_error("project", _("This project was closed a moment ago."))
        else:
            messages.success(request, _("The project has it now.") + " " + told(proposal))
            return redirect(proposal)
    context = {"proposal": proposal, "form": form, "words": words}
    return render(request, "proposals/join.html", context)


@involvement_team
def refuse(request, proposal):
    """No, with the reason."""
    form = RefuseForm(asked(request, proposal))
    if form.is_valid():
        proposal.refuse(**form.cleaned_data, by=request.user)
        messages.success(request, _("You said no, with your reason.") + " " + told(proposal))
        return redirect(proposal)
    return render(request, "proposals/refuse.html", {"proposal": proposal, "form": form})


def asked(request, proposal):
    """What was typed, or None. Raises AnsweredAlready: there is no second answer."""
    if not proposal.is_waiting:
        raise AnsweredAlready(proposal)
    return request.POST or None


def told(proposal):
    """What the one who answered should know: whether they have to tell someone themselves."""
    if proposal.is_told:
        return _("We tell the person who proposed it.")
    if proposal.reach:
        return _("We cannot write to the person who proposed it: please tell them yourself.")
    return _("They can read it with their code.")
