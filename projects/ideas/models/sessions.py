"""Where people were asked in person, and what they said there."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models import AffectedGroup, InProject, InProjectQuerySet, Project
from projects.models.hands import FEW
from stages.models import Sharing
from ui.dates import check_partial_date


class SessionQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))


class Session(InProject):
    """People met somewhere and said what they think. One facilitator wrote it down in one go.

    The people in the room are not members, and are never named.
    """

    activity_kind = "idea"
    sharing = Sharing.TEAM

    project = models.ForeignKey(Project, models.CASCADE, related_name="sessions")
    question = models.ForeignKey(
        "ideas.OpenQuestion", models.SET_NULL, null=True, blank=True, related_name="sessions"
    )
    met = models.CharField(_("when"), max_length=24, blank=True, validators=[check_partial_date])
    """A year, a month or a day, or two with “to” between, as `ui.dates` keeps them."""
    where = models.CharField(_("where"), max_length=300)
    community = models.CharField(_("who was there"), max_length=300)
    """Which people, as a group: never a name."""
    group = models.ForeignKey(
        AffectedGroup, models.SET_NULL, null=True, blank=True, related_name="sessions"
    )
    how_many = models.PositiveIntegerField(_("how many people"), null=True, blank=True)
    how_many_note = models.CharField(_("about the number"), max_length=200, blank=True)
    breakdown = models.JSONField(default=dict, blank=True)
    """`{perspective: how many}`, where somebody counted."""
    method = models.CharField(_("how"), max_length=300, blank=True)
    main_points = models.TextField(_("what was said"), blank=True)
    """One point a line; what is an idea is a row of its own (`session.ideas`)."""
    answer_to = models.CharField(_("who brings the answer back"), max_length=200, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    """The day on which the group got its answer on paper."""
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["-met", "-pk"]

    def __str__(self):
        return self.community

    def get_absolute_url(self):
        return reverse("ideas:sessions:detail", args=[self.project_id, self.pk])

    @classmethod
    def record(cls, project, *, by, ideas=(), **details):
        """Write a session down with what was said: `ideas` is `[{"text": …, "theme": …}]`.

        The same session again from the same person (pressed twice, sent again) is the one that
        is there already, and nothing is written twice.
        """
        from projects.ideas.models.ideas import Idea  # an idea knows its session

        with project.changing():
            same = project.sessions.filter(recorded_by=by, **details)
            texts = [said["text"] for said in ideas]
            for already in same:
                if sorted(already.ideas.values_list("text", flat=True)) == sorted(texts):
                    return already
            session = cls.objects.create(project=project, recorded_by=by, **details)
            project.record(by, gettext_noop("wrote down a session with"), session)
            for said in ideas:
                Idea.write_down(session, by=by, **said)
            return session

    @property
    def points(self):
        return [line.strip() for line in self.main_points.splitlines() if line.strip()]

    @property
    def people_in_words(self):
        """“12 people”, “fewer than 5 people”, or what is known instead of a number."""
        if self.how_many is None:
            return self.how_many_note
        if self.how_many < FEW:
            return gettext("fewer than %(num)s people") % {"num": FEW}
        said = ngettext("%(num)s person", "%(num)s people", self.how_many)
        return said % {"num": self.how_many}
