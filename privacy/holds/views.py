from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from accounts.models import Organisation
from administration.models import Act
from privacy.access import administrators_only
from privacy.holds.forms import HoldForm
from privacy.models import LegalHold

KEPT = gettext_noop("kept something for a legal reason in")
LIFTED = gettext_noop("lifted a legal hold in")


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
        with transaction.atomic():
            LegalHold.begin(said["organisation"], said["thing"], by=request.user, why=said["why"])
            Act.note_down(request.user, KEPT, organisation=said["organisation"])
        messages.success(request, _("From now on it is kept"))
        return redirect("holds:index")
    return render(request, "privacy/holds/new.html", {"form": form})


@require_POST
@administrators_only
def lift(request, hold_id):
    """The legal reason is over: what it held has its usual time again."""
    mine = LegalHold.objects.filter(organisation__in=request.organisations)
    hold = get_object_or_404(mine.select_related("organisation"), pk=hold_id)
    with transaction.atomic():
        hold.lift(by=request.user)
        Act.note_down(request.user, LIFTED, organisation=hold.organisation)
    messages.success(request, _("The hold is lifted"))
    return redirect("holds:index")
