"""The three lists of an organisation, what each lets people do, and how one gets on and off."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import Organisation, User
from administration import emails
from administration.access import belonging_to
from administration.models import Act


class LastAdministrator(Exception):
    """An organisation always keeps at least one administrator who can sign in."""


class Roster(models.TextChoices):
    """A list of an organisation, by its word in addresses."""

    INVOLVEMENT_TEAM = "involvement-team", _("Involvement team")
    ADMINISTRATORS = "administrators", _("Administrators")
    STAFF = "staff", _("Staff")

    @property
    def field(self):
        return self.value.replace("-", "_")

    @property
    def what_they_may_do(self):
        return WHAT_THEY_MAY_DO[self]

    @property
    def needs_second_step(self):
        """Whether its people are asked for more than a code when they sign in."""
        return self != Roster.STAFF

    def of(self, organisation):
        """The people on this list of the organisation."""
        return getattr(organisation, self.field)

    def rows(self):
        """Each person on such a list, of any organisation, as `organisation` and `user`."""
        return getattr(Organisation, self.field).through.objects.all()


WHAT_THEY_MAY_DO = {
    Roster.INVOLVEMENT_TEAM: _(
        "They see every project of the organisation, its team and what was said. They offer help. "
        "To change something they have to be in the team."
    ),
    Roster.ADMINISTRATORS: _(
        "They look after accounts and these pages. They do not see into projects, unless they are "
        "in the team. They can change the e-mail address that someone signs in with. That person "
        "is told. If they had no e-mail before, the leads of their projects are told too."
    ),
    Roster.STAFF: _("They may start a project. They see only the projects they are in."),
}

ADDED = {
    Roster.INVOLVEMENT_TEAM: gettext_noop("added to the involvement team:"),
    Roster.ADMINISTRATORS: gettext_noop("made an administrator:"),
    Roster.STAFF: gettext_noop("added to the staff:"),
}
TOOK_OFF = {
    Roster.INVOLVEMENT_TEAM: gettext_noop("took off the involvement team:"),
    Roster.ADMINISTRATORS: gettext_noop("took off the administrators:"),
    Roster.STAFF: gettext_noop("took off the staff:"),
}


@transaction.atomic
def add(organisation, roster, *, by, email, name=""):
    """Put the person with this address on the list; an account is made for someone new.

    Whoever is on it already stays, and is not told twice.
    """
    person = User.objects.filter(email__iexact=email).first()
    is_known = person is not None and is_known_to(organisation, person)
    person = person or User.objects.create_user(email, name or email.partition("@")[0][:80])
    if roster.of(organisation).filter(pk=person.pk).exists():
        return
    roster.of(organisation).add(person)
    Act.note_down(by, ADDED[roster], whom=person, organisation=organisation, is_first=not is_known)
    emails.added(person, organisation, roster)


def is_known_to(organisation, person):
    return User.objects.filter(belonging_to([organisation]), pk=person.pk).exists()


@transaction.atomic
def take_off(organisation, roster, person, *, by):
    """Take the person off the list. Raises LastAdministrator."""
    if roster == Roster.ADMINISTRATORS:
        keep_an_administrator([organisation], person)
    rows = roster.rows().filter(organisation=organisation, user=person)
    if rows.delete()[0]:
        Act.note_down(by, TOOK_OFF[roster], whom=person, organisation=organisation)


def keep_an_administrator(organisations, person):
    """Raise LastAdministrator if one of them has no other administrator who can sign in.

    Locks the organisations: two administrators who take each other off at once leave one.
    """
    locked = Organisation.objects.select_for_update().filter(pk__in=[o.pk for o in organisations])
    for organisation in locked.order_by("pk"):
        people = organisation.administrators
        is_one = people.filter(pk=person.pk).exists()
        if is_one and not people.filter(is_active=True).exclude(pk=person.pk).exists():
            raise LastAdministrator
