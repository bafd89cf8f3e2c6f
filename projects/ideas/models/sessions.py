"""Where people were asked in person, and what they said there."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.ideas.sessions import emails
from projects.models import AffectedGroup, InProject, InProjectQuerySet, Membership, Project
from projects.models.hands import FEW
from stages.models import Sharing, Stage
from ui.dates import check_partial_date


class SessionQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))

    def have_news(self):
        """Something happened to what these people said: there is more to bring back to them."""
        self.update(moves=models.F("moves") + 1, moved_on=timezone.localdate())

    def with_news(self):
        """Each with `has_news`: something that the last answer they got did not hold."""
        from projects.ideas.models.outcomes import Outcome  # an idea knows its session

        told = Outcome.objects.filter(idea__session=models.OuterRef("pk"))
        said = models.Exists(told.filter(pk__gt=models.OuterRef("answered_up_to")))
        known = {"moved_on__isnull": False, "answered_on__isnull": False}
        moved = models.Q(**known, moved_on__gt=models.F("answered_on"))
        moved |= models.Q(moves__gt=models.F("answered_moves"))
        return self.annotate(has_news=models.Q(said) | moved)


class Session(InProject):
    """People met somewhere and said what they think. One facilitator wrote it down in one go.

    The people in the room are not members, and are never named.
    """

    class Way(models.TextChoices):
        MET = "session", _("We met")
        PAPER = "paper", _("On paper forms")

    activity_kind = "idea"
    sharing = Sharing.TEAM

    project = models.ForeignKey(Project, models.CASCADE, related_name="sessions")
    question = models.ForeignKey(
        "ideas.OpenQuestion", models.SET_NULL, null=True, blank=True, related_name="sessions"
    )
    way = models.CharField(max_length=7, choices=Way.choices, default=Way.MET)
    """People met, or several paper forms that somebody typed in together."""
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
    """The day on which the group got its answer the last time."""
    answered_by = models.CharField(_("who gave it back"), max_length=200, blank=True)
    answered_up_to = models.PositiveBigIntegerField(default=0)
    """The number of the last outcome that answer could hold; what came later is news to them."""
    moves = models.PositiveIntegerField(default=0)
    """How often something happened to what they said; how much of it their last answer held."""
    answered_moves = models.PositiveIntegerField(default=0)
    moved_on = models.DateField(null=True, blank=True)
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
            note = number_in_words(len(ideas))
            project.record(by, gettext_noop("wrote down a session with"), session, note=note)
            Idea.write_down(session, ideas, by=by)
            emails.recorded(session, len(ideas), by=by)
            return session

    def change(self, *, by, opened_at=None, **details):
        """Correct where, who, when and how many. What was said stays as it was said.

        Its ideas answer the question that it answers. The same again changes nothing. Raises
        ChangedMeanwhile if it is not at version `opened_at`.
        """
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            what = gettext_noop("corrected what is written of a session with")
            self.project.record(by, what, self, saving=changed)
            if "question" in changed:
                self.ideas.update(question=self.question)

    def add(self, ideas, *, by, after=None):
        """Write down more of what was said. `after` is the last idea when the form was opened.

        The same ideas, sent again from that form, are those that are there.
        """
        from projects.ideas.models.ideas import Idea

        with self.project.changing():
            texts = sorted(said["text"] for said in ideas)
            if after is not None:
                since = self.ideas.filter(pk__gt=after, written_by=by)
                if sorted(since.values_list("text", flat=True)) == texts:
                    return
            what = gettext_noop("wrote down more of what was said by")
            self.project.record(by, what, self, note=number_in_words(len(ideas)))
            Idea.write_down(self, ideas, by=by)
            emails.recorded(self, len(ideas), by=by)

    def give_back(self, *, by, on, who, up_to, moves=None):
        """The group has got its answer: on that day, from whom. The same again changes nothing.

        `up_to` is the number of the last outcome that was there to print, and `moves` how much
        had happened by then: None for all of it. What is younger than the day itself cannot have
        been in it.
        """
        from projects.ideas.models.outcomes import Outcome

        with self.project.changing():
            self.refresh_from_db()
            known = Outcome.objects.filter(idea__session=self, pk__lte=up_to, at__date__lte=on)
            last = known.aggregate(last=models.Max("pk"))["last"] or 0
            given = {"answered_on": on, "answered_by": who, "answered_up_to": last}
            given["answered_moves"] = (
                self.moves if moves is None else max(0, min(moves, self.moves))
            )
            changed = [name for name in given if getattr(self, name) != given[name]]
            if not changed:
                return
            for name in changed:
                setattr(self, name, given[name])
            what = gettext_noop("brought the answer back to")
            beat = Stage.KEEP_THE_CONVERSATION_GOING
            self.project.record(by, what, self, saving=changed, beat=beat)

    # Asking about it

    @property
    def is_paper(self):
        return self.way == self.Way.PAPER

    @property
    def points(self):
        return [line.strip() for line in self.main_points.splitlines() if line.strip()]

    @property
    def are_few(self):
        """So few that how many is said nowhere, nor anything else about the number."""
        return self.how_many is not None and self.how_many < FEW

    @property
    def people_in_words(self):
        """“12 people”, “fewer than 5 people”, or what is known instead of a number."""
        if self.how_many is None:
            return self.how_many_note
        if self.are_few:
            return gettext("fewer than %(num)s people") % {"num": FEW}
        said = ngettext("%(num)s person", "%(num)s people", self.how_many)
        return said % {"num": self.how_many}

    @property
    def breakdown_in_words(self):
        """Who was there, as far as somebody counted: nothing that anyone could be found by.

        Numbers stand only where none of them is small, nor what is left of the whole.
        """
        names = dict(Membership.Perspective.choices)
        may_stand = self.breakdown_may_stand
        return [
            f"{names.get(key, key)}: {number}" if may_stand else str(names.get(key, key))
            for key, number in self.counted.items()
        ]

    @property
    def breakdown_may_stand(self):
        """Whether its numbers give nobody away."""
        numbers = self.counted.values()
        rest = 0 if self.how_many is None else self.how_many - sum(numbers)
        return all(number >= FEW for number in numbers) and not 0 < rest < FEW

    @property
    def counted(self):
        return {key: number for key, number in self.breakdown.items() if number}


def number_in_words(number):
    return ngettext("%(num)s idea", "%(num)s ideas", number) % {"num": number}
