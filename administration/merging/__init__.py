"""Two accounts of one person become one: what will move, and the deed."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from administration import emails
from administration.access import organisations_with
from administration.merging.rules import PLACE_RULES, RULES, columns
from administration.models import Act
from administration.people.accounts import forget_ways_in
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.models import Membership, PersonalCode

SHARING = _("Answers about what may be shared")
"""They move with the places in teams."""


class CannotMerge(Exception):
    """One is gone already, both are the same account, or the address is not theirs."""


def counts(person):
    """`{what: how many}` of what would move with this account."""
    found = {}
    for column, rule in columns(RULES):
        if rule.words:
            found[rule.words] = found.get(rule.words, 0) + column.rows(person).count()
    found[SHARING] = Consent.objects.filter(membership__user=person).count()
    return found


def side_by_side(one, other):
    """`[(what, how many of one, how many of the other)]`; only what there is."""
    mine, theirs = counts(one), counts(other)
    return [(what, mine[what], theirs[what]) for what in mine if mine[what] or theirs[what]]


def teams_of_both(one, other):
    """The places of `other` in teams in which `one` has a place too, today."""
    mine = Membership.objects.here().filter(user=one).values("project")
    return Membership.objects.here().filter(user=other, project__in=mine)


@transaction.atomic
def merge(kept, gone, *, by, email):
    """Everything of `gone` belongs to `kept`, who signs in with `email`; `gone` is closed.

    Who had no e-mail before still hears from us as before, and the leads of their projects are
    told that there is an address now. All or nothing. Raises CannotMerge.
    """
    kept, gone = locked(kept, gone)
    had_none = [person for person in (kept, gone) if not person.email]
    if email not in (kept.email, gone.email):
        raise CannotMerge
    for place in teams_of_both(kept, gone).select_related("project").order_by("project"):
        put_places_together(place.project, kept, gone, by=by)
    for column, rule in columns(RULES):
        rule.do(column, kept, gone)
    others = {kept.email, gone.email} - {email, None}
    reach_as_before(kept, *(had_none or [kept]), gone)
    close(gone, kept)
    take_over(kept, gone, email)
    what = gettext_noop("put two accounts together:")
    Act.note_of_account(by, what, kept, organisations_with(kept))
    emails.put_together(kept, others, has_new_way=bool(email and had_none))
    return kept


def locked(kept, gone):
    """Both as they are now, and nobody else changes them meanwhile. Raises CannotMerge."""
    rows = User.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk]).order_by("pk")
    found = {person.pk: person for person in rows}
    if len(found) < 2 or any(one.merged_into_id or one.erased_at for one in found.values()):
        raise CannotMerge
    return found[kept.pk], found[gone.pk]


ROLES = [Membership.Role.OBSERVER, Membership.Role.PARTICIPANT, Membership.Role.LEAD]
"""Each may do what those before it may."""


def put_places_together(project, kept, gone, *, by):
    """Both are in this team: the older place stays, with the higher role of the two."""
    with project.changing(closed_too=True):
        places = project.memberships.here().filter(user__in=[kept, gone])
        older, newer = places.order_by("joined_on", "pk")
        for column, rule in columns(PLACE_RULES):
            rule.do(column, older, newer)
        older.role = max(older.role, newer.role, key=ROLES.index)
        older.speaks_for = older.speaks_for or newer.speaks_for
        yes = Consent.objects.standing().filter(membership=older, use=Use.NAME)
        older.name_in_summary = yes.exists()
        older.user = kept
        newer.delete()
        older.save(update_fields=["role", "speaks_for", "name_in_summary", "user"])
        what = gettext_noop("put together two places of")
        project.record(by, what, older, **Membership.figures_of(project))


def close(gone, kept):
    """Nobody signs in to it any more, and its address is free."""
    gone.email, gone.is_active, gone.merged_into = None, False, kept
    gone.save(update_fields=["email", "is_active", "merged_into"])
    forget_ways_in(gone)


def reach_as_before(kept, *accounts):
    """The way of the first account; phone and postal address of the first that knows them."""
    known = [*accounts, kept]
    kept.way = accounts[0].reached_by
    kept.phone, kept.post_to = (
        next((getattr(one, field) for one in known if getattr(one, field)), "")
        for field in ("phone", "post_to")
    )


def take_over(kept, gone, email):
    """How to reach the person, and who may sign in."""
    kept.date_joined = min(kept.date_joined, gone.date_joined)
    if kept.email != email:
        kept.email = email
        forget_ways_in(kept)
    kept.save(update_fields=["way", "phone", "post_to", "date_joined", "email"])
    User.objects.filter(pk=gone.pk).update(phone="", post_to="")
    if email:
        PersonalCode.objects.filter(membership__user=kept).delete()
