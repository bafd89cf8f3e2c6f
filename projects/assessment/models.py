"""“Can we do this together?”: what the team says to the guide's questions, and what it decides."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from accounts.models import User
from projects.assessment import emails
from projects.assessment.wording import decision_in_words
from projects.checklist.models import ChecklistItem
from projects.decisions.models import Decision
from projects.models import (
    Differing,
    Hand,
    InProject,
    InProjectQuerySet,
    PartVersion,
    Project,
    once_for_each,
)
from projects.telling import telling_nobody
from stages.models import Stage


class ConcludedAlready(Exception):
    """The choice was made a moment ago; `.assessment` is as it is now."""

    def __init__(self, assessment):
        super().__init__(str(assessment.pk))
        self.assessment = assessment


class AssessmentQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))

    def going_on(self):
        return self.filter(outcome="")

    def concluded(self):
        """The newest first: that is the one that counts."""
        return self.exclude(outcome="").order_by("-concluded_at", "-pk")


class Assessment(InProject):
    """Whether a change can be made together: all of it, part of it or none of it.

    A project may ask again later: then there is another one, and this one stays readable.
    """

    class Outcome(models.TextChoices):
        ALL = "all", gettext_lazy("All of it")
        PART = "part", gettext_lazy("Part of it")
        NONE = "none", gettext_lazy("None of it")

    activity_kind = "decision"

    project = models.ForeignKey(Project, models.CASCADE, related_name="assessments")
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=4, choices=Outcome.choices, blank=True)
    parts = models.ManyToManyField(PartVersion, related_name="+", blank=True)
    """Those that are shared, as they read when the choice was made."""
    alternative = models.TextField(gettext_lazy("what we offer instead"), blank=True)
    decision = models.ForeignKey(
        Decision, models.CASCADE, null=True, blank=True, related_name="assessments"
    )
    concluded_at = models.DateTimeField(null=True, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"], condition=Q(outcome=""), name="one_assessment_goes_on"
            ),
        ]

    def __str__(self):
        return _("Can we do this together?")

    def get_absolute_url(self):
        if self.is_concluded:
            return reverse("assessment:detail", args=[self.project_id, self.pk])
        return reverse("assessment:index", args=[self.project_id])

    # Changing it

    @classmethod
    def begin(cls, project, *, by):
        """Put the questions to the team; the one that goes on already when there is one."""
        with project.changing():
            if already := project.assessments.going_on().first():
                return already
            assessment = cls.objects.create(project=project, begun_by=by)
            assessment.lay_out()
            project.record(by, gettext_noop("began to ask:"), assessment)
            emails.begun(assessment)
            return assessment

    def lay_out(self):
        """The questions as they read today: what the guide or the team changes later stays out."""
        stage = Stage.DECISION_TIME
        items = self.project.checklist.kept().filter(stage=stage)
        prompts = self.project.edition.prompts.filter(stage=stage)
        rows = [
            Question(key=item.key, wording=item.wording, easy=item.easy, help=item.help, item=item)
            for item in items
        ]
        rows += [Question(key=prompt.key, wording=prompt.text) for prompt in prompts]
        for number, row in enumerate(rows, start=1):
            row.assessment, row.number = self, number
        Question.objects.bulk_create(rows)

    def conclude(self, *, by, outcome, parts=(), alternative="", **details):
        """Decide: all, part or none of it, as one decision that says why.

        It takes the place of what an earlier assessment decided, where that still stands. The
        same choice again is the one there is. Raises ConcludedAlready when it is another.
        """
        with self.project.changing():
            self.refresh_from_db()
            if self.is_concluded:
                if (self.outcome, self.alternative) == (outcome, alternative):
                    return self
                raise ConcludedAlready(self)
            self.outcome, self.alternative = outcome, alternative
            chosen = list(parts)
            details = decision_in_words(self, chosen) | details
            with telling_nobody():  # the team is told once, with the way to say if they agree
                self.decision = self.decide(by, details)
            self.concluded_at, self.version = timezone.now(), self.project.version
            self.save()
            self.parts.set(chosen)
            emails.concluded(self, by=by)
            return self

    def decide(self, by, details):
        earlier = self.project.assessments.concluded().exclude(pk=self.pk).first()
        standing = earlier.decision.newest() if earlier else None
        if standing and standing.is_agreed:
            standing.project = self.project
            return standing.replace(by=by, **details)
        return Decision.record(self.project, by=by, **details)

    def agree(self, *, by, note=""):
        """A member agrees, or a group; what they saw differently is taken back with it."""
        with self.project.changing():
            hand = Hand.writing_in(self.project)
            differing = self.decision.views.of(by, hand).delete()[0]
            agreement, is_new = Agreement.say(assessment=self, by=by, hand=hand, note=note)
            if is_new or differing:
                self.project.record(by, gettext_noop("agrees:"), agreement)
            return agreement

    def see_differently(self, *, by, note):
        """A member's own view beside the decision, in the place of a yes they gave before."""
        with self.project.changing():
            hand = Hand.writing_in(self.project)
            self.agreements.of(by, hand).delete()
            self.decision.project = self.project
            return self.decision.see_differently(by=by, note=note)

    def take_back(self, *, by):
        """Neither yes nor no any more. Without either, nothing changes."""
        with self.project.changing():
            mine = self.agreements.of(by, Hand.writing_in(self.project)).first()
            if mine:
                self.project.record(by, gettext_noop("took back that they agree:"), mine)
                mine.delete()
            self.decision.project = self.project
            self.decision.take_back(by=by)

    # Asking about it

    @property
    def is_concluded(self):
        return bool(self.outcome)

    @property
    def is_none(self):
        return self.outcome == self.Outcome.NONE

    @cached_property
    def shared(self):
        """The names of the parts that are shared, in the order of the sheet."""
        return [part.name for part in sorted(self.parts.all(), key=lambda p: (p.position, p.pk))]

    @property
    def sentence(self):
        """What was decided, in one plain sentence for the head of the project's page."""
        if self.outcome == self.Outcome.ALL:
            return _("All of this is done together.")
        if self.outcome == self.Outcome.PART:
            parts = get_text_list([f"“{name}”" for name in self.shared], _("and"))
            return _("Part of this is done together: %(parts)s.") % {"parts": parts}
        return _("This could not be done together.")


