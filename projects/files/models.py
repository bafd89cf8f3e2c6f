from contextlib import contextmanager
from hashlib import sha256

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.files import keeping
from projects.files.kinds import ALLOWED, NOT_FOR_ALL, Kind
from projects.files.naming import size_in_words
from projects.models import Project


class FileQuerySet(models.QuerySet):
    def here(self):
        """Those whose content is still there."""
        return self.exclude(stored="")


class File(models.Model):
    """Something that was uploaded: checked by its content, and given out by one view only.

    Taking it away removes the content and keeps the line, which says who did it.
    """

    activity_kind = "evidence"

    project = models.ForeignKey(Project, models.CASCADE, related_name="files")
    name = models.CharField(_("name"), max_length=130)
    """As it was given, made safe (`naming.safe_name`)."""
    kind = models.CharField(_("kind"), max_length=4, choices=Kind.choices)
    size = models.PositiveBigIntegerField(_("size"))
    digest = models.CharField(max_length=64)
    """SHA-256 of the content."""
    stored = models.CharField(max_length=100, blank=True, db_index=True)
    """Its random name in the storage; nothing once it is taken away."""
    alternative = models.TextField(_("what it shows or says"), blank=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    taken_away_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    taken_away_at = models.DateTimeField(null=True, blank=True)

    objects = FileQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stored="", taken_away_at__isnull=False)
                | (~Q(stored="") & Q(taken_away_at=None)),
                name="a_file_is_there_or_taken_away",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("files:detail", args=[self.project_id, self.pk])

    @classmethod
    def keep(cls, project, *, by, stored, name, kind, content, alternative=""):
        """The line of a file whose content lies there already (`storing`).

        Call it inside `project.changing()`; whoever has the file records the activity.
        """
        return cls.objects.create(
            project=project,
            name=name,
            kind=kind,
            size=len(content),
            digest=sha256(content).hexdigest(),
            stored=stored,
            alternative=alternative,
            added_by=by,
        )

    def take_away(self, *, by):
        """Its content goes, the line stays. Whether anything changed: it may be gone already.

        Call it inside `project.changing()`; whoever has the file records the activity.
        """
        self.refresh_from_db()
        if not self.is_here:
            return False
        keeping.forget([self.stored])
        self.stored, self.taken_away_by, self.taken_away_at = "", by, timezone.now()
        self.save(update_fields=["stored", "taken_away_by", "taken_away_at"])
        return True

    def chunks(self):
        """The content bit by bit; nothing is opened before the first is asked for."""
        with default_storage.open(self.stored) as content:
            yield from content.chunks()

    @property
    def is_lost(self):
        """The storage does not have it any more, which is nobody's doing here."""
        return not default_storage.exists(self.stored)

    @property
    def is_here(self):
        return bool(self.stored)

    @property
    def type(self):
        return ALLOWED[Kind(self.kind)].type

    @property
    def size_in_words(self):
        return size_in_words(self.size)

    @property
    def needs_words(self):
        """It is a picture or a sound: somebody cannot see or hear it."""
        return self.kind in NOT_FOR_ALL


@contextmanager
def storing(upload):
    """The random name under which the content of an upload lies; "" without an upload.

    It is gone again unless a File was kept with it. Open it around the transaction: writing a
    large file must not make others wait.
    """
    if not upload:
        yield ""
        return
    stored = keeping.put(upload["content"])
    try:
        yield stored
    except BaseException:
        keeping.remove(stored)
        raise
    if not File.objects.filter(stored=stored).exists():
        keeping.remove(stored)


def names_in_use(names):
    """Which of these names in the storage some file has."""
    return set(File.objects.filter(stored__in=names).values_list("stored", flat=True))


def sweep(**when):
    """Remove the contents that no file has; how many."""
    return keeping.sweep(names_in_use, **when)
