from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.access import project_view
from projects.documents import is_large
from projects.meanwhile import beside
from projects.models import ChangedMeanwhile
from projects.payment.forms import KeeperForm, OfferForm
from projects.payment.models import Claim, PaymentKeeper, PaymentOffer
from ui.pdf import pdf_response


@project_view("view")
def index(request, project):
    """What is offered, to every member; what one claims oneself, to that person alone."""
    offer = offer_of(project)
    keeper = PaymentKeeper.of(project)
    claims = Claim.objects.visible_to(request.user).filter(project=project)
    context = {
        "project": project,
        "offer": offer,
        "rates": offer.rates if offer else [],
        "mine": [] if request.hand else list(claims.filter(person=request.user)),
        "keeper": keeper,
        "is_keeper": keeper == request.user and not request.user.confined_to,
        "waiting": claims.exclude(person=request.user).waiting().count(),
    }
    return render(request, "projects/payment/index.html", context)


def offer_of(project):
    offer = PaymentOffer.objects.filter(project=project).first()
    if offer:
        offer.project = project
    return offer


@project_view("lead")
def offer(request, project):
    """What the project offers. Two people at once: the second is shown both texts."""
    now = offer_of(project)
    form = OfferForm(request.POST or None, initial=as_typed_in(now))
    rates = list(project.organisation.rates.in_force())
    context = {"project": project, "form": form, "rates": rates}
    if form.is_valid():
        opened_at = form.cleaned_data["opened_at"]
        try:
            PaymentOffer.say(project, by=request.user, opened_at=opened_at, **form.details)
        except ChangedMeanwhile as late:
            return beside(request, "projects/payment/offer.html", context, late.thing)
        messages.success(request, _("Saved. Everyone in the team can read it."))
        return redirect("payment:index", project.pk)
    return render(request, "projects/payment/offer.html", context)


def as_typed_in(offer):
    if offer is None:
        return {"opened_at": 0}
    return {name: getattr(offer, name) for name in PaymentOffer.SAID} | {"opened_at": offer.version}


@project_view("view")
def offer_pdf(request, project):
    """The offer on paper, also in large print: to give to people before they say yes."""
    offer = offer_of(project)
    if offer is None:
        raise Http404
    large = is_large(request)
    rates = offer.rates
    context = {"project": project, "offer": offer, "rates": rates, "large": large}
    shown = [project.title, project.organisation.name, project.organisation.contact_phone]
    shown += [project.pk, offer.version, large, timezone.localdate()]
    shown += [f"{rate.what} {rate.how_much} {rate.note}" for rate in rates]
    return pdf_response(
        request,
        "projects/payment/offer_pdf.html",
        lambda: context,
        f"project-{project.pk}-payment.pdf",
        key="\x1f".join(["payment offer", *map(str, shown)]),
    )


@project_view("lead", when_closed=True)
def keeper(request, project):
    """Which lead looks after payment, and so sees what others claim."""
    form = KeeperForm(project, request.POST if request.method == "POST" else None)
    if form.is_valid():
        person = form.cleaned_data["member"].user
        PaymentKeeper.choose(project, person, by=request.user)
        said = _("%(name)s looks after payment now")
        messages.success(request, said % {"name": person.name})
        return redirect("payment:index", project.pk)
    context = {"project": project, "form": form, "keeper": PaymentKeeper.of(project)}
    return render(request, "projects/payment/keeper.html", context)
