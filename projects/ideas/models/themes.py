"""What ideas have in common. Ideas gather under a theme; they are never merged into one."""

from itertools import groupby

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from projects.models import InProject, Project


class Theme(InProject):
    """A heading that ideas gather under, in the order the team likes to read them."""

    activity_kind = "idea"

    project = models.ForeignKey(Project, models.CASCADE, related_name="themes")
    name = models.CharField(_("the theme"), max_length=150)
    about = models.TextField(_("what these ideas have in common"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "name"], name="one_theme_for_each_name"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('ideas:index', args=[self.project_id])}?theme={self.pk}"

    @classmethod
    def add(cls, project, *, by, name, about=""):
        """A theme of this name; the one there is already stays as it is."""
        with project.changing():
            if already := project.themes.filter(name=name).first():
                return already
            last = project.themes.aggregate(last=models.Max("position"))["last"] or 0
            theme = cls.objects.create(project=project, position=last + 1, name=name, about=about)
            project.record(by, gettext_noop("added the theme"), theme)
            return theme

    def change(self, *, by, opened_at=None, **details):
        """Reword it. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`, Theme.DoesNotExist if it has
        been taken away, IntegrityError when another theme has this name.
        """
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            self.project.record(by, gettext_noop("changed the theme"), self, saving=changed)

    def take_away(self, *, by):
        """Remove the heading; its ideas stay, without one. Raises Theme.DoesNotExist if gone."""
        with self.project.changing():
            self.refresh_from_db()
            self.project.record(by, gettext_noop("took away the theme"), self)
            self.delete()


def under_themes(ideas):
    """`[(theme or None, its ideas)]` of ideas that come theme by theme."""
    return [(theme, list(those)) for theme, those in groupby(ideas, lambda idea: idea.theme)]
