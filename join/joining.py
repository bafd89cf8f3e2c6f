"""The moment in which someone comes into a team: account, place and agreement, or none of them."""

import secrets

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.codes import as_printed, code_of, digest_of
from accounts.models import User
from privacy.models.statements import note_agreed
from projects.models import PersonalCode
from projects.team.models.posters import AGAIN_WITHIN

OF_THE_PERSON = ("way", "phone", "post_to")


def new_mark():
    """What a form carries, so that sending it twice is once: only this browser knows it."""
    return secrets.token_urlsafe(18)


@transaction.atomic
def join_as(person, invitation, mark=""):
    """Someone with an account says yes; their membership. Raises NotOpen, ProjectClosed."""
    member = invitation.accept(person, mark=digest_of(mark) if mark else "")
    note_agreed(person, invitation.project.organisation)
    return member


@transaction.atomic
def join_anew(invitation, typed, *, email=None):
    """Someone without an account says yes; `email` is an address they have proved.

    Returns their membership. Raises NotOpen, ProjectClosed, and IntegrityError when an account
    with this address has been made meanwhile.
    """
    reached = {name: typed[name] for name in OF_THE_PERSON}
    person = invitation.connects.user if invitation.connects else User()
    if person.pk:
        person.change(name=typed["name"], email=email, **reached)
    else:
        person = User.objects.create_user(email, typed["name"], **reached)
    return join_as(person, invitation, typed["mark"])


def came_a_moment_ago(invitation, mark):
    """Who joined with this very form a moment ago, pressed twice or sent again; or None."""
    just_now = invitation.accepted_at and timezone.now() - invitation.accepted_at < AGAIN_WITHIN
    if just_now and mark and invitation.is_accepted_with(digest_of(mark)):
        return invitation.member
    return None


def code_for(member, mark):
    """A personal code for someone who came without e-mail: one for one form (`mark`)."""
    code = code_of("personal", mark) if mark else ""
    return as_printed(PersonalCode.make(member, by=member.user, code=code))


def where_to_type(request):
    """The address of the page for codes, as people type it."""
    return request.build_absolute_uri(reverse("join:index")).split("//", 1)[-1].rstrip("/")
