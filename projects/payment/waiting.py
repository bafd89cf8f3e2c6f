"""What waits for whoever looks after payment, for their one next thing; and for the leads."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import Membership
from projects.payment.models import Claim, PaymentKeeper


@dataclass(frozen=True)
class Waiting:
    """Reads like a `NextThing`. Says that someone waits, never who or for what."""

    sentence: str
    button: str
    address: str


def payment_waiting_for(user):
    """`(project, Waiting)` of what waits longest for this person, or None."""
    if not user.is_authenticated or user.confined_to:
        return None
    late = Claim.objects.looked_after_by(user).late().exclude(person=user)
    claim = late.select_related("project").order_by("asked_at").first()
    if claim:
        sentence = _(
            "Someone asked about a payment two weeks ago or more. Could you pass it on, or tell "
            "them how it stands?"
        )
        address = reverse("payment:claims:index", args=[claim.project_id])
        return claim.project, Waiting(sentence, _("Look at it"), address)
    return nobody_looks_after(user)


def nobody_looks_after(user):
    """Claims wait in a project that the person leads, and nobody there looks after payment."""
    led = Membership.objects.of(user).here().leads().values("project")
    kept = PaymentKeeper.objects.standing().values("project")
    waiting = Claim.objects.waiting().filter(project__in=led).exclude(project__in=kept)
    claim = waiting.select_related("project").order_by("asked_at").first()
    if claim is None:
        return None
    sentence = _("Someone waits for a payment, and nobody looks after payment here now.")
    address = reverse("payment:keeper", args=[claim.project_id])
    return claim.project, Waiting(sentence, _("Choose who does"), address)
