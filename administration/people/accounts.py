"""What an administrator does to one account. Each is written down, and the person is told."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext_noop

from accounts import second_factor, sessions
from accounts.models import User
from administration import emails
from administration.access import organisations_with
from administration.models import Act
from administration.organisation.rosters import keep_an_administrator
from projects.models import Membership, Project

SWITCHED_OFF = gettext_noop("switched off the account of")


class AddressTaken(Exception):
    """Another account has this address."""


def correct_address(person, email, *, by):
    """Give the account another address; both addresses are told. Raises AddressTaken.

    Someone who had none still hears from us as before, so that they learn of it where they read;
    the leads of their projects are told too. Whoever is signed in to the account has to sign in
    again, with the new address. An attempt with an address that is taken is written down too: it
    tells that someone has it.
    """
    email = email.lower()
    if email == person.email:
        return
    if User.objects.filter(email__iexact=email).exists():
        note(by, gettext_noop("tried an address that is taken, for"), person)
        raise AddressTaken
    with transaction.atomic():
        old, person.way = person.email, person.reached_by
        person.email = email
        person.save(update_fields=["email", "way"])
        forget_ways_in(person)
        if old:
            note(by, gettext_noop("corrected the e-mail address of"), person)
            emails.address_corrected(person, old)
        else:
            note(by, gettext_noop("added an e-mail address for"), person)
            emails.address_added(person)


@transaction.atomic
def switch_off(person, *, by, because, tell=True):
    """Nobody can sign in to the account from now on; what the person wrote stays.

    Raises LastAdministrator.
    """
    if not person.is_active:
        return
    keep_an_administrator(organisations_with(person), person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    sessions.end_others(None, person)
    note(by, SWITCHED_OFF, person, because)
    if tell:
        emails.switched_off(person, because)


@transaction.atomic
def bring_back(person, *, by):
    """The person can sign in again, as before."""
    if person.is_active:
        return
    person.is_active = True
    person.save(update_fields=["is_active"])
    note(by, gettext_noop("brought back the account of"), person)
    emails.brought_back(person)


@transaction.atomic
def set_up_again(person, *, by):
    """Take off the second step of signing in, which they lost; at their next sign-in they set up
    a new one.
    """
    if not second_factor.has_one(person):
        return
    second_factor.forget(person)
    note(by, gettext_noop("took off the second step of"), person)
    emails.second_step_taken_off(person)


def forget_ways_in(person):
    """What an earlier address opened opens nothing any more."""
    EmailAddress.objects.filter(user=person).delete()
    sessions.end_others(None, person)


def note(by, what, person, text=""):
    Act.note_of_account(by, what, person, organisations_with(person), note=text)


def switched_off_last(person):
    """The line that says who switched the account off and why, or None."""
    lines = Act.objects.filter(whom=person, what=SWITCHED_OFF)
    return lines.select_related("by").first()


def leads_alone(person):
    """How many open projects have no other lead."""
    led = Membership.objects.here().leads().filter(project__status__in=Project.OPEN)
    others = led.exclude(user=person).filter(user__is_active=True)
    return led.filter(user=person).exclude(project__in=others.values("project")).count()
