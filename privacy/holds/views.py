from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import Organisation
from privacy.access import administrators_only
from privacy.holds.forms import HoldForm
from privacy.models import LegalHold


@administrators_only
def index(request):
    """What must be kept for a legal reason, and what had to be."""
    holds = LegalHold.objects.filter(organisation__in=request.organisations).select_related(
        "organisation", "project", "person", "by", "lifted_by"
    )
    context = {
        "standing": [hold for hold in holds if not hold.is_lifted],
        "lifted": [hold for hold in holds if hold.is_lifted],
    }
    return render(request, "privacy/holds/index.html", context)


@administrators_only
def new(request):
    """Hold a project or a person: nothing of it is destroyed until the hold is lifted."""
    mine = Organisation.objects.filter(pk__in=[one.pk for one in request.organisations])
    form = HoldForm(mine, request.POST or None, initial={"which": request.GET.get("which", "")})
    if form.is_valid():
        said = form.cleaned_data
        LegalHold.begin(said["organisation"], said["thing"], by=request.user, why=said["why"])
        messages.success(request, _("From now on it is kept"))
        return redirect("holds:index")
    return render(request, "privacy/holds/new.html", {"form": form})


@require_POST
@administrators_only
def lift(request, hold_id):
    """The legal reason is over: what it held has its usual time again."""
    mine = LegalHold.objects.filter(organisation__in=request.organisations)
    get_object_or_404(mine, pk=hold_id).lift(by=request.user)
    messages.success(request, _("The hold is lifted"))
    return redirect("holds:index")
