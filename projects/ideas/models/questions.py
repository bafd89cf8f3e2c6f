"""What people are asked: an open question, with an address that anyone can type."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.codes import new_word
from accounts.models import User
from projects.models import InProject, InProjectQuerySet, Membership, Project


class QuestionClosed(Exception):
    """Nobody can answer this question any more."""


class OpenQuestionQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        """Whoever has the word may read it; lists of them are for those inside."""
        return self.filter(project__in=Project.objects.visible_to(user))

    def open(self):
        """Those that anyone may answer today."""
        in_time = Q(closes_on=None) | Q(closes_on__gte=timezone.localdate())
        return self.filter(in_time, closed_at=None, project__status=Project.Status.ACTIVE)


class OpenQuestion(InProject):
    """What the team asks people, on a page, a poster and a paper form. Anyone may answer.

    What comes in waits for one named person, the `reader`.
    """

    activity_kind = "idea"

    project = models.ForeignKey(Project, models.CASCADE, related_name="open_questions")
    question = models.CharField(_("what you ask"), max_length=300)
    easy = models.CharField(_("the same in easy words"), max_length=300, blank=True)
    about = models.TextField(_("what people should know first"), blank=True)
    word = models.CharField(max_length=6, unique=True, default=new_word)
    """What stands on the poster and the form to type. It is no secret."""
    closes_on = models.DateField(_("the last day to answer"), null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    reader = models.ForeignKey(
        Membership, models.PROTECT, related_name="questions_to_read", verbose_name=_("who reads")
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = OpenQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.question

    def get_absolute_url(self):
        return reverse("ideas:questions:detail", args=[self.project_id, self.pk])

    @classmethod
    def ask(cls, project, *, by, **details):
        """Ask it from now on. The same question again is the one there is."""
        with project.changing():
            if already := project.open_questions.filter(**details).first():
                return already
            question = cls.objects.create(project=project, by=by, **details)
            project.record(by, gettext_noop("asked everyone:"), question)
            return question

    def change(self, *, by, opened_at=None, **details):
        """Reword it, or give it to another reader. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`.
        """
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            what = gettext_noop("changed what everyone is asked:")
            self.project.record(by, what, self, saving=changed)

    def close(self, *, by):
        """Nobody can answer it from now on. Closing again changes nothing."""
        with self.project.changing():
            self.refresh_from_db()
            if self.closed_at is None:
                self.closed_at = timezone.now()
                what = gettext_noop("stopped asking:")
                self.project.record(by, what, self, saving=["closed_at"])

    def open_again(self, *, by):
        """People can answer it again. An open one stays as it is."""
        with self.project.changing():
            self.refresh_from_db()
            if self.closed_at:
                self.closed_at = None
                what = gettext_noop("asked everyone again:")
                self.project.record(by, what, self, saving=["closed_at"])

    def in_words(self, *, easy=False):
        """The question, in easy words for those who chose them and where there are some."""
        return (self.easy if easy else "") or self.question

    @property
    def is_open(self):
        in_time = self.closes_on is None or timezone.localdate() <= self.closes_on
        return in_time and self.closed_at is None and self.project.is_active
