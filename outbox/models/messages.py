"""One thing to tell one person: it waits here until an envelope carries it."""

import threading
from contextlib import suppress

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outbox.rhythm import next_digest
from outbox.sealing import seal, unseal


class JustWritten(threading.local):
    """The numbers of what this thread wrote to be sent at once; for outbox/middleware.py."""

    def __init__(self):
        self.at_once = []


just_written = JustWritten()


class MessageQuerySet(models.QuerySet):
    def waiting(self, now=None):
        """What nobody has been told yet, and what is not too late."""
        in_time = Q(expires_at=None) | Q(expires_at__gt=now or timezone.now())
        return self.filter(in_time, state=Message.State.WAITING)

    def due(self, now, *, at_once):
        """What `send_due` has to see to: mail, and what goes to nobody any more."""
        of_kind = Q(at_once__in=[at_once])  # `=` would be written so that SQLite uses no index
        return self.filter(of_kind, NOT_BY_HAND, state=Message.State.WAITING, due_at__lte=now)

    def by_hand(self, now=None):
        """What waits for someone to print it or to say it on the phone, due or not."""
        found = self.waiting(now).filter(address="", is_secret=False, to__is_active=True)
        found = found.filter(to__erased_at=None, to__merged_into=None)
        return found.filter(Q(to__way__in=BY_HAND) | Q(to__way="email", to__email=None))

    def put_into(self, envelope):
        """How many of these that nobody has told yet are now in this envelope."""
        free = self.filter(state=Message.State.WAITING)
        return free.update(state=Message.State.PACKED, envelope=envelope)

    def withdraw(self):
        return self.update(state=Message.State.WITHDRAWN, **WIPED)

    def expire(self):
        return self.update(state=Message.State.EXPIRED, **WIPED)

    def to_outside(self, email, project):
        """What goes to an address without an account, out of this project."""
        return self.filter(to=None, address__iexact=email, in_project=project.pk)

    def about_a(self, *models):
        """What is about a thing of one of these kinds."""
        return self.filter(about_type__in=ContentType.objects.get_for_models(*models).values())

    def take_back(self):
        """What has not left does not leave, and no address stands beside it any more."""
        of_envelopes = self.model._meta.get_field("envelope").related_model
        still = of_envelopes.State.WAITING
        unsent = Q(state=Message.State.WAITING)
        unsent |= Q(state=Message.State.PACKED, envelope__state=still)
        numbers = list(self.filter(unsent).values_list("pk", flat=True))
        envelopes = of_envelopes.objects.filter(messages__in=numbers, state=still)
        envelopes.update(state=of_envelopes.State.WITHDRAWN, done_at=timezone.now())
        messages = Message.objects.filter(pk__in=numbers)
        messages.withdraw()
        messages.update(address="")

    def wipe(self):
        """Nothing is left of what was sealed, nor anything to look for when its time is over."""
        return self.exclude(sealed="").update(**WIPED)


WIPED = {"sealed": "", "expires_at": None}
BY_HAND = ("post", "phone")
NOT_BY_HAND = (
    ~Q(address="")
    | Q(to=None)
    | Q(to__is_active=False)
    | Q(to__erased_at__isnull=False)
    | Q(to__merged_into__isnull=False)
    | Q(to__way="none")
    | Q(to__way="email", to__email__isnull=False)
)


