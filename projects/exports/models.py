"""The involvement record: what a project says of itself on one day, kept as four files.

Nothing changes or removes one. Each file has its SHA-256, and so has the list of them.
"""

from hashlib import sha256

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.files.naming import size_in_words
from projects.models import Project


class Frozen(Exception):
    """What was kept is never changed or taken away on its own."""


class FrozenQuerySet(models.QuerySet):
    """Rows are added and read. Which account made them may follow, when two become one."""

    def update(self, **fields):
        if set(fields) - {"made_by"}:
            raise Frozen
        return super().update(**fields)

    def _update(self, values):
        """What saving a row that is there already comes to."""
        raise Frozen

    def delete(self):
        raise Frozen


class NotTheNext(Exception):
    """Another record was kept meanwhile, so this one does not have its number."""


class Record(models.Model):
    """An involvement record. It goes only with the whole project."""

    activity_kind = "project"

    project = models.ForeignKey(Project, models.CASCADE, related_name="records")
    number = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    note = models.TextField(_("why it is made now"), blank=True)
    project_version = models.PositiveIntegerField()
    """The version of the project that it shows."""
    mark = models.CharField(max_length=64)
    """SHA-256 of what it says: two with one mark say the same, on different days perhaps."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the list of the files (`sums`)."""

    objects = FrozenQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        base_manager_name = "objects"
        constraints = [
            models.UniqueConstraint(fields=["project", "number"], name="one_record_of_a_number"),
        ]

    def __str__(self):
        return gettext("Record %(number)s") % {"number": self.number}

    def get_absolute_url(self):
        return reverse("exports:records:detail", args=[self.project_id, self.pk])

    @classmethod
    def keep(cls, project, *, by, contents, number, mark, version, made_at, note="", quoted=()):
        """Freeze these contents, `{Kind: bytes}`. The same twice on one day is the one there is.

        `quoted` are the places in the team of those whose words stand in it. Raises NotTheNext.
        """
        with project.changing(closed_too=True):
            last = project.records.first()
            if last and last.says_the_same(by=by, mark=mark, note=note, at=made_at):
                return last
            if number != next_number(project):
                raise NotTheNext
            files = [
                RecordFile(
                    project=project,
                    kind=kind,
                    content=content,
                    size=len(content),
                    digest=sha256(content).hexdigest(),
                )
                for kind, content in contents.items()
            ]
            sums = sums_of(project.pk, number, files)
            record = cls.objects.create(
                project=project,
                number=number,
                made_at=made_at,
                made_by=by,
                note=note,
                project_version=version,
                mark=mark,
                digest=sha256(sums.encode()).hexdigest(),
            )
            for file in files:
                file.record = record
            RecordFile.objects.bulk_create(files)
            what = gettext_noop("made the involvement record")
            project.record(by, what, record, note=gettext("SHA-256: %s") % record.digest)
            place = {"what": gettext_noop("The involvement record"), "by": by}
            Consent.used(quoted, Use.WORDS, url=record.get_absolute_url(), **place)
            return record

    def says_the_same(self, *, by, mark, note, at):
        same_day = timezone.localdate(self.made_at) == timezone.localdate(at)
        return same_day and (self.made_by, self.mark, self.note) == (by, mark, note)

    @property
    def sums(self):
        """The list of its files as `sha256sum --check` reads it."""
        return sums_of(self.project_id, self.number, self.files.defer("content"))

    def name_of(self, ending):
        return name_of(self.project_id, self.number, ending)

    def as_it_was(self):
        """`{Kind: its file}` of what was kept; None for one that is not as it was, or is gone.

        When the list of them does not have its own SHA-256 any more, none of them is.
        """
        files = list(self.files.all())
        sums = sums_of(self.project_id, self.number, files)
        is_list_sound = sha256(sums.encode()).hexdigest() == self.digest
        if not is_list_sound:
            return dict.fromkeys(RecordFile.Kind)
        kept = {file.kind: file if file.is_as_it_was else None for file in files}
        return {kind: kept[kind] for kind in RecordFile.Kind if kind in kept}


def next_number(project):
    last = project.records.first()
    return last.number + 1 if last else 1


def sums_of(project_id, number, files):
    """A line for each file, by its name: its SHA-256, two spaces, its name."""
    lines = [f"{file.digest}  {name_of(project_id, number, file.ending)}\n" for file in files]
    return "".join(sorted(lines, key=lambda line: line[66:]))


def name_of(project_id, number, ending):
    return f"involvement-record-{project_id}-{number}.{ending}"


class RecordFile(models.Model):
    """One of the files. It lies in the database, so that one backup has it all."""

    class Kind(models.TextChoices):
        PDF = "pdf", _("To print and to send (PDF)")
        LARGE = "large", _("To print in large print (PDF)")
        HTML = "html", _("To read in a browser (HTML)")
        DATA = "json", _("As data, for a computer (JSON)")

    TYPES = {
        Kind.PDF: "application/pdf",
        Kind.LARGE: "application/pdf",
        Kind.HTML: "text/html; charset=utf-8",
        Kind.DATA: "application/json",
    }

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    record = models.ForeignKey(Record, models.RESTRICT, related_name="files")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the content."""

    objects = FrozenQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        base_manager_name = "objects"
        constraints = [
            models.UniqueConstraint(fields=["record", "kind"], name="one_file_of_a_kind"),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        return self.record.name_of(self.ending)

    @property
    def ending(self):
        return "large.pdf" if self.kind == self.Kind.LARGE else self.kind

    @property
    def type(self):
        return self.TYPES[self.Kind(self.kind)]

    @property
    def size_in_words(self):
        return size_in_words(self.size)

    @property
    def is_as_it_was(self):
        return sha256(self.content).hexdigest() == self.digest
