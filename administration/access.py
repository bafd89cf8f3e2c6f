"""Whom an administrator looks after, and what they may change.

They see who belongs to their organisations, never which teams: that could tell something about a
person's health. What concerns an account as a whole is theirs only while no other organisation has
a part in it.
"""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.db.models import BooleanField, Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.http import Http404

from accounts.models import Organisation, User
from administration.models import Act
from projects.models import Membership, Support

LARGEST = 2**63 - 1
"""The largest number of a row that the databases know."""
ON_A_LIST = (
    Organisation.involvement_team.through,
    Organisation.administrators.through,
    Organisation.staff.through,
)


def administration_view(view):
    """Sign people in; 404 for whoever looks after no organisation. Sets `request.looked_after`."""

    @login_required
    @wraps(view)
    def guarded(request, **kwargs):
        organisations = list(organisations_of(request.user))
        is_theirs = organisations or request.user.is_superuser
        if not is_theirs or getattr(request.user, "confined_to", None):
            raise Http404
        if any(isinstance(value, int) and value > LARGEST for value in kwargs.values()):
            raise Http404
        request.looked_after = organisations
        return view(request, **kwargs)

    return guarded


def organisations_of(user):
    """The organisations this person looks after: all of them for a superuser."""
    return Organisation.objects.all() if user.is_superuser else user.administers.all()


def belonging_to(organisations):
    """Who is on a list of one of the organisations, or in a team of its projects, now or before.

    Helpers of members too.
    """
    places = Membership.objects.filter(project__organisation__in=organisations)
    helpers = Support.objects.filter(project__organisation__in=organisations, helper__isnull=False)
    belongs = Q(pk__in=places.values("user")) | Q(pk__in=helpers.values("helper"))
    for through in ON_A_LIST:
        belongs |= Q(pk__in=through.objects.filter(organisation__in=organisations).values("user"))
    return belongs


def people_for(user):
    """The people this person looks after, each with `is_waiting`.

    Someone new to the organisation waits until they sign in: their address is known, because an
    administrator typed it, and nothing else, not even whether they had an account.
    """
    people = User.objects.filter(merged_into=None, erased_at=None).order_by("name", "pk")
    if user.is_superuser:
        return people.annotate(is_waiting=Value(False, BooleanField()))
    organisations = organisations_of(user)
    since = Coalesce(OuterRef("last_login"), OuterRef("date_joined"))
    asked = Act.objects.in_organisations(organisations).filter(whom=OuterRef("pk"), is_first=True)
    return people.filter(belonging_to(organisations)).annotate(
        is_waiting=Exists(asked.filter(at__gte=since))
    )


def organisations_with(person):
    """Every organisation that the person belongs to."""
    on_a_list = Q(involvement_team=person) | Q(administrators=person) | Q(staff=person)
    places = Q(pk__in=person.memberships.values("project__organisation"))
    helps = Q(pk__in=person.supports.values("project__organisation"))
    return Organisation.objects.filter(on_a_list | places | helps).distinct()


def may_change_account(user, person):
    """Whether this administrator may act on the account as a whole. Never on their own."""
    if person == user or person.is_waiting:
        return False
    if user.is_superuser:
        return True
    elsewhere = organisations_with(person).exclude(pk__in=user.administers.values("pk"))
    return not person.is_superuser and not elsewhere.exists()


def may_change_way_in(user, person):
    """Whether this administrator may change who can sign in to the account.

    Not of those who look after others: one administrator must not become another.
    """
    if not may_change_account(user, person):
        return False
    return user.is_superuser or not person.looks_after_others
