"""Everything that is told to one person: what it says, and the mail, letter or call it went by."""

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


class Envelope(models.Model):
    """One e-mail, letter or call: what carries one or more messages to one person."""

    class Way(models.TextChoices):
        EMAIL = "email", _("By e-mail")
        POST = "post", _("On paper")
        PHONE = "phone", _("By phone")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        HANDING_OVER = "handing", _("Being handed over")
        SENT = "sent", _("Sent")
        TOLD = "told", _("Posted, handed over or told")
        WITHDRAWN = "withdrawn", _("Not sent: not theirs to read any more")
        EXPIRED = "expired", _("Not sent: too late")
        GIVEN_UP = "given_up", _("Given up")
        UNSURE = "unsure", _("Not known whether it arrived")

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="envelopes"
    )
    address = models.EmailField(blank=True)
    """Only where it goes to an address that was asked for, and not simply to the person."""
    way = models.CharField(max_length=5, choices=Way.choices, default=Way.EMAIL)
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    at_once = models.BooleanField(default=False)
    message_id = models.CharField(max_length=120, unique=True)
    """Made once: a mail that is tried again is the same mail to every server on its way."""
    made_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    claim = models.CharField(max_length=32, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=20, blank=True)
    """A short code without personal detail: "550", "timeout"."""
    failing_since = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Who posted it, handed it over, told it or said that it arrived."""

    class Meta:
        ordering = ["pk"]
        verbose_name = _("envelope")
        indexes = [
            models.Index(
                fields=["-at_once", "next_try_at", "id"],
                condition=Q(state="waiting"),
                name="envelopes_to_send",
            ),
            models.Index(fields=["state", "claimed_at"], name="envelopes_by_state"),
        ]

    def __str__(self):
        return self.message_id


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
        Envelope, models.CASCADE, null=True, blank=True, related_name="messages"
    )

    class Meta:
        ordering = ["-written_at", "-pk"]
        verbose_name = _("message")
        indexes = [
            models.Index(
                fields=["-at_once", "due_at", "id"],
                condition=Q(state="waiting"),
                name="messages_due",
            ),
            models.Index(fields=["to", "state", "due_at"], name="messages_of_a_person"),
            models.Index(fields=["in_project", "state"], name="messages_of_a_project"),
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
    ):
        """Tell each of these people the same, with one query however many they are.

        `at_once` is for what is addressed to that person alone; the rest waits for their digest.
        What is `about` something is not sent to who may not see that thing any more. The subject
        names no project, no person and no need. Text and address of what is `secret` are sealed.
        """
        now = timezone.now()
        said = {"subject": " ".join(str(subject).split())[:200], "address": address}
        if secret:
            said |= {"is_secret": True, "sealed": seal(str(text), url)}
        else:
            said |= {"text": str(text), "url": url}
        said |= place_of(about) | {"group": str(group)[:200], "about": about}
        said |= {"at_once": at_once, "expires_at": expires_at, "written_at": now}
        found = dict.fromkeys(reader_of(person) for person in people)
        return cls.objects.bulk_create(
            cls(to=person, due_at=now if at_once else due(person, now), **said)
            for person in found
            if is_told(person)
        )

    def opened(self):
        """`(text, url)` as they were written. Raises CannotOpen for a lost key."""
        return tuple(unseal(self.sealed)) if self.sealed else (self.text, self.url)


def reader_of(person):
    """Who reads it: two accounts that were found to be one person have one reader."""
    return person.merged_into if person and person.merged_into_id else person


def is_told(person):
    """Nobody is told anything after they have gone. None is someone who has no account yet."""
    return person is None or (person.is_active and person.erased_at is None)


def due(person, now):
    """When a message that can wait is due: at once for who wants it so, else with the digest."""
    wants_at_once = person is None or person.how_often == "at_once"
    return now if wants_at_once else next_digest(person, now)


def place_of(about):
    """The numbers of the project and the organisation that a thing belongs to, if any."""
    project = None
    if about is not None:
        is_project = about._meta.label_lower == "projects.project"
        with suppress(AttributeError):
            project = about if is_project else about.project
    return {
        "in_project": getattr(project, "pk", None),
        "in_organisation": getattr(project or about, "organisation_id", None),
    }


class Round(models.Model):
    """When `send_due` last went round, and what stopped it. One row."""

    at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=20, blank=True)
    """What keeps all mail from leaving, as a short code: the server refuses us or is not there."""
    since = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return str(self.at)
