"""Someone asked for a page or a paper another way: a task with a day, for a named person."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from needs import emails
from needs.models.arranger import Arranger
from projects.models import Membership, Project

WORKING_DAYS = 5
"""How long a request may take; a setting of each organisation later."""
SENT_TWICE = timedelta(minutes=30)


class AlreadyAnswered(Exception):
    """Someone has said already what became of it; `.asked` is as it is now."""

    def __init__(self, asked):
        super().__init__(str(asked.pk))
        self.asked = asked


def after_working_days(day, number):
    """The day that is `number` days from Monday to Friday later; holidays are not known here."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


class AskedAnotherWayQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those for this person to see to, and those they asked themselves."""
        if not user.is_authenticated or user.confined_to:
            return self.none()
        return self.filter(
            Q(pk__in=self.model.objects.for_person(user).values("pk")) | Q(asker=user)
        )

    def for_person(self, user):
        """Their tasks: named for them, or for nobody in an organisation that they look after."""
        if not user.is_authenticated or user.confined_to:
            return self.none()
        looked_after = Q(organisation__in=user.oversees.values("pk")) | Q(
            organisation__in=user.administers.values("pk")
        )
        return self.filter(Q(named=user) | Q(named=None) & looked_after)

    def open(self):
        return self.filter(answered_at=None)

    def answered(self):
        return self.exclude(answered_at=None)

    def late(self):
        return self.open().filter(due_on__lt=timezone.localdate())


class AskedAnotherWay(models.Model):
    """What someone needs in another form, and what became of it."""

    class Way(models.TextChoices):
        LARGE_PRINT = "large_print", _("In large print")
        EASY_READ = "easy_read", _("In easy read")
        LANGUAGE = "language", _("In another language")
        PHONE = "phone", _("By phone")
        POST = "post", _("By post")
        HELPER = "helper", _("With someone to help me")
        OTHER = "other", _("Something else")

    class Reach(models.TextChoices):
        KNOWN = "known", _("The way you always reach me")
        EMAIL = "email", _("By e-mail")
        PHONE = "phone", _("By phone")
        POST = "post", _("By post")
        COME_IN = "come_in", _("I come in and ask")

    class Outcome(models.TextChoices):
        DONE = "done", _("Done")
        COULD_NOT = "could_not", _("It could not be done")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="asked_another_way")
    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="asked_another_way"
    )
    page = models.CharField(max_length=500, blank=True)
    """The address that was asked about, where the asker might see it; else nothing."""
    way = models.CharField(_("which way"), max_length=11, choices=Way.choices)
    language = models.CharField(_("which language"), max_length=80, blank=True)
    words = models.TextField(_("in your own words"), blank=True)
    asker = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="asked")
    name = models.CharField(_("name"), max_length=80, blank=True)
    reach = models.CharField(_("how to reach you"), max_length=7, choices=Reach.choices)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone number"), max_length=40, blank=True)
    post_to = models.TextField(_("postal address"), max_length=400, blank=True)
    named = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="asked_another_way_of"
    )
    """Who sees to it. Nobody only where an organisation has nobody."""
    asked_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    outcome = models.CharField(max_length=9, choices=Outcome.choices, blank=True)
    done_on = models.DateField(_("when"), null=True, blank=True)
    answer = models.TextField(_("what was done"), blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    handed_over_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    handed_over_note = models.TextField(blank=True)

    objects = AskedAnotherWayQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, outcome="")
                | Q(answered_at__isnull=False) & ~Q(outcome="") & Q(done_on__isnull=False),
                name="an_answer_says_what_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="could_not") | ~Q(answer=""), name="could_not_because"
            ),
        ]
        indexes = [
            models.Index(fields=["named", "answered_at", "due_on"], name="tasks_of_a_person"),
            models.Index(fields=["organisation", "asked_at"], name="asked_by_month"),
        ]

    def __str__(self):
        """Says nothing of the asker or of what they need."""
        return gettext("a page another way")

    def get_absolute_url(self):
        return reverse("needs:tasks:detail", args=[self.pk])

    @classmethod
    @transaction.atomic
    def ask(cls, organisation, *, way, reach, asker=None, project=None, **details):
        """Write a request down for a named person, who is told at once.

        The same again from the same person or address within half an hour is the one that is there.
        """
        same = {"way": way, "reach": reach, "asker": asker, "project": project} | details
        lately = timezone.now() - SENT_TWICE
        rows = cls.objects.open().filter(organisation=organisation, asked_at__gt=lately, **same)
        if already := rows.first():
            return already
        asked = cls.objects.create(
            organisation=organisation,
            named=who_sees_to_it(organisation, project),
            due_on=after_working_days(timezone.localdate(), WORKING_DAYS),
            **same,
        )
        emails.asked_another_way(asked)
        return asked

    def done(self, answer, on, *, by):
        """It was done, on this day; the asker is told. Raises AlreadyAnswered."""
        self.close_with(self.Outcome.DONE, answer, on, by)

    def could_not(self, because, *, by):
        """It could not be done, and why; the asker is told. Raises AlreadyAnswered."""
        self.close_with(self.Outcome.COULD_NOT, because, timezone.localdate(), by)

    @transaction.atomic
    def close_with(self, outcome, answer, on, by):
        said = {
            "outcome": outcome,
            "answer": answer,
            "done_on": on,
            "answered_by": by,
            "answered_at": timezone.now(),
        }
        if not AskedAnotherWay.objects.open().filter(pk=self.pk).update(**said):
            self.refresh_from_db()
            raise AlreadyAnswered(self)
        self.refresh_from_db()
        emails.another_way_answered(self)

    @transaction.atomic
    def hand_over(self, to, *, by, note=""):
        """Someone else sees to it; the day stays. They are told. Raises AlreadyAnswered."""
        moved = {"named": to, "handed_over_by": by, "handed_over_note": note}
        if not AskedAnotherWay.objects.open().filter(pk=self.pk).update(**moved):
            self.refresh_from_db()
            raise AlreadyAnswered(self)
        was = self.named_id
        self.refresh_from_db()
        if to.pk != was:
            emails.asked_another_way(self)

    @property
    def is_open(self):
        return self.answered_at is None

    @property
    def is_late(self):
        return self.is_open and self.due_on < timezone.localdate()

    @property
    def way_in_words(self):
        """“In another language: Polish”."""
        words = self.get_way_display()
        return f"{words}: {self.language}" if self.language else words

    @property
    def asker_name(self):
        return self.asker.name if self.asker else self.name or gettext("Someone without a name")

    @property
    def can_be_told(self):
        """Whether there is a way to write back that the product knows."""
        by_account = self.asker_id is not None and self.reach == self.Reach.KNOWN
        return by_account or self.reach == self.Reach.EMAIL

    def may_take_over(self):
        """Leads of the project with an e-mail address, and the involvement team; not who has it."""
        return colleagues(self.organisation, self.project).exclude(pk=self.named_id)


def who_sees_to_it(organisation, project):
    """In a project the one who arranges things in it; elsewhere the first of the involvement team.

    Where there is neither, the first of those who look after the organisation's accounts, or None.
    """
    active = Q(is_active=True)
    return (
        (project and Arranger.of(project))
        or organisation.involvement_team.filter(active).order_by("pk").first()
        or organisation.administrators.filter(active).order_by("pk").first()
    )


def colleagues(organisation, project):
    """Who can be asked to see to a request."""
    leads = Membership.objects.here().leads().filter(project=project).values("user")
    arranger = Arranger.objects.here().filter(project=project).values("person")
    mine = Q(pk__in=leads) | Q(pk__in=arranger) if project else Q(pk__in=[])
    team = Q(pk__in=organisation.involvement_team.values("pk"))
    people = User.objects.filter(mine | team, is_active=True)
    return people.exclude(email=None).order_by(F("name"), "pk")
