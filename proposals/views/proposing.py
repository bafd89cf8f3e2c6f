"""For anyone, with no account: propose a big idea, and follow what becomes of it."""

from django.http import Http404
from django.shortcuts import redirect, render

from accounts.codes import as_printed, digest_of, tidy
from accounts.limits import counted, limited, wrong_code
from join import shown
from join.joining import new_mark, where_to_type
from proposals.forms import NewForm
from proposals.models import Proposal

PROPOSED_WITH = "proposed_with"
CODE = "code_of_proposal"


def new(request):
    """Propose a big idea: the problem first. Someone signed in owns what they propose."""
    person = whole_person(request)
    form = NewForm(person, request.POST or None, initial={"mark": new_mark()})
    if not form.organisations:
        raise Http404
    if form.is_valid():
        if not counted(request, "propose", key=str(form.details()["organisation"].pk)):
            return render(request, "429.html", {}, status=429)
        return propose(request, person, form.details())
    return render(request, "proposals/new.html", {"form": form, "person": person})


def whole_person(request):
    """Who is signed in; a code on paper opens one team, and does not speak for the person."""
    person = request.user
    return person if person.is_authenticated and not person.confined_to else None


def propose(request, person, said):
    """It waits now. The same form again shows the same code."""
    mark = said.pop("mark") or new_mark()
    sent = digest_of(f"sent in this session {mark}")  # the table has another: no way from it here
    if request.session.get(PROPOSED_WITH) != sent:
        _proposal, code = Proposal.propose(by=person, mark=mark, **said)
        request.session[PROPOSED_WITH] = sent
        if code:
            shown.keep(request, CODE, as_printed(code))
        else:
            shown.forget(request, CODE)
    return redirect("proposals:thanks")


@limited
def thanks(request):
    """Thank you, with the code to follow it until they have written it down."""
    if PROPOSED_WITH not in request.session:
        return redirect("proposals:new")
    if request.method == "POST":
        shown.forget(request, CODE)
        return redirect("proposals:thanks")
    context = {
        "code": shown.kept(request, CODE),
        "address": where_to_type(request),
        "person": whole_person(request),
    }
    return render(request, "proposals/thanks.html", context)


def behind(request, proposal_code):
    """The proposal that this code follows; a wrong one is counted."""
    digest = digest_of(tidy(proposal_code))
    rows = Proposal.objects.select_related("organisation", "project", "became")
    proposal = rows.filter(digest=digest).first() if tidy(proposal_code) else None
    if proposal is None:
        wrong_code(request)
        raise Http404
    request.looked_after = [proposal.organisation]  # whose page it is
    return proposal


@limited
def follow(request, proposal_code):
    """What became of it, for whoever has its code."""
    proposal = behind(request, proposal_code)
    context = {"proposal": proposal, "proposal_code": tidy(proposal_code)}
    return render(request, "proposals/follow.html", context)


@limited
def take_back(request, proposal_code):
    """Asks first. What waits is gone then; what was answered stays without who proposed it."""
    proposal = behind(request, proposal_code)
    if request.method == "POST" and request.POST.get("take_back") == "yes":
        was_waiting = proposal.is_waiting
        proposal.take_back()
        return render(request, "proposals/taken_back.html", {"was_waiting": was_waiting})
    context = {"proposal": proposal, "proposal_code": tidy(proposal_code)}
    return render(request, "proposals/take_back.html", context)
