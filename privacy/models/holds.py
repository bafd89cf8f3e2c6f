"""“Keep this”: a legal hold."""

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from projects.models import Membership, Project


class LegalHoldQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody has lifted."""
        return self.filter(lifted_at=None)

    def on_person(self, person):
        """On the person, or on a project whose team they are or were in."""
        theirs = Membership.objects.filter(user=person).values("project")
        return self.standing().filter(Q(person=person) | Q(project__in=theirs))

    def on_project(self, project):
        """On the project, or on someone who is or was in its team."""
        theirs = Membership.objects.filter(project=project).values("user")
        return self.standing().filter(Q(project=project) | Q(person__in=theirs))


class LegalHold(models.Model):
    """Nothing of this project or this person is destroyed until someone lifts the hold."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="holds")
    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="holds"
    )
    person = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="holds")
    why = models.TextField(_("why"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(project=None, person__isnull=False)
                | Q(project__isnull=False, person=None),
                name="holds_a_project_or_a_person",
            ),
        ]

    def __str__(self):
        return str(self.project or self.person)

    def get_absolute_url(self):
        return f"{reverse('holds:index')}#hold-{self.pk}"

    @classmethod
    @transaction.atomic
    def begin(cls, organisation, thing, *, by, why):
        """Hold a project or a person. One that is held already stays as it is."""
        about = {"project": thing} if isinstance(thing, Project) else {"person": thing}
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        already = cls.objects.standing().filter(organisation=organisation, **about).first()
        return already or cls.objects.create(organisation=organisation, by=by, why=why, **about)

    def lift(self, *, by):
        """End the hold. Lifted twice is lifted once."""
        now = timezone.now()
        LegalHold.objects.standing().filter(pk=self.pk).update(lifted_at=now, lifted_by=by)
        self.refresh_from_db()

    @property
    def is_lifted(self):
        return self.lifted_at is not None
