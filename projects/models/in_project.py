"""A thing of a project, and its lock; and who may read it."""

from typing import ClassVar

from django.db import models

from stages.models import Sharing


class ChangedMeanwhile(Exception):
    """Someone else changed the same thing after its form was opened. `.thing` is as it is now."""

    def __init__(self, thing):
        super().__init__(str(thing.pk))
        self.thing = thing


class InProject(models.Model):
    """A thing of a project. `version` is the project's at its last change; it is also its lock."""

    version = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    def is_still(self, opened_at):
        """Raise ChangedMeanwhile if the row is not at version `opened_at` any more.

        None means that the form was not about what is there already, so nothing is lost.
        """
        if opened_at is not None and opened_at != self.version:
            raise ChangedMeanwhile(self)

    def overwrite(self, details, opened_at):
        """Set what of `details` is new, to be saved; which columns these are.

        None of them when it says all that already. Raises ChangedMeanwhile, or DoesNotExist when
        the row is gone. To be called while the project is changing.
        """
        self.refresh_from_db()
        changed = [name for name in details if getattr(self, name) != details[name]]
        if changed:
            self.is_still(opened_at)
        for name in changed:
            setattr(self, name, details[name])
        return changed


class Shared(InProject):
    """A thing of a project with `sharing`: kept private, the team's, or anyone's.

    `SAID_OF_SHARING` is what the activity says of each.
    """

    SAID_OF_SHARING: ClassVar[dict]

    class Meta:
        abstract = True

    def share(self, sharing, *, by):
        """Who may read it: the team, or anyone once the project's page is public.

        The same again changes nothing. Taking it back works in a closed project too.
        """
        with self.project.changing(closed_too=sharing != Sharing.PUBLIC):
            self.refresh_from_db()
            if self.sharing != sharing:
                self.sharing, what = sharing, self.SAID_OF_SHARING[Sharing(sharing)]
                self.project.record(by, what, self, saving=["sharing"])
