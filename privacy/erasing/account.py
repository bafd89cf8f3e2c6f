"""The account itself, every way into it, and what administrators wrote about it."""

from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import User, Way
from administration.models import Act
from ui.display import Contrast, TextSize, Wording


def erase_account(person, role):
    """The row stays, because what the group made points at it; nothing in it is the person's."""
    for places in (person.oversees, person.administers, person.works_for):
        places.clear()
    person.groups.clear()
    person.user_permissions.clear()
    person.set_unusable_password()
    person.change(
        email=None,
        name=role,
        phone="",
        post_to="",
        way=Way.NONE,
        wording=Wording.PLAIN,
        text_size=TextSize.NORMAL,
        contrast=Contrast.NORMAL,
        password=person.password,
        is_active=False,
        is_staff=False,
        is_superuser=False,
        last_login=None,
        erased_at=timezone.now(),
    )


def erase_sign_ins(person, role, names):
    """Every way in, and every place where they are signed in."""
    gone = {"addresses": EmailAddress.objects.filter(user=person).delete()[0]}
    for name, model in (
        ("second_steps", "mfa.Authenticator"),
        ("devices", "usersessions.UserSession"),
        ("other_accounts", "socialaccount.SocialAccount"),
    ):
        if apps.is_installed(f"allauth.{model.split('.')[0]}"):
            gone[name] = apps.get_model(model).objects.filter(user=person).delete()[0]
    return gone | {"sign_ins": end_sessions(person)}


def end_sessions(person):
    """A session says whose it is only inside: each one that still lives is opened once."""
    theirs = [
        session.pk
        for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if session.get_decoded().get(SESSION_KEY) == str(person.pk)
    ]
    return Session.objects.filter(pk__in=theirs).delete()[0]


def erase_in_administration(person, role, names):
    """Django's own log keeps names as text."""
    rows = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(User), object_id=str(person.pk)
    )
    return {"administration_lines": rows.update(object_repr=role, change_message="")}


def erase_acts(person, role, names):
    """What an administrator wrote about them."""
    notes = Act.objects.filter(whom=person).exclude(note="")
    return {"notes_of_administrators": notes.update(note="")}
