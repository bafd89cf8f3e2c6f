"""The aim: what gets better, for whom, by how much and by when. Each earlier one stays."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.models import Hand, InProjectQuerySet, Project, Shared, said_by
from projects.plan import emails
from stages.models import Sharing, Stage
from ui.dates import as_people_write, check_partial_date


class AimQuerySet(InProjectQuerySet):
    def newest(self):
        """The aim as it is now, or None."""
        return self.order_by("-pk").first()


class Aim(Shared):
    """One wording of the aim. It is never edited: another takes its place, and says why."""

    PARTS = ("better", "for_whom", "how_much", "by_when")
    activity_kind = "plan"

    project = models.ForeignKey(Project, models.CASCADE, related_name="aims")
    better = models.CharField(_("what gets better"), max_length=300)
    for_whom = models.CharField(_("for whom"), max_length=200)
    how_much = models.CharField(_("by how much"), max_length=200, blank=True)
    by_when = models.CharField(
        _("by when"), max_length=24, blank=True, validators=[check_partial_date]
    )
    because = models.TextField(_("why it is another aim now"), blank=True)
    """Nothing for the first."""
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)
    writer = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it, when that was not the writer."""
    said_at = models.DateTimeField(auto_now_add=True)

    objects = AimQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(better=""), name="an_aim_says_what")]

    def __str__(self):
        return self.better

    def get_absolute_url(self):
        return f"{reverse('plan:index', args=[self.project_id])}#aim"

    @classmethod
    def say(cls, project, *, by, because="", opened_at=None, **parts):
        """The aim from now on; the team hears. The same again is the one there is.

        Raises ChangedMeanwhile when there is another than at `opened_at`.
        """
        with project.changing():
            before = project.aims.newest()
            if before and before.says(parts):
                return before
            if before:
                before.is_still(opened_at)
            aim = cls.objects.create(
                project=project,
                writer=by,
                hand=Hand.writing_in(project),
                because=because if before else "",
                **parts,
            )
            what = gettext_noop("changed the aim:") if before else gettext_noop("said the aim:")
            project.record(by, what, aim, note=aim.because, beat=Stage.MAKE_THE_CHANGE)
            emails.aimed(aim, before, by=by)
            return aim

    SAID_OF_SHARING = {
        Sharing.PUBLIC: gettext_noop("lets anyone read the aim:"),
        Sharing.TEAM: gettext_noop("keeps in the team the aim:"),
        Sharing.PRIVATE: gettext_noop("keeps private the aim:"),
    }

    def says(self, parts):
        return all(getattr(self, name) == parts.get(name, "") for name in self.PARTS)

    @property
    def sentence(self):
        """The aim as people say it: what, for whom, by how much, by when."""
        said = [self.better.rstrip(" ."), _("for %(whom)s") % {"whom": self.for_whom.rstrip(" .")}]
        if self.how_much:
            said.append(self.how_much.rstrip(" ."))
        if self.by_when:
            said.append(_("by %(day)s") % {"day": as_people_write(self.by_when)})
        return ", ".join(str(part) for part in said) + "."

    def in_words(self):
        """`[(what it is called, what is said)]` of the parts after the first."""
        said = [
            (_("For whom"), self.for_whom),
            (_("By how much"), self.how_much),
            (_("By when"), as_people_write(self.by_when) if self.by_when else ""),
        ]
        return [(name, words) for name, words in said if words]

    def said_by(self, display):
        return said_by(self.writer, self.hand, easy=display.is_easy)
