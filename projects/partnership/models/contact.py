"""Someone wants to be contacted: a note beside the check-in, and never joined to it."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.models import Membership, Project
from projects.partnership import emails


class ContactWishQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What waits for this person: as a lead of the project, or in the involvement team.

        A session that began with a code on paper sees none: a lead may have kept the card.
        """
        if not user.is_authenticated or user.confined_to:
            return self.none()
        led = Membership.objects.here().leads().filter(user=user).values("project")
        overseen = Project.objects.filter(organisation__in=user.oversees.values("pk"))
        to_leads = models.Q(to=ContactWish.To.LEADS, project__in=led)
        to_involvement = models.Q(to=ContactWish.To.INVOLVEMENT, project__in=overseen)
        return self.filter(to_leads | to_involvement)


class ContactWish(models.Model):
    """How to reach someone who asked for it, in their words. It goes when it has been seen to."""

    class To(models.TextChoices):
        LEADS = "leads", gettext_lazy("A lead of this project")
        INVOLVEMENT = "involvement", gettext_lazy("The involvement team")

    project = models.ForeignKey(Project, models.CASCADE, related_name="contact_wishes")
    to = models.CharField(max_length=11, choices=To.choices, default=To.LEADS)
    words = models.TextField(gettext_lazy("how to reach you"))
    on = models.DateField(default=timezone.localdate)

    objects = ContactWishQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self):
        """Nothing that names anyone."""
        return _("Someone would like to be contacted")

    def get_absolute_url(self):
        return reverse("partnership:contact:index", args=[self.project_id])

    @classmethod
    def whom_in(cls, project):
        """Whom people may ask to contact them: an involvement team only where there is one."""
        has_team = project.organisation.involvement_team.exists()
        return [one for one in cls.To.choices if has_team or one[0] == cls.To.LEADS]

    @classmethod
    def leave(cls, project, *, words, to):
        """Apart from the answers; those it is for are told. Nothing without words."""
        if words:
            emails.wants_contact(cls.objects.create(project=project, words=words, to=to))
