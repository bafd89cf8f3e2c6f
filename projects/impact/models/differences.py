"""The difference that people made: written down as it happens, not at the end."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.ideas.models import Idea
from projects.impact import emails
from projects.models import Hand, InProject, InProjectQuerySet, Project, said_by
from stages.models import Sharing
from ui.dates import check_partial_date


class DifferenceQuerySet(InProjectQuerySet):
    def shared(self):
        """Those that may stand in what is printed and given to others."""
        return self.filter(sharing=Sharing.PUBLIC)

    def with_everything(self):
        """With all that a row shows, in a fixed number of queries."""
        hands = models.Prefetch("hand", Hand.objects.with_people())
        ideas = models.Prefetch("ideas", Idea.objects.shown())
        return self.select_related("recorded_by").prefetch_related(hands, ideas)


class Difference(InProject):
    """What someone said, what changed because of it, and what that meant. It names nobody."""

    WHO_MAY_READ = [
        (Sharing.TEAM, _("Our team only")),
        (Sharing.PUBLIC, _("Our team, and what we print and share")),
    ]
    activity_kind = "impact"

    project = models.ForeignKey(Project, models.CASCADE, related_name="differences")
    said = models.TextField(_("what was said"))
    changed = models.TextField(_("what changed because of it"))
    meant = models.TextField(_("what it meant for people"), blank=True)
    taking_part = models.TextField(_("how it was to take part"), blank=True)
    happened = models.CharField(
        _("when"), max_length=24, blank=True, validators=[check_partial_date]
    )
    """A year, a month or a day, as `ui.dates` keeps them."""
    ideas = models.ManyToManyField(Idea, related_name="differences", blank=True)
    """What was said, where it is on the board of ideas."""
    sharing = models.CharField(max_length=10, choices=WHO_MAY_READ, default=Sharing.TEAM)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it, when that was not the one who wrote it down."""
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(said="") & ~Q(changed=""), name="a_difference_says_what_and_why"
            ),
        ]

    def __str__(self):
        return self.changed[:200]

    def get_absolute_url(self):
        address = reverse("impact:differences:index", args=[self.project_id])
        return f"{address}#difference-{self.pk}"

    @classmethod
    def write_down(cls, project, *, by, ideas=(), **details):
        """One more. The same again from the same person is the one there is.

        Everyone behind the ideas hears what became of them.
        """
        hand = Hand.writing_in(project)
        with project.changing():
            same = project.differences.filter(recorded_by=by, hand=hand, **details)
            if already := same.first():
                return already
            new = cls.objects.create(project=project, recorded_by=by, hand=hand, **details)
            new.ideas.set(ideas)
            project.record(by, gettext_noop("wrote down a difference:"), new)
            emails.made_a_difference(new, list(ideas), by=by)
            return new

    def change(self, *, by, opened_at=None, ideas=(), **details):
        """Change what it says. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`, DoesNotExist if it is gone.
        Whoever is behind an idea that is new here hears of it now.
        """
        with self.project.changing():
            self.refresh_from_db()
            before = set(self.ideas.all())
            changed = [name for name in details if getattr(self, name) != details[name]]
            if not changed and before == set(ideas):
                return
            self.is_still(opened_at)
            for name in changed:
                setattr(self, name, details[name])
            self.ideas.set(ideas)
            what = gettext_noop("changed what was written about a difference:")
            self.project.record(by, what, self, saving=changed)
            emails.made_a_difference(self, [one for one in ideas if one not in before], by=by)

    def take_away(self, *, by):
        """It is not kept any more. Raises DoesNotExist if it is gone."""
        with self.project.changing():
            self.refresh_from_db()
            self.project.record(
                by, gettext_noop("took away what was written about a difference:"), self
            )
            self.delete()

    def may_be_changed_by(self, membership):
        """Who wrote it down, and leads."""
        return membership.user_id == self.recorded_by_id or "lead" in membership.abilities

    def said_by(self, display):
        return said_by(self.recorded_by, self.hand, easy=display.is_easy)
