"""What a team learned, for itself and for the next one: the organisation's learning shelf."""

from django.db import models
from django.db.models import Case, Q, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.models import Hand, InProject, Project, said_by
from stages.models import Stage


class LessonQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A team's own; and what is on the shelf of an organisation where they see a project."""
        inside = Project.objects.visible_to(user)
        shelf = Q(
            sharing=Lesson.Sharing.ORGANISATION,
            project__organisation__in=inside.values("organisation"),
        )
        return self.filter(Q(project__in=inside) | shelf)

    def on_shelf_of(self, organisation_id):
        return self.filter(
            sharing=Lesson.Sharing.ORGANISATION, project__organisation=organisation_id
        )

    def for_others(self, project):
        """What other teams of the organisation put on the shelf and is not here yet."""
        here = project.lessons.exclude(brought_from=None).values("brought_from")
        found = self.on_shelf_of(project.organisation_id).exclude(project=project)
        return found.exclude(pk__in=here).filter(brought_from=None).select_related("project")

    def by_stage(self):
        """In the order of the nine stages, those of no stage last; the newest first."""
        order = [When(stage=stage, then=number) for number, stage in enumerate(Stage.values)]
        return self.order_by(Case(*order, default=len(order)), "-pk")

    def with_people(self):
        hands = models.Prefetch("hand", Hand.objects.with_people())
        return self.select_related("written_by").prefetch_related(hands)


class Lesson(InProject):
    """One thing that a team learned in a stage. It names nobody."""

    class Sharing(models.TextChoices):
        TEAM = "team", _("Our team only")
        ORGANISATION = "shelf", _("The learning shelf: all teams of our organisation")

    activity_kind = "impact"

    project = models.ForeignKey(Project, models.CASCADE, related_name="lessons")
    stage = models.CharField(_("stage"), max_length=30, choices=Stage.choices, blank=True)
    text = models.TextField(_("what we learned"))
    worked = models.TextField(_("what worked"), blank=True)
    did_not = models.TextField(_("what did not work"), blank=True)
    sharing = models.CharField(max_length=5, choices=Sharing.choices, default=Sharing.TEAM)
    brought_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="brought_to"
    )
    came_from = models.CharField(_("where it comes from"), max_length=200, blank=True)
    """The name of that project if it was public then: not everyone here may see it else."""
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it, when that was not the one who wrote it down."""
    written_at = models.DateTimeField(default=timezone.now)

    objects = LessonQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_lesson_has_words"),
        ]

    def __str__(self):
        return self.text[:200]

    def get_absolute_url(self):
        return f"{reverse('impact:lessons:index', args=[self.project_id])}#lesson-{self.pk}"

    @classmethod
    def write_down(cls, project, *, by, text, stage="", **details):
        """One more. The same again from the same person is the one there is."""
        said = {"text": text, "stage": stage, **details}
        hand = Hand.writing_in(project)
        with project.changing():
            if already := project.lessons.filter(written_by=by, hand=hand, **said).first():
                return already
            lesson = cls.objects.create(project=project, written_by=by, hand=hand, **said)
            project.record(by, gettext_noop("wrote down what we learned:"), lesson)
            return lesson

    @classmethod
    def bring(cls, project, lesson, *, by):
        """A copy of another team's, with where it comes from if anyone may know of that project.

        It is for this team alone: the shelf has it already. Here already, it is the one there is.
        """
        with project.changing():
            if already := project.lessons.filter(brought_from=lesson).first():
                return already
            said = {name: getattr(lesson, name) for name in ("stage", "text", "worked", "did_not")}
            new = cls.objects.create(
                project=project,
                written_by=by,
                hand=Hand.writing_in(project),
                brought_from=lesson,
                came_from=lesson.project.title if lesson.project.is_published else "",
                **said,
            )
            project.record(by, gettext_noop("brought from the learning shelf:"), new)
            return new

    def change(self, *, by, opened_at=None, **details):
        """Change what it says. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`, DoesNotExist if it is gone.
        """
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            self.project.record(by, gettext_noop("changed what we learned:"), self, saving=changed)

    def take_away(self, *, by):
        """It is not kept any more; what other teams brought to theirs stays there."""
        with self.project.changing():
            self.refresh_from_db()
            self.project.record(by, gettext_noop("took away from what we learned:"), self)
            self.delete()

    def may_be_changed_by(self, membership):
        """Who wrote it down, and leads."""
        return membership.user_id == self.written_by_id or "lead" in membership.abilities

    def said_by(self, display):
        return said_by(self.written_by, self.hand, easy=display.is_easy)

    @property
    def is_on_shelf(self):
        return self.sharing == self.Sharing.ORGANISATION
