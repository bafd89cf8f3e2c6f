"""“What is open?”: the parts of a change."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_noop

from projects.models.in_project import InProject
from projects.models.part_versions import PartDetails, PartState, PartVersion
from projects.models.project import Project
from projects.models.published import InProjectQuerySet


class PartQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        inside = Q(project__in=Project.objects.visible_to(user))
        return self.filter(inside | Q(project__is_published=True))

    def bare(self):
        """Fixed, and nobody wrote down why."""
        return self.filter(state=PartState.FIXED, because="")


class Part(PartDetails, InProject):
    """A part of the change: open, partly open or fixed, by whom, why, until when."""

    State = PartState
    activity_kind = "whats_open"

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField(default=0)

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

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
            PartVersion.keep(part, by=by)
            part.note_down(by, gettext_noop("added to “What is open?”:"))
            return part

    def change(self, *, by, opened_at=None, **details):
        """Change the row; how it read before stays in its history. The same changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`, Part.DoesNotExist if it has
        been taken away.
        """
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            self.save(update_fields=changed)
            PartVersion.keep(self, by=by)
            self.note_down(by, gettext_noop("changed in “What is open?”:"))

    def put(self, *, by, before=None, after=None):
        """Put it right before or right after another part of the sheet.

        Where it stands already, nothing changes. It reads as it did, so nobody's form about it
        is out of date. Raises Part.DoesNotExist if it has been taken away.
        """
        with self.project.changing():
            self.refresh_from_db()
            order = list(self.project.parts.all())
            there = [part for part in order if part != self]
            new = list(there)
            new.insert(there.index(before) if before else there.index(after) + 1, self)
            if new == order:
                return
            self.place(new)
            version = PartVersion.objects.get(project=self.project, number=self.pk, until=None)
            self.project.record(by, gettext_noop("moved on “What is open?”:"), version)

    def place(self, parts):
        """Number these in their order; what each reads now takes the same place."""
        for position, part in enumerate(parts, start=1):
            part.position = position
        Part.objects.bulk_update(parts, ["position"])
        versions = list(self.project.part_versions.standing())
        positions = {part.pk: part.position for part in parts}
        for version in versions:
            version.position = positions[version.number]
        PartVersion.objects.bulk_update(versions, ["position"])

    def take_away(self, *, by):
        """Remove the row; its history stays. Raises Part.DoesNotExist if it is gone."""
        with self.project.changing():
            self.refresh_from_db()
            PartVersion.keep(self, by=by, is_gone=True)
            bare = self.project.parts.bare().exclude(pk=self.pk).count()
            what = gettext_noop("took away from “What is open?”:")
            self.project.record(by, what, self, parts_bare=bare)
            self.delete()

    def note_down(self, by, what):
        """The line of activity, with the project's figure about the sheet."""
        self.project.record(by, what, self, **self.figures_of(self.project))

    @staticmethod
    def figures_of(project):
        """Parts that are fixed, and nobody wrote down why."""
        return {"parts_bare": project.parts.bare().count()}
