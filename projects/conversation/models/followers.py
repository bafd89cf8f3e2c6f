"""Those who hear from a project without an account: an address that was confirmed, and no name."""

from datetime import timedelta

from django.db import models
from django.urls import reverse
from django.utils import timezone

from accounts.codes import digest_of, new_code
from outbox.models import Envelope, Message
from outbox.sealing import CannotOpen, seal, unseal
from projects.conversation import emails
from projects.conversation.models.askers import mark_of_address
from projects.conversation.models.questions import AskedQuestion
from projects.conversation.models.updates import Update
from projects.models import Project
from projects.models.hands import FEW

TO_CONFIRM = timedelta(days=7)


class FollowerQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_on__isnull=False)

    def how_many(self):
        """Their number, for the leads; None where they are so few that someone could be found."""
        number = self.confirmed().count()
        return number if number >= FEW or not number else None


class Follower(models.Model):
    """One address to which a project's news goes. Whose it is we do not know.

    The address is sealed, with the code that confirms it and that stops it.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="followers")
    digest = models.CharField(max_length=64, unique=True)
    """Of the code in the link of each mail."""
    address_mark = models.CharField(max_length=64, db_index=True)
    sealed = models.TextField()
    asked_on = models.DateField(default=timezone.localdate)
    confirmed_on = models.DateField(null=True, blank=True)

    objects = FollowerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "address_mark"], name="an_address_follows_once"
            )
        ]

    def __str__(self):
        """Nothing that names anyone."""
        return f"{self.pk}"

    @classmethod
    def ask(cls, project, email):
        """Someone typed this address: it gets a mail with a link, and only that link confirms it.

        Whoever follows already gets one too, which says so: the page tells nobody which it was.
        """
        with project.changing():
            marks = {"project": project, "address_mark": mark_of_address(email)}
            follower = cls.objects.filter(**marks).first()
            if follower is None or not follower.opened()[0]:
                code = new_code()
                fresh = {"digest": digest_of(code), "sealed": seal(email, code)}
                follower, _new = cls.objects.update_or_create(**marks, defaults=fresh)
            elif not follower.confirmed_on:
                follower.asked_on = timezone.localdate()
                follower.save(update_fields=["asked_on"])
            emails.confirm_following(follower)

    @classmethod
    def behind(cls, code):
        """The one whose code this is; None also when the time to confirm it is over."""
        found = cls.objects.filter(digest=digest_of(code)) if code else cls.objects.none()
        follower = found.select_related("project__organisation").first()
        return None if follower is None or follower.is_over else follower

    def confirm(self):
        """From now on they hear. Again changes nothing."""
        rows = type(self).objects.filter(pk=self.pk, confirmed_on=None)
        rows.update(confirmed_on=timezone.localdate())

    def stop(self):
        """They are forgotten whole, and what still waits for them does not leave."""
        email, _code = self.opened()
        if email:
            theirs = Message.objects.to_outside(email, self.project)
            theirs.about_a(Update, AskedQuestion, Follower).take_back()
            Envelope.forget(email)
        self.delete()

    def opened(self):
        """`(address, code)`; two empty texts when the key that sealed them is lost."""
        try:
            email, code = unseal(self.sealed)
        except CannotOpen:
            return "", ""
        return email, code

    @property
    def is_over(self):
        last = self.asked_on + TO_CONFIRM
        return self.confirmed_on is None and timezone.localdate() > last

    @staticmethod
    def link(code):
        return reverse("published:following:detail", args=[code])

    @staticmethod
    def stop_link(code):
        return reverse("published:following:stop", args=[code])
