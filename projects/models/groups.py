"""Who the change affects: groups of people, and whether they are here and have been heard."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from projects.models.in_project import InProject


class AffectedGroup(InProject):
    """A group of people whom the change affects. It names no member: being in one is private."""

    class Here(models.TextChoices):
        YES = "yes", _("Someone of this group is in the team")
        NO = "no", _("Nobody of this group is in the team yet")
        UNKNOWN = "", _("We do not know yet")

    activity_kind = "team"

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="groups")
    name = models.CharField(_("the group"), max_length=200)
    affected = models.TextField(_("how the change could affect them"), blank=True)
    here = models.CharField(
        _("whether they are in the team"), max_length=3, choices=Here.choices, blank=True
    )
    ask = models.TextField(_("whom to ask"), blank=True)
    """Who knows people of this group and could invite them; an organisation or a role."""
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('team:groups:index', args=[self.project_id])}#group-{self.pk}"

    @classmethod
    def add(cls, project, *, by, **details):
        """A group of the project, last in its list. The same again is the one there is."""
        with project.changing():
            if already := project.groups.filter(**details).first():
                return already
            last = project.groups.aggregate(last=models.Max("position"))["last"] or 0
            group = cls.objects.create(project=project, position=last + 1, **details)
            project.record(by, gettext_noop("added to those whom it affects:"), group)
            return group

    def put_before(self, other):
        """Stand right before `other` in the list. Twice is once.

        The order is how the list reads, and no news: it has no line of activity.
        Raises DoesNotExist if one of the two is gone.
        """
        with self.project.changing():
            numbers = list(self.project.groups.values_list("pk", flat=True))
            if not {self.pk, other.pk} <= set(numbers):
                raise AffectedGroup.DoesNotExist
            if self.pk == other.pk:
                return
            numbers.remove(self.pk)
            numbers.insert(numbers.index(other.pk), self.pk)
            rows = [AffectedGroup(pk=pk, position=at) for at, pk in enumerate(numbers, start=1)]
            AffectedGroup.objects.bulk_update(rows, ["position"])

    def change(self, *, by, opened_at=None, **details):
        """Change what is said of the group. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`, AffectedGroup.DoesNotExist
        if it has been taken away.
        """
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            what = gettext_noop("changed what is said of")
            self.project.record(by, what, self, saving=changed)

    def take_away(self, *, by):
        """Remove the group; the activity keeps its name. Raises DoesNotExist if it is gone."""
        with self.project.changing():
            self.refresh_from_db()
            self.project.record(by, gettext_noop("took away from those it affects:"), self)
            self.delete()
