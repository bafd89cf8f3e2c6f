from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.confinement import whole_account
from accounts.models import PrivateRead
from projects.access import project_view
from projects.payment.claims.forms import ClaimForm, TurnForm
from projects.payment.models import Claim, PaymentKeeper

PAGE = 25
WHAT = gettext_noop("what you claim")


@whole_account
@project_view("view")
def index(request, project):
    """What others in the team claim: for whoever looks after payment, and nobody else."""
    if PaymentKeeper.of(project) != request.user:
        raise Http404
    claims = Claim.objects.looked_after_by(request.user).filter(project=project)
    claims = claims.select_related("person")
    waiting = list(claims.waiting().order_by("asked_at", "pk"))
    done = claims.exclude(status__in=Claim.WAITING).order_by("-changed_at", "-pk")
    page = Paginator(done, PAGE).get_page(request.GET.get("page"))
    PrivateRead.note(request.user, {one.person for one in [*waiting, *page]}, WHAT)
    context = {"project": project, "waiting": waiting, "page": page}
    return render(request, "projects/payment/claims/index.html", context)


@project_view("contribute", when_closed=True)
def new(request, project):
    """A member, or someone who writes for them, says that they would like to be paid."""
    if request.hand and request.hand.is_group:
        raise Http404
    form = ClaimForm(request.POST or None)
    if form.is_valid():
        Claim.ask(project, request.user, **form.cleaned_data)
        messages.success(request, said(PaymentKeeper.of(project)))
        return redirect("payment:index", project.pk)
    context = {"project": project, "form": form, "keeper": PaymentKeeper.of(project)}
    return render(request, "projects/payment/claims/new.html", context)


def said(keeper):
    if keeper is None:
        return _("Written down. Ask a lead to say who looks after payment here.")
    return _("Written down. %(name)s has been told.") % {"name": keeper.name}


def claim_or_404(request, project, claim_id):
    claims = Claim.objects.visible_to(request.user).filter(project=project)
    links = ("person", "project", "hand__typed_by", "changed_by")
    return get_object_or_404(claims.select_related(*links), pk=claim_id)


@whole_account
@project_view("view")
def detail(request, project, claim_id):
    """One claim, for the member; whoever looks after payment says here what became of it."""
    claim = claim_or_404(request, project, claim_id)
    is_keeper = PaymentKeeper.of(project) == request.user
    PrivateRead.note(request.user, [claim.person], WHAT)
    context = {"project": project, "claim": claim, "is_keeper": is_keeper}
    if is_keeper:
        initial = {"status": claim.status, "because": claim.because}
        context["form"] = form = TurnForm(request.POST or None, initial=initial)
        if form.is_valid():
            return turned(request, claim, form)
    return render(request, "projects/payment/claims/detail.html", context)


def turned(request, claim, form):
    try:
        claim.turn(**form.cleaned_data, by=request.user)
    except Claim.DoesNotExist:
        messages.info(request, _("They have taken it back meanwhile. Nothing has changed."))
    else:
        if claim.person == request.user:
            messages.success(request, _("Saved"))
        else:
            messages.success(request, _("Saved. We tell the person who asked."))
    return redirect("payment:claims:index", claim.project_id)


@whole_account
@project_view("view")
def take_back(request, project, claim_id):
    """The member does not want it any more. Asks first; only until it has been passed on."""
    claim = claim_or_404(request, project, claim_id)
    if claim.person != request.user or not claim.can_be_taken_back:
        raise Http404
    if request.method == "POST":
        claim.take_back()
        messages.success(request, _("Taken back"))
        return redirect("payment:index", project.pk)
    context = {"project": project, "claim": claim}
    return render(request, "projects/payment/claims/take_back.html", context)
