"""What the team makes of what a measure shows, and what happens when the project is over."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.impact import emails
from projects.impact.models.measures import Measure
from projects.models import InProject, Project


class MeaningQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(measure__project__in=Project.objects.visible_to(user))


class Meaning(InProject):
    """What people agreed about a measure when they looked at it together. It is never edited:

    who looks again writes a new one, and the earlier ones stay.
    """

    activity_kind = "impact"

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="meanings")
    text = models.TextField(_("what we make of it"))
    who = models.TextField(_("who looked at it"), blank=True)
    """Roles and groups: never a name."""
    agreed_on = models.DateField(default=timezone.localdate)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = MeaningQuerySet.as_manager()

    class Meta:
        ordering = ["-agreed_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_meaning_has_words"),
        ]

    def __str__(self):
        return str(self.measure)

    def get_absolute_url(self):
        return f"{self.measure.get_absolute_url()}#meaning-{self.pk}"

    @property
    def project(self):
        return self.measure.project

    @classmethod
    def agree(cls, measure, *, by, text, who="", agreed_on=None):
        """The team has looked and agrees. Everyone whose ideas led here hears of it.

        The same again (pressed twice) is the one there is.
        """
        said = {"text": text, "who": who, "agreed_on": agreed_on or timezone.localdate()}
        with measure.project.changing():
            if already := measure.meanings.filter(by=by, **said).first():
                return already
            meaning = cls.objects.create(measure=measure, by=by, **said)
            what = gettext_noop("wrote down what we make of")
            measure.project.record(by, what, meaning)
            emails.agreed(meaning, by=by)
            return meaning


class WhatNextQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))


class WhatNext(InProject):
    """Whether the change stays, who keeps watch, and when somebody looks again.

    The newest is what holds; who thinks again writes a new one.
    """

    class Choice(models.TextChoices):
        KEEP = "keep", _("Keep it")
        CHANGE = "change", _("Change it")
        STOP = "stop", _("Stop it")

    activity_kind = "impact"

    project = models.ForeignKey(Project, models.CASCADE, related_name="what_next")
    choice = models.CharField(_("what happens"), max_length=6, choices=Choice.choices)
    because = models.TextField(_("why, and how"))
    watcher = models.CharField(_("who keeps watch"), max_length=200, blank=True)
    """A role, or a part in the team: never a name."""
    look_on = models.DateField(_("when we look again"), null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = WhatNextQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="what_happens_next_says_why"),
        ]

    def __str__(self):
        return gettext("What happens next")

    def get_absolute_url(self):
        return f"{reverse('impact:index', args=[self.project_id])}#what-next"

    @classmethod
    def agree(cls, project, *, by, **details):
        """What holds from now on. The same again changes nothing."""
        with project.changing():
            newest = project.what_next.first()
            if newest and all(getattr(newest, name) == details[name] for name in details):
                return newest
            new = cls.objects.create(project=project, by=by, **details)
            what = gettext_noop("agreed what happens next:")
            project.record(by, what, new, note=f"{new.get_choice_display()}. {new.because}")
            emails.what_happens_next(new, by=by)
            return new

    @property
    def is_due(self):
        return self.look_on is not None and self.look_on < timezone.localdate()
