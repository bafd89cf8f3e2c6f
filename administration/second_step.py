"""Who has set up a second step of signing in."""

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from accounts.second_factor import KINDS


def with_second_step(people):
    """Each with `has_second_step`."""
    steps = Authenticator.objects.filter(user=OuterRef("pk"), type__in=KINDS)
    return people.annotate(has_second_step=Exists(steps))


def without_second_step(organisations):
    """Those who look after the organisations' people or projects and have not set it up."""
    looks_after = Q(oversees__in=organisations) | Q(administers__in=organisations)
    active = User.objects.filter(looks_after, is_active=True).distinct()
    return with_second_step(active).filter(has_second_step=False)
