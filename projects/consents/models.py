"""What each member lets others use of them, asked one by one, and where it was used."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.consents import emails
from projects.consents.wording import SHOWN_BY_HAND, Use, newest, words_of
from projects.models import Membership


class ConsentQuerySet(models.QuerySet):
    def standing(self):
        """A yes that has not been taken back."""
        return self.filter(given_at__isnull=False, withdrawn_at=None)

    def shown_by_hand(self, project):
        """Of everyone who is or was in the team: what leads print, show and take down."""
        found = self.filter(membership__project=project, use__in=list(SHOWN_BY_HAND))
        return found.select_related("membership__user").order_by("membership__user__name", "pk")

    def of(self, user):
        """The person's own answers, also in teams they have left; of one project when confined."""
        mine = self.filter(membership__user=user)
        return mine.filter(membership__project=user.confined_to) if user.confined_to else mine


class Consent(models.Model):
    """One answer of a member to one question. A later answer is a row of its own.

    It stays in the person's record when they leave the team or the project ends, and can be
    taken back then as well. It is no line of activity: what someone shares is not news.
    """

    class How(models.TextChoices):
        SELF = "self", _("here, themselves")
        PAPER = "paper", _("on paper")
        SAID = "said", _("in person or by phone")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="consents")
    use = models.CharField(max_length=12, choices=Use.choices)
    wording = models.PositiveSmallIntegerField()
    """The number of the words that were asked, in `wording.VERSIONS`."""
    how = models.CharField(max_length=5, choices=How.choices)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    """Who wrote the answer down: the person, or a lead for someone without e-mail."""
    given_at = models.DateTimeField(null=True, blank=True)
    """None when the answer was no from the start."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "use"],
                condition=Q(withdrawn_at=None),
                name="one_yes_for_each_use",
            ),
            models.CheckConstraint(
                condition=Q(given_at__isnull=False) | Q(withdrawn_at__isnull=False),
                name="an_answer_is_yes_or_no",
            ),
        ]

    def __str__(self):
        return self.get_use_display()

    @classmethod
    def give(cls, membership, use, *, by, how=How.SELF):
        """Yes, also in a closed project. A yes that stands already stays as it is."""
        with membership.project.changing(closed_too=True):
            latest = cls.latest(membership, use)
            if latest and latest.stands:
                return latest
            consent = cls.write(membership, use, by=by, how=how, given_at=timezone.now())
            cls.keep_in_step(membership, use, True)
            return consent

    @classmethod
    def withdraw(cls, membership, use, *, by, how=How.SELF):
        """No, or not any more: at once, also in a closed project and after leaving the team."""
        with membership.project.changing(closed_too=True):
            latest, now = cls.latest(membership, use), timezone.now()
            if latest is None:
                fields = {"withdrawn_at": now, "withdrawn_by": by}
                latest = cls.write(membership, use, by=by, how=how, **fields)
            elif latest.stands:
                latest.withdrawn_at, latest.withdrawn_by = now, by
                latest.save(update_fields=["withdrawn_at", "withdrawn_by"])
                if use in SHOWN_BY_HAND:
                    emails.taken_back(latest, by=by)
            cls.keep_in_step(membership, use, False)
            return latest

    @classmethod
    def write(cls, membership, use, **fields):
        return cls.objects.create(membership=membership, use=use, wording=newest(use), **fields)

    @classmethod
    def latest(cls, membership, use):
        return cls.objects.filter(membership=membership, use=use).last()

    @staticmethod
    def keep_in_step(membership, use, is_yes):
        """The quick mark on the member's row that the summary reads."""
        if use == Use.NAME:
            membership.name_in_summary = is_yes
            membership.save(update_fields=["name_in_summary"])

    @classmethod
    def used(cls, memberships, use, *, what, url, by):
        """Write down where it was used, for each of `memberships` with a yes, in two queries.

        `what` is an English phrase marked with `gettext_noop`. Call it when something has
        really been printed or shown, not when someone looks at what is there already.
        """
        standing = cls.objects.standing().filter(membership__in=memberships, use=use)
        now = timezone.now()
        ConsentUse.objects.bulk_create(
            ConsentUse(consent=consent, what=what, url=url, by=by, at=now) for consent in standing
        )

    @classmethod
    @transaction.atomic
    def shown(cls, consents, *, what, by):
        """A lead writes down where these were used. The same words again on a day change nothing.

        A yes that was taken back meanwhile is left out.
        """
        today = timezone.localdate()
        said = ConsentUse.objects.filter(what=what, at__date=today).values("consent")
        standing = cls.objects.standing().filter(pk__in=[one.pk for one in consents])
        ConsentUse.objects.bulk_create(
            ConsentUse(consent=one, what=what, by=by, at=timezone.now())
            for one in standing.exclude(pk__in=said)
        )

    @property
    def stands(self):
        return self.given_at is not None and self.withdrawn_at is None

    @property
    def words(self):
        """What was asked, in the words of that day."""
        return words_of(self.use, self.wording)


class ConsentUse(models.Model):
    """A place where it was used. What is printed cannot be called back; it can be found."""

    consent = models.ForeignKey(Consent, models.CASCADE, related_name="uses")
    what = models.CharField(max_length=100)
    """The English phrase, which `_()` shows in the reader's language; or a lead's own words."""
    url = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.what

    @property
    def in_words(self):
        """In the reader's language; a lead's own words as they were typed."""
        return gettext(self.what) if self.url else self.what
