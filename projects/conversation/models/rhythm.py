"""How often the team means to tell people something, and the heartbeat: how long ago it did."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from accounts.models import User
from projects.models import Hand, InProject, Project
from stages.models import Stage


class Rhythm(InProject):
    """What the team agreed: an update every so many weeks. Each is a row; the newest counts."""

    activity_kind = "talk"

    project = models.ForeignKey(Project, models.CASCADE, related_name="rhythms")
    weeks = models.PositiveSmallIntegerField(gettext_lazy("every how many weeks"))
    because = models.TextField(gettext_lazy("why"), blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    agreed_on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weeks__gte=1, weeks__lte=26), name="a_rhythm_of_some_weeks"
            )
        ]

    def __str__(self):
        return self.in_words

    def get_absolute_url(self):
        return reverse("conversation:index", args=[self.project_id]) + "#heartbeat"

    @classmethod
    def agree(cls, project, *, by, weeks, because=""):
        """The team agrees how often. What it agreed already changes nothing."""
        with project.changing():
            now = project.rhythms.first()
            if now and (now.weeks, now.because) == (weeks, because):
                return now
            hand = Hand.writing_in(project)
            said = {"weeks": weeks, "because": because}
            rhythm = cls.objects.create(project=project, by=by, hand=hand, **said)
            beat = Stage.KEEP_THE_CONVERSATION_GOING
            what = gettext_noop("wrote down how often people hear from the team:")
            project.record(by, what, rhythm, note=because, beat=beat, **heartbeat_figures(project))
            return rhythm

    @property
    def in_words(self):
        return ngettext("every week", "every %(num)s weeks", self.weeks) % {"num": self.weeks}


def heartbeat_figures(project):
    """The figures on the project's row, from the rows that they are about."""
    last = project.updates.sent().aggregate(last=Max("told_day"))["last"]
    summed_up = project.meetings.aggregate(last=LAST_SUMMARY)["last"]
    return figures(last, summed_up, project.rhythms.first())


LAST_SUMMARY = Max("summaries__at", filter=models.Q(summaries__because=""))
"""When the summary of a meeting was last sent to the team. A correction is no news."""


def figures(told, summed_up, rhythm):
    """The next update is due one rhythm after people last heard; after the day on which the team
    agreed the rhythm, when that is later.
    """
    summed_up = summed_up and timezone.localdate(summed_up)
    by_summary = bool(summed_up and (told is None or summed_up > told))
    told = summed_up if by_summary else told
    last = {"last_told_on": told, "last_told_by_summary": by_summary}
    if rhythm is None:
        return last | {"rhythm_days": None, "update_due_on": None}
    days = 7 * rhythm.weeks
    since = max(day for day in (told, rhythm.agreed_on) if day)
    due = since + timedelta(days=days)
    return last | {"rhythm_days": days, "update_due_on": due}


@dataclass(frozen=True)
class Heartbeat:
    """How long ago the team told people something, as of today."""

    project: Project
    today: date

    @classmethod
    def of(cls, project):
        return cls(project, timezone.localdate())

    @property
    def days(self):
        """Since people last heard; since the project began, where they heard nothing."""
        since = self.project.last_told_on or timezone.localdate(self.project.started_at)
        return max(0, (self.today - since).days)

    @property
    def is_due(self):
        """The rhythm has passed: the leads are told first."""
        due = self.project.update_due_on
        return bool(due and self.project.is_active and self.today > due)

    @property
    def is_long_due(self):
        """Half a rhythm more has passed: now everyone in the team may know."""
        half = timedelta(days=(self.project.rhythm_days or 0) // 2)
        return self.is_due and self.today > self.project.update_due_on + half

    @property
    def in_words(self):
        if self.project.last_told_on is None:
            return _("There has been no update yet.")
        if self.project.last_told_by_summary:
            return self.summary_in_words
        if not self.days:
            return _("The last update was sent today.")
        said = ngettext(
            "The last update was %(num)s day ago.", "The last update was %(num)s days ago.",
            self.days,
        )  # fmt: skip
        return said % {"num": self.days}

    @property
    def summary_in_words(self):
        if not self.days:
            return _("The team got the summary of a meeting today.")
        said = ngettext(
            "The team got the summary of a meeting %(num)s day ago.",
            "The team got the summary of a meeting %(num)s days ago.",
            self.days,
        )
        return said % {"num": self.days}

    @property
    def silence(self):
        """“No update for 41 days”: said when one is due."""
        if self.project.last_told_on is None:
            return _("No update yet")
        if self.project.last_told_by_summary:
            said = ngettext(
                "No update and no summary of a meeting for %(num)s day",
                "No update and no summary of a meeting for %(num)s days",
                self.days,
            )
            return said % {"num": self.days}
        said = ngettext("No update for %(num)s day", "No update for %(num)s days", self.days)
        return said % {"num": self.days}
