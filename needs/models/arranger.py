"""Who arranges things in a project: papers, rooms, and answers to those who ask another way."""

from django.db import models
from django.utils import timezone

from accounts.models import User
from projects.models import Membership, Project


class ArrangerQuerySet(models.QuerySet):
    def here(self):
        """Those who are in the team still."""
        in_team = Membership.objects.here().filter(
            project=models.OuterRef("project"), user=models.OuterRef("person")
        )
        return self.filter(models.Exists(in_team))


class Arranger(models.Model):
    """One member whom the leads chose. Without one the first lead with e-mail is asked."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="arranger")
    person = models.ForeignKey(User, models.CASCADE, related_name="arranges")
    chosen_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(default=timezone.now)

    objects = ArrangerQuerySet.as_manager()

    def __str__(self):
        return str(self.person)

    @classmethod
    def choose(cls, project, person, *, by):
        """From now on this member arranges; nobody in particular when it is None."""
        if person is None:
            cls.objects.filter(project=project).delete()
            return
        chosen = {"person": person, "chosen_by": by, "chosen_at": timezone.now()}
        cls.objects.update_or_create(project=project, defaults=chosen)

    @classmethod
    def of(cls, project):
        """Who is asked here: the chosen one, else the first lead with e-mail, or None."""
        chosen = cls.objects.here().filter(project=project).select_related("person").first()
        if chosen:
            return chosen.person
        leads = project.memberships.here().leads().filter(user__is_active=True)
        first = leads.exclude(user__email=None).select_related("user").first()
        return first.user if first else None
