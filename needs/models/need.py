"""What a person needs to take part: theirs, and nobody else's to see until they choose."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from needs import emails
from needs.general_list import LARGE_PRINT
from needs.models.kinds import NeedKind
from projects.models import Membership, Project

A_YEAR = timedelta(days=365)
SENT_TWICE = timedelta(minutes=30)


def in_a_year():
    return timezone.localdate() + A_YEAR


class NeedQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those the person told themselves, and those they were named for. Nobody else's.

        A session that began with a code on paper sees none, not even the person's own.
        """
        if not user.is_authenticated or user.confined_to:
            return self.none()
        return self.filter(Q(person=user) | Q(pk__in=Need.objects.shown_to(user).values("pk")))

    def shown_to(self, user):
        """Other people's, that this person was named for and still shares a project with them."""
        if not user.is_authenticated or user.confined_to:
            return self.none()
        named = NamedPerson.objects.filter(person=user).values("need")
        mine = Membership.objects.here().filter(user=user).values("project")
        together = Membership.objects.here().filter(
            Q(project__in=mine) | Q(project__organisation__in=user.oversees.values("pk"))
        )
        return self.current().filter(pk__in=named, person__in=together.values("user"))

    def current(self):
        return self.filter(ended_at=None)

    def to_look_at(self):
        """Told so long ago that the person is asked whether it is still right."""
        return self.current().filter(review_on__lte=timezone.localdate())

    def of_each(self, people):
        """`{person's number: [their needs]}` of those of the people who have any, in one query."""
        found = {}
        rows = self.filter(person__in=[person.pk for person in people]).select_related("kind")
        for need in rows.order_by("kind__position", "pk"):
            found.setdefault(need.person_id, []).append(need)
        return found

    def in_project(self, project):
        """Those of people who are in this team now."""
        here = project.memberships.here().values("user")
        return self.filter(person__in=here)


class Need(models.Model):
    """One thing that a person needs, told once for all their projects."""

    person = models.ForeignKey(User, models.CASCADE, related_name="needs")
    kind = models.ForeignKey(NeedKind, models.PROTECT, null=True, blank=True, related_name="needs")
    words = models.TextField(_("in your own words"), blank=True)
    told_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    """Themselves, or the lead they told because they have no e-mail."""
    told_in = models.ForeignKey(Project, models.SET_NULL, null=True, blank=True, related_name="+")
    """The project in which a lead wrote it down, or whose code on paper was used."""
    told_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True, blank=True)
    review_on = models.DateField(default=in_a_year)
    asked_at = models.DateTimeField(null=True, blank=True)
    """When we last asked whether it is still right."""
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = NeedQuerySet.as_manager()

    class Meta:
        ordering = ["told_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__isnull=False) | ~Q(words=""), name="a_need_says_something"
            ),
        ]
        indexes = [models.Index(fields=["person", "ended_at"], name="needs_of_a_person")]

    def __str__(self):
        """Says nothing: what someone needs stands in no list, log or subject."""
        return gettext("what someone needs")

    def get_absolute_url(self):
        return reverse("needs:detail", args=[self.pk])

    @classmethod
    @transaction.atomic
    def tell(cls, person, *, by, kind=None, words="", named=(), told_in=None):
        """Write down what a person needs; `named` are those they chose to see it.

        A lead who writes it down for someone (`by`) is named, because they know it already. The
        same words again within half an hour are the need that is there.
        """
        lately = timezone.now() - SENT_TWICE
        kind = kind and cls.kind_as_row(kind)
        same = person.needs.current().filter(kind=kind, words=words, told_at__gt=lately)
        need = same.first() or cls.objects.create(
            person=person, kind=kind, words=words, told_by=by, told_in=told_in
        )
        if by != person:
            need.named.get_or_create(person=by, defaults={"by": by})
        for one in named:
            need.show_to(one, by=by)
        return need

    @staticmethod
    def kind_as_row(kind):
        if kind.pk:
            return kind
        NeedKind.lay_out(kind.organisation)
        return NeedKind.objects.get(organisation=kind.organisation, key=kind.key)

    @transaction.atomic
    def show_to(self, person, *, by):
        """From now on this person sees it and acts on it; they are told. Twice is once."""
        if person == self.person:
            return
        _row, is_new = self.named.get_or_create(person=person, defaults={"by": by})
        if is_new:
            emails.need_shown(self, person)

    def withdraw_from(self, person):
        """From now on this person does not see it."""
        self.named.filter(person=person).delete()

    @transaction.atomic
    def change(self, *, words):
        """New words; those who see it are told that there is something new. A year from today."""
        if words == self.words:
            return self.still_right()
        self.words, self.changed_at, self.review_on = words, timezone.now(), in_a_year()
        self.save(update_fields=["words", "changed_at", "review_on"])
        for one in self.named.select_related("person"):
            emails.need_changed(self, one.person)
        return None

    def still_right(self):
        """Asked again in a year."""
        self.review_on, self.asked_at = in_a_year(), None
        self.save(update_fields=["review_on", "asked_at"])

    @transaction.atomic
    def end(self):
        """No longer needed: nobody else sees it from now on."""
        if self.ended_at:
            return
        self.ended_at = timezone.now()
        self.save(update_fields=["ended_at"])
        self.named.all().delete()

    @transaction.atomic
    def arranged(self, words, on, *, by):
        """Someone did something about it. The same words on the same day are written once."""
        row, is_new = self.arrangements.get_or_create(words=words, on=on, by=by)
        if is_new:
            emails.need_arranged(self)
        return row

    @transaction.atomic
    def ask_again(self):
        """Ask the person, once for each review, whether it is still right."""
        now = timezone.now()
        if Need.objects.to_look_at().filter(pk=self.pk, asked_at=None).update(asked_at=now):
            emails.need_to_look_at(self)

    @property
    def title(self):
        """How the person's own page calls it."""
        return self.kind.name if self.kind else gettext("In your own words")

    @property
    def is_for_papers(self):
        """Whether it matters when something is sent; own words may be about anything."""
        return self.kind is None or self.kind.is_for_papers

    @property
    def is_for_meetings(self):
        return self.kind is None or self.kind.is_for_meetings

    @property
    def is_large_print(self):
        return self.kind is not None and self.kind.key == LARGE_PRINT

    @property
    def is_to_look_at(self):
        return self.ended_at is None and self.review_on <= timezone.localdate()


class NamedPerson(models.Model):
    """Someone whom the person chose to see one need and to act on it."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="named")
    person = models.ForeignKey(User, models.CASCADE, related_name="named_for")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["need", "person"], name="named_once_for_a_need"),
        ]

    def __str__(self):
        return str(self.person)


class Arrangement(models.Model):
    """What was done about a need, as the person reads it."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="arrangements")
    words = models.TextField(_("what you arranged"))
    on = models.DateField(_("when"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return gettext("what was arranged")
