"""Who looks after payment in a project: one lead, and the only one who sees what others claim."""

from django.db import models
from django.utils import timezone

from accounts.models import User
from projects.models import Membership, Project


class PaymentKeeperQuerySet(models.QuerySet):
    def standing(self):
        """Those who are leads of the project still."""
        leads = Membership.objects.here().leads()
        theirs = leads.filter(project=models.OuterRef("project"), user=models.OuterRef("person"))
        return self.filter(models.Exists(theirs))


class PaymentKeeper(models.Model):
    project = models.OneToOneField(Project, models.CASCADE, related_name="payment_keeper")
    person = models.ForeignKey(User, models.CASCADE, related_name="keeps_payment")
    chosen_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(default=timezone.now)

    objects = PaymentKeeperQuerySet.as_manager()

    def __str__(self):
        return str(self.person)

    @classmethod
    def choose(cls, project, person, *, by):
        """From now on this lead sees what people claim. The same again changes nothing."""
        if cls.of(project) == person:
            return
        chosen = {"person": person, "chosen_by": by, "chosen_at": timezone.now()}
        cls.objects.update_or_create(project=project, defaults=chosen)

    @classmethod
    def of(cls, project):
        """Who looks after payment here, or None."""
        found = cls.objects.standing().filter(project=project).select_related("person").first()
        return found.person if found else None

    @classmethod
    def found_for(cls, project):
        """Who looks after payment; when nobody was chosen, from now on the first lead with e-mail.

        None when no lead has an address: then somebody has to be chosen first.
        """
        if person := cls.of(project):
            return person
        leads = project.memberships.here().leads().filter(user__is_active=True)
        first = leads.exclude(user__email=None).select_related("user").first()
        if first is None:
            return None
        cls.choose(project, first.user, by=first.user)
        return first.user
