"""What an organisation tells people: privacy, cookies, accessibility, complaints."""

from django.db import models, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User


class StatementQuerySet(models.QuerySet):
    def standing(self, organisation, kind):
        """The version that holds today, or None when the organisation has published none."""
        return self.filter(organisation=organisation, kind=kind).first()

    def kept(self, organisation, kind):
        """The version that holds today; the words that Collab came with are kept as the first.

        For what has to point at the words someone agreed to.
        """
        return self.standing(organisation, kind) or Statement.publish(
            organisation, kind, by=None, **Statement.first_words(organisation, kind)
        )


class Statement(models.Model):
    """One version of one text, as it was published. It is never changed: a new one follows."""

    class Kind(models.TextChoices):
        PRIVACY = "privacy", _("Privacy")
        COOKIES = "cookies", _("Cookies")
        ACCESSIBILITY = "accessibility", _("Accessibility")
        COMPLAINTS = "complaints", _("Complaints")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="statements")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    number = models.PositiveIntegerField()
    text = models.TextField(_("words"))
    easy = models.TextField(_("easy read words"), blank=True)
    published_on = models.DateField(default=timezone.localdate)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    """Nobody for the words that Collab came with."""

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "number"], name="one_statement_of_a_number"
            ),
        ]

    def __str__(self):
        return self.get_kind_display()

    def get_absolute_url(self):
        return reverse("statements:detail", args=[self.pk])

    @classmethod
    @transaction.atomic
    def publish(cls, organisation, kind, *, by, text, easy=""):
        """The next version, from today. The same words again are the version that is there."""
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        now = cls.objects.standing(organisation, kind)
        if now and (now.text, now.easy) == (text, easy):
            return now
        return cls.objects.create(
            organisation=organisation,
            kind=kind,
            number=now.number + 1 if now else 1,
            text=text,
            easy=easy,
            by=by,
        )

    @staticmethod
    def first_words(organisation, kind):
        """`{"text": …, "easy": …}` of a new installation, with its gaps marked [like this]."""
        words = {"organisation": organisation, "day": timezone.localdate()}
        return {
            "text": render_to_string(f"privacy/statements/first/{kind}.txt", words).strip(),
            "easy": render_to_string(f"privacy/statements/first/{kind}_easy.txt", words).strip(),
        }


class Agreement(models.Model):
    """Someone was shown the privacy words and said yes: to which version, and when."""

    person = models.ForeignKey(User, models.CASCADE, related_name="agreements")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="agreements")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "statement"], name="agreed_to_it_once"),
        ]

    def __str__(self):
        return str(self.statement)


def note_agreed(person, organisation):
    """The person agrees to the privacy words of the organisation as they stand today.

    Call it in the transaction in which they join (join/ and projects/team do). The same person
    and the same words again change nothing.
    """
    words = Statement.objects.kept(organisation, Statement.Kind.PRIVACY)
    agreement, _is_new = Agreement.objects.get_or_create(person=person, statement=words)
    return agreement


def agreed(person, organisation, kind=Statement.Kind.PRIVACY):
    """The person's latest agreement to words of this kind, or None."""
    mine = person.agreements.filter(statement__organisation=organisation, statement__kind=kind)
    return mine.select_related("statement").first()
