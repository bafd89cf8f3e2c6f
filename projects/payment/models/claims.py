"""That someone would like to claim, and what became of it: never bank, tax or benefit details."""

from datetime import timedelta

from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models import Hand, Project
from projects.payment import emails
from projects.payment.account_numbers import check_no_account_numbers
from projects.payment.models.keepers import PaymentKeeper

LATE = timedelta(days=14)


class ClaimQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own, and those of a project whose payment one looks after. Nobody else's.

        A session that began with a code on paper sees none: a lead may have kept the card.
        """
        if not user.is_authenticated or user.confined_to:
            return self.none()
        return self.filter(Q(person=user) | Q(project__in=self.kept_by(user)))

    def looked_after_by(self, user):
        """Those that this person, as the one who looks after payment, sees to."""
        if not user.is_authenticated or user.confined_to:
            return self.none()
        return self.filter(project__in=self.kept_by(user))

    @staticmethod
    def kept_by(user):
        return PaymentKeeper.objects.standing().filter(person=user).values("project")

    def waiting(self):
        """Asked or passed on: someone waits for it."""
        return self.filter(status__in=Claim.WAITING)

    def late(self):
        """Asked two weeks ago or more, and not passed on yet."""
        return self.filter(status=Claim.Status.ASKED, asked_at__lte=timezone.now() - LATE)


class Claim(models.Model):
    """One thing a member would like to be paid for. Not part of the project's activity."""

    class Status(models.TextChoices):
        ASKED = "asked", _("Asked")
        PASSED_ON = "passed_on", _("Passed on")
        PAID = "paid", _("Paid")
        NOT_PAID = "not_paid", _("Not paid")

    WAITING = (Status.ASKED, Status.PASSED_ON)

    project = models.ForeignKey(Project, models.CASCADE, related_name="claims")
    person = models.ForeignKey(User, models.CASCADE, related_name="claims")
    what = models.CharField(_("what for"), max_length=200, validators=[check_no_account_numbers])
    on = models.DateField(_("which day"))
    amount = models.DecimalField(
        _("how much"), max_digits=7, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    status = models.CharField(
        _("status"), max_length=9, choices=Status.choices, default=Status.ASKED
    )
    because = models.CharField(
        _("why"), max_length=500, blank=True, validators=[check_no_account_numbers]
    )
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who wrote it down, when that was not the member."""
    asked_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="not_paid") | ~Q(because=""), name="not_paid_says_why"
            ),
        ]
        indexes = [
            models.Index(fields=["project", "status", "asked_at"], name="claims_of_a_project"),
        ]

    def __str__(self):
        """Says nothing: what someone claims stands in no list, log or subject."""
        return gettext("what someone claims")

    def get_absolute_url(self):
        return reverse("payment:claims:detail", args=[self.project_id, self.pk])

    @classmethod
    def ask(cls, project, person, *, what, on, amount=None):
        """The person would like to be paid; whoever looks after payment is told.

        The same again, while it waits, is the one that is there.
        """
        with project.changing(closed_too=True):
            about = {"what": what, "on": on, "amount": amount}
            if same := project.claims.waiting().filter(person=person, **about).first():
                return same
            hand = Hand.writing_in(project)
            claim = cls.objects.create(project=project, person=person, hand=hand, **about)
            emails.asked(claim, PaymentKeeper.found_for(project))
            return claim

    @transaction.atomic
    def turn(self, status, *, by, because=""):
        """What became of it; the member is told at once. The same again changes nothing.

        Raises Claim.DoesNotExist if the member has taken it back.
        """
        now = Claim.objects.select_for_update().get(pk=self.pk)
        if (now.status, now.because) == (status, because):
            return
        self.status, self.because = status, because
        self.changed_at, self.changed_by = timezone.now(), by
        self.save(update_fields=["status", "because", "changed_at", "changed_by"])
        if self.person != by:
            emails.turned(self)

    @transaction.atomic
    def take_back(self):
        """The member does not want it any more: it is gone. Only until it has been passed on."""
        Claim.objects.filter(pk=self.pk, status=self.Status.ASKED).delete()

    @property
    def how_much(self):
        return "" if self.amount is None else f"£{number_format(self.amount, 2)}"

    @property
    def can_be_taken_back(self):
        return self.status == self.Status.ASKED

    @property
    def is_late(self):
        return self.can_be_taken_back and timezone.now() - self.asked_at >= LATE
