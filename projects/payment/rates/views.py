from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.confinement import whole_account
from accounts.models import Organisation
from projects.access import LARGEST
from projects.payment.models import Rate, ReplacedAlready
from projects.payment.rates.forms import NewRateForm, RateForm
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts


def for_those_who_decide(view):
    """Sign people in; 404 for who is in no involvement team and administers nothing."""

    @login_required
    @whole_account
    @wraps(view)
    def guarded(request, **kwargs):
        user = request.user
        theirs = Q(involvement_team=user) | Q(administrators=user)
        mine = Organisation.objects.all()
        if not user.is_superuser:
            mine = Organisation.objects.filter(pk__in=mine.filter(theirs).values("pk"))
        organisations = mine.order_by("name")
        if not organisations or any(number > LARGEST for number in kwargs.values()):
            raise Http404
        return view(request, organisations, **kwargs)

    return guarded


@for_those_who_decide
def index(request, organisations):
    """What each organisation pays people who take part, now, soon and earlier."""
    lists = []
    for organisation in organisations.prefetch_related("rates"):
        lists.append({"organisation": organisation, **sorted_by_time(organisation.rates.all())})
    return render(request, "projects/payment/rates/index.html", {"lists": lists})


def sorted_by_time(rates):
    """What is paid today, what is agreed for later, and what was paid once, newest first."""
    today = timezone.localdate()
    held = [rate for rate in rates if rate.until is None or rate.until >= rate.from_on]
    over = [rate for rate in held if rate.until and rate.until < today]
    return {
        "now": [rate for rate in held if rate.from_on <= today and rate not in over],
        "later": [rate for rate in held if rate.from_on > today],
        "earlier": sorted(over, key=lambda rate: (rate.until, rate.pk), reverse=True),
    }


@for_those_who_decide
def new(request, organisations):
    initial = {"from_on": timezone.localdate(), "unit": Rate.Unit.MEETING}
    form = NewRateForm(organisations, request.POST or None, initial=initial)
    if form.is_valid():
        details = dict(form.cleaned_data)
        organisation = details.pop("organisation", None) or organisations[0]
        Rate.add(organisation, by=request.user, **details)
        messages.success(request, _("Added to what you pay"))
        return redirect("rates:index")
    return render(request, "projects/payment/rates/new.html", {"form": form})


@for_those_who_decide
def change(request, organisations, rate_id):
    """A new version from a day on; the old one can still be read."""
    rate = rate_of(organisations, rate_id)
    form = RateForm(request.POST or None, initial=as_typed_in(rate))
    context = {"rate": rate, "form": form}
    if form.is_valid():
        try:
            rate.replace(by=request.user, **form.cleaned_data)
        except ReplacedAlready as late:
            context |= {"rate": late.rate, "meanwhile": both_texts(form, late.rate)}
            return changed_meanwhile(request, "projects/payment/rates/change.html", context)
        messages.success(request, _("Saved. What you paid before can still be read."))
        return redirect("rates:index")
    return render(request, "projects/payment/rates/change.html", context)


def as_typed_in(rate):
    said = {name: getattr(rate, name) for name in ("what", "amount", "unit", "note")}
    return said | {"from_on": max(rate.from_on, timezone.localdate())}


@for_those_who_decide
def stop(request, organisations, rate_id):
    """Asks first; today is its last day. What was promised can still be read."""
    rate = rate_of(organisations, rate_id)
    if request.method == "POST":
        if rate.until is None:
            rate.stop(timezone.localdate())
        messages.success(request, _("“%(what)s” ends today") % {"what": rate.what})
        return redirect("rates:index")
    return render(request, "projects/payment/rates/stop.html", {"rate": rate})


def rate_of(organisations, rate_id):
    return get_object_or_404(Rate, pk=rate_id, organisation__in=organisations)