class Question(models.Model):
    """One question of the guide, as it read when the assessment began."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=12, blank=True)
    """The guide's ID, or nothing for an item of the team's own."""
    wording = models.TextField()
    easy = models.TextField(blank=True)
    help = models.TextField(blank=True)
    item = models.ForeignKey(
        ChecklistItem, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "number"], name="one_question_for_each_number"
            ),
        ]

    def __str__(self):
        return self.wording

    def words(self, display):
        return self.easy if display.is_easy and self.easy else self.wording

    def say(self, *, by, note):
        """What a member thinks, or a group; their own row, so nobody writes over another.

        The same again changes nothing, and no words take back what was there. Raises
        ConcludedAlready once the choice is made.
        """
        project = self.assessment.project
        with project.changing():
            self.assessment.refresh_from_db(fields=["outcome"])
            if self.assessment.is_concluded:
                raise ConcludedAlready(self.assessment)
            hand = Hand.writing_in(project)
            if note:
                thought, is_new = Thought.say(question=self, by=by, hand=hand, note=note)
                if is_new:
                    project.record(by, gettext_noop("said what they think:"), thought)
            elif mine := self.thoughts.of(by, hand).first():
                project.record(by, gettext_noop("took back what they think:"), mine)
                mine.delete()


class Thought(Differing):
    """What one member says to a question, in their own words, beside those of the others."""

    activity_kind = "decision"

    question = models.ForeignKey(Question, models.CASCADE, related_name="thoughts")

    class Meta(Differing.Meta):
        constraints = once_for_each("question", "thought")

    def __str__(self):
        return str(self.question)

    def get_absolute_url(self):
        assessment = self.question.assessment
        said = reverse("assessment:said", args=[assessment.project_id, assessment.pk])
        return f"{said}#question-{self.question_id}"


class Agreement(Differing):
    """“I agree”, beside what was decided: once for each member, never counted."""

    activity_kind = "decision"

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="agreements")

    class Meta(Differing.Meta):
        constraints = once_for_each("assessment", "agreement")

    def __str__(self):
        return str(self.assessment)

    def get_absolute_url(self):
        return f"{self.assessment.get_absolute_url()}#voices"

    @property
    def perspective(self):
        return self.perspective_in(self.assessment.project_id)
