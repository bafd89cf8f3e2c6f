"""Someone who helps a member take part: named by the member, agreed by the helper."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts.codes import digest_of, new_code
from accounts.models import User
from outbox.models import Envelope
from projects import emails
from projects.models.team import Membership

TIME_TO_ANSWER = timedelta(weeks=6)
"""As for an invitation: a letter in an old mailbox opens nothing for ever."""


class SupportEnded(Exception):
    """It has ended, or never began: there is nothing to agree to, and nobody to help."""


class SupportQuerySet(models.QuerySet):
    def lasting(self):
        """Those that nobody has ended, agreed or not; leaving the team ends them too."""
        return self.filter(ended_at=None, member__left_on=None)

    def agreed(self):
        """Those in which the helper may do something now."""
        return self.lasting().exclude(agreed_at=None)

    def lasting_in(self, user):
        """Whom this person helps or is asked to help, in the projects that the session sees."""
        mine = self.lasting().filter(helper=user).with_people()
        return mine.filter(project=user.confined_to) if user.confined_to else mine

    def visible_to(self, user):
        """Asked again when a message about it is sent: the two it is between."""
        return self.lasting().filter(Q(helper=user) | Q(member__user=user))

    def with_people(self):
        return self.select_related("member__user", "helper", "named_by")


class Support(models.Model):
    """A member and the one who helps them. Both have to want it, and either ends it at once.

    While it lasts the helper sees the project, and may write for the member (`Hand`). A helper
    is no member of the team: nobody counts them, and no news is sent to them.
    """

    activity_kind = "team"

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="supports")
    member = models.ForeignKey(Membership, models.CASCADE, related_name="supports")
    helper = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="supports")
    email = models.EmailField(blank=True)
    """Where they were asked; wiped as soon as they have answered."""
    digest = models.CharField(max_length=64, blank=True)
    """Of the code in the letter to someone who has no account yet."""
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    """The member; a lead who wrote it down for a member without e-mail."""
    named_at = models.DateTimeField(default=timezone.now)
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SupportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "helper"],
                condition=Q(ended_at=None, helper__isnull=False),
                name="helps_someone_once",
            ),
        ]
        indexes = [models.Index(fields=["helper", "ended_at"], name="helps_whom")]

    def __str__(self):
        return str(self.member)

    def get_absolute_url(self):
        return reverse("support:index", args=[self.project_id])

    @classmethod
    def ask(cls, member, *, by, helper=None, email=""):
        """The member names someone: a person we know, or an e-mail address. They are told.

        Naming the same person again changes nothing, and tells nobody again.
        """
        known = helper or User.objects.filter(email=email, is_active=True).first()
        with transaction.atomic():
            Membership.objects.select_for_update().get(pk=member.pk)
            who = {"helper": known} if known else {"helper": None, "email": email}
            if already := cls.objects.lasting().filter(member=member, **who).first():
                return already
            code = "" if known else new_code()
            support = cls.objects.create(
                project=member.project,
                member=member,
                helper=known,
                email="" if helper else email,
                digest=digest_of(code) if code else "",
                named_by=by,
            )
            emails.asked_to_help(support, code)
            return support

    @classmethod
    def behind(cls, code):
        """What the code in a letter asks, while it waits for an answer; else None."""
        waiting = cls.objects.lasting().filter(digest=digest_of(code), agreed_at=None)
        waiting = waiting.filter(named_at__gt=timezone.now() - TIME_TO_ANSWER)
        return waiting.with_people().select_related("project__organisation").first()

    def agree(self, *, by):
        """The helper says yes. Again changes nothing. Raises SupportEnded."""
        with self.project.changing(closed_too=True):
            still = type(self).objects.lasting().filter(pk=self.pk).first()
            if still is None or still.helper not in (None, by) or still.member.user == by:
                raise SupportEnded
            if still.agreed_at or self.is_there_already(by):
                return
            self.forget_address()
            self.helper, self.agreed_at, self.email, self.digest = by, timezone.now(), "", ""
            self.save(update_fields=["helper", "agreed_at", "email", "digest"])
            self.project.record(by, gettext_noop("now helps"), self)
            emails.agreed_to_help(self)

    def is_there_already(self, helper):
        """They help this member already, under another address: then this question ends."""
        others = type(self).objects.lasting().filter(member=self.member, helper=helper)
        if not others.exclude(pk=self.pk).exists():
            return False
        type(self).objects.filter(pk=self.pk).update(ended_at=timezone.now(), email="", digest="")
        return True

    def end(self, *, by):
        """Either side, at once, also in a closed project. Again changes nothing."""
        with self.project.changing(closed_too=True):
            self.refresh_from_db(fields=["ended_at", "agreed_at", "email"])
            if self.ended_at:
                return
            self.forget_address()
            self.ended_at, self.ended_by, self.email, self.digest = timezone.now(), by, "", ""
            self.save(update_fields=["ended_at", "ended_by", "email", "digest"])
            if self.agreed_at:
                self.project.record(by, gettext_noop("ended the help for"), self)

    def forget_address(self):
        """Where they were asked is not kept in what was sent there either."""
        if self.email:
            Envelope.forget(self.email)

    @property
    def is_agreed(self):
        return self.agreed_at is not None and self.ended_at is None

    @property
    def whom(self):
        """The helper as the member knows them: by address until they have answered."""
        return self.email or (self.helper.name if self.helper else "")

    @property
    def is_written_down(self):
        """A lead wrote it down for the member."""
        return self.named_by_id != self.member.user_id
