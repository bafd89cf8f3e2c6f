"""The plan for keeping in touch: who hears what, how, how often, and who sees to it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.models import Hand, InProject, Project
from stages.models import Stage


class Hearer(InProject):
    """A group of people whom the team keeps in touch with. Groups and roles, never names."""

    WORDS = ("who", "what", "how", "how_often", "seen_to_by")
    activity_kind = "talk"

    project = models.ForeignKey(Project, models.CASCADE, related_name="hearers")
    who = models.CharField(_("who hears"), max_length=200)
    what = models.CharField(_("what they hear"), max_length=300, blank=True)
    how = models.CharField(_("how"), max_length=200, blank=True)
    how_often = models.CharField(_("how often"), max_length=100, blank=True)
    seen_to_by = models.CharField(_("who sees to it"), max_length=100, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(who=""), name="someone_hears"),
            models.UniqueConstraint(fields=["project", "who"], name="a_group_hears_once"),
        ]

    def __str__(self):
        return self.who

    def get_absolute_url(self):
        address = reverse("conversation:who_hears:index", args=[self.project_id])
        return f"{address}#hearer-{self.pk}"

    @classmethod
    def add(cls, project, *, by, who, **words):
        """One more line of the plan. A group that stands there already stays one line."""
        with project.changing():
            if already := project.hearers.filter(who=who).first():
                return already
            hand = Hand.writing_in(project)
            hearer = cls.objects.create(project=project, by=by, hand=hand, who=who, **words)
            hearer.note_down(by, gettext_noop("added to who hears what:"))
            return hearer

    def change(self, *, by, opened_at=None, **words):
        """Say it another way. The same again changes nothing. Raises ChangedMeanwhile."""
        with self.project.changing():
            changed = self.overwrite(words, opened_at)
            if not changed:
                return
            self.note_down(by, gettext_noop("changed who hears what:"), saving=changed)

    def take_away(self, *, by):
        """They are not in the plan any more."""
        with self.project.changing():
            if not type(self).objects.filter(pk=self.pk).exists():
                return
            self.note_down(by, gettext_noop("took away from who hears what:"))
            self.delete()

    def note_down(self, by, what, *, saving=()):
        beat = Stage.KEEP_THE_CONVERSATION_GOING
        self.project.record(by, what, self, saving=saving, beat=beat)