class Message(models.Model):
    """One thing to tell one person. It waits here until an envelope carries it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        PACKED = "packed", _("In an envelope")
        WITHDRAWN = "withdrawn", _("Not sent: not theirs to read any more")
        EXPIRED = "expired", _("Not sent: too late")

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="messages"
    )
    address = models.EmailField(blank=True)
    subject = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    url = models.CharField(max_length=300, blank=True)
    sealed = models.TextField(blank=True)
    """Text and address of a secret message; nothing once it has been sent or is too late."""
    about_type = models.ForeignKey(ContentType, models.CASCADE, null=True, blank=True)
    about_id = models.PositiveBigIntegerField(null=True, blank=True)
    about = GenericForeignKey("about_type", "about_id")
    group = models.CharField(max_length=200, blank=True)
    calendar = models.TextField(blank=True)
    """A calendar file that goes with it (RFC 5545). It names nobody, and says what `text` says."""
    in_project = models.PositiveBigIntegerField(null=True, blank=True)
    in_organisation = models.PositiveBigIntegerField(null=True, blank=True)
    """Where it is from, as numbers: this app stands below projects and does not know them."""
    at_once = models.BooleanField(default=False)
    is_secret = models.BooleanField(default=False)
    expires_at = models.DateTimeField(null=True, blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    envelope = models.ForeignKey(
        "outbox.Envelope", models.CASCADE, null=True, blank=True, related_name="messages"
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at", "-pk"]
        verbose_name = _("message")
        indexes = [
            models.Index(fields=["state", "at_once", "due_at"], name="messages_due"),
            models.Index(fields=["to", "state", "due_at"], name="messages_of_a_person"),
            models.Index(fields=["in_project", "state"], name="messages_of_a_project"),
            models.Index(fields=["expires_at"], name="messages_that_end"),
        ]

    def __str__(self):
        return self.subject

    @classmethod
    def write(cls, *, to=None, **what):
        """Tell one person, inside the transaction of what happened. See `write_all` for `what`.

        `to` may be None with an `address`: someone who has no account yet. With both, it goes to
        that address whatever way the person chose: they asked for it there a moment ago.
        Returns the message, or None for someone who is not told things any more.
        """
        return next(iter(cls.write_all([to], **what)), None)

    @classmethod
    def write_all(
        cls,
        people,
        *,
        subject,
        text,
        url="",
        about=None,
        group="",
        at_once=False,
        secret=False,
        expires_at=None,
        address="",
        stop="",
        calendar="",
    ):
        """Tell each of these people the same, with one query however many they are.

        `at_once` is for what is addressed to that person alone; the rest waits for their digest.
        What is `about` something is not sent to who may not see that thing any more. The subject
        names no project, no person and no need. Text and address of what is `secret` are sealed,
        and `stop`: the page on which someone without an account ends such messages at one press.
        A `calendar` file goes with what is sent `at_once`; all that it says stands in the text.
        """
        now = timezone.now()
        said = {"subject": " ".join(str(subject).split())[:200], "address": address}
        if secret:
            said |= {"is_secret": True, "sealed": seal(str(text), url, stop)}
        else:
            said |= {"text": str(text), "url": url}
        said |= place_of(about) | {"group": str(group)[:200], "about": about}
        said |= {"calendar": calendar}
        is_alone = at_once or bool(address)
        said |= {"at_once": is_alone, "expires_at": expires_at, "written_at": now}
        found = dict.fromkeys(reader_of(person) for person in people)
        written = cls.objects.bulk_create(
            cls(to=person, due_at=now if is_alone else due(person, now), **said)
            for person in found
            if is_told(person, address)
        )
        if is_alone and settings.OUTBOX_SENDS_ITSELF:
            just_written.at_once += [message.pk for message in written]
        return written

    @classmethod
    def write_outside(cls, letters, *, subject, about, group=""):
        """Tell people without an account, each in words of their own, with one query for all.

        `letters` are `(address, text, url, stop)`, sealed as in `write_all`.
        """
        now = timezone.now()
        said = {"subject": " ".join(str(subject).split())[:200], "about": about, "group": group}
        said |= place_of(about) | {"at_once": True, "is_secret": True}
        said |= {"written_at": now, "due_at": now}
        written = cls.objects.bulk_create(
            cls(address=address, sealed=seal(str(text), url, stop), **said)
            for address, text, url, stop in letters
        )
        if settings.OUTBOX_SENDS_ITSELF:
            just_written.at_once += [message.pk for message in written]
        return written

    def opened(self):
        """`(text, url)` as they were written. Raises CannotOpen for a lost key."""
        return tuple(unseal(self.sealed)[:2]) if self.sealed else (self.text, self.url)

    @property
    def stop(self):
        """The sealed page that ends such messages; "" for all others."""
        return "".join(unseal(self.sealed)[2:]) if self.sealed else ""

    def is_late(self, now):
        return self.expires_at is not None and self.expires_at <= now


def reader_of(person):
    """Who reads it: two accounts that were found to be one person have one reader."""
    return person.merged_into if person and person.merged_into_id else person


def is_told(person, address=""):
    """Nobody is told anything after they have gone; without an account, an address has to do."""
    if person is None:
        return bool(address)
    return person.is_active and person.erased_at is None


def due(person, now):
    """When a message that can wait is due: at once for who wants it so, else with the digest."""
    return now if person.how_often == "at_once" else next_digest(person, now)


def place_of(about):
    """The numbers of the project and the organisation that a thing belongs to, or is, if any."""
    project = None
    is_organisation = about is not None and about._meta.label_lower == "accounts.organisation"
    if about is not None:
        is_project = about._meta.label_lower == "projects.project"
        with suppress(AttributeError):
            project = about if is_project else about.project
    found = getattr(project or about, "organisation_id", None)
    return {
        "in_project": getattr(project, "pk", None),
        "in_organisation": about.pk if is_organisation else found,
    }
