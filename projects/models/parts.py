"""“What is open?”: the parts of a change."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from projects.models.in_project import InProject
from projects.models.project import Project
from projects.models.published import InProjectQuerySet
from stages.models import Level


class PartQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        inside = Q(project__in=Project.objects.visible_to(user))
        return self.filter(inside | Q(project__is_published=True))


class Part(InProject):
    """A part of the change: open, partly open or fixed, by whom, why, until when."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        PARTLY = "partly", _("Partly open")
        FIXED = "fixed", _("Fixed")

    activity_kind = "whats_open"

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="parts")
    name = models.CharField(_("part of the change"), max_length=300)
    state = models.CharField(_("open or fixed"), max_length=6, choices=State.choices)
    level = models.CharField(
        _("how much say people have"), max_length=3, choices=Level.choices, blank=True
    )
    by_whom = models.CharField(_("who said so"), max_length=200, blank=True)
    because = models.TextField(_("why"), blank=True)
    look_again_on = models.DateField(_("look at it again on"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('whats_open:index', args=[self.project_id])}#part-{self.pk}"

    @classmethod
    def add(cls, project, *, by, **details):
        """A new row of “What is open?”, at its end. The same row again is the one there is."""
        with project.changing():
            if already := project.parts.filter(**details).first():
                return already
            last = project.parts.aggregate(last=models.Max("position"))["last"] or 0
            part = cls.objects.create(project=project, position=last + 1, **details)
            project.record(by, gettext_noop("added to “What is open?”:"), part)
            return part

    def change(self, *, by, opened_at=None, **details):
        """Change the row. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`, Part.DoesNotExist if it has
        been taken away.
        """
        with self.project.changing():
            self.refresh_from_db()
            changed = [name for name in details if getattr(self, name) != details[name]]
            if not changed:
                return
            self.is_still(opened_at)
            for name in changed:
                setattr(self, name, details[name])
            what = gettext_noop("changed in “What is open?”:")
            self.project.record(by, what, self, saving=changed)

    def take_away(self, *, by):
        """Remove the row; the activity keeps its name. Raises Part.DoesNotExist if it is gone."""
        with self.project.changing():
            self.refresh_from_db()
            self.project.record(by, gettext_noop("took away from “What is open?”:"), self)
            self.delete()
