"""What someone would like to see, in their own words, and what became of it."""

from datetime import timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.ideas import emails
from projects.ideas.models.questions import OpenQuestion
from projects.ideas.models.sessions import Session
from projects.ideas.models.themes import Theme
from projects.models import ChangedMeanwhile, Hand, InProjectQuerySet, Project, Shared, said_by
from stages.models import Sharing

SHORT = 90
"""Letters of an idea that stand for it in a line."""
A_WEEK = timedelta(weeks=1)
"""Who waits so long at the door waits too long."""
LONG_AGO = timedelta(weeks=4)
"""Who gave an idea so long ago has waited long for an answer."""


class AnsweredAlready(Exception):
    """Somebody let it in or said no a moment ago; `.idea` is as it is now."""

    def __init__(self, idea):
        super().__init__(str(idea.pk))
        self.idea = idea


class IdeaQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        """What the team can read. What waits is for its reader, through the project alone."""
        return self.shown().filter(project__in=Project.objects.visible_to(user))

    def shown(self):
        return self.filter(door=Idea.Door.SHOWN)

    def waiting(self):
        """Oldest first: who has waited longest is answered first."""
        return self.filter(door=Idea.Door.WAITING).order_by("pk")

    def for_reader(self, membership):
        """What this member may read at the door: leads all, others what they are the reader of."""
        if membership.role == membership.Role.LEAD:
            return self.waiting()
        if membership.role == membership.Role.OBSERVER:
            return self.none()
        return self.waiting().filter(question__reader=membership.pk)

    def too_long(self):
        return self.filter(given_on__lte=timezone.localdate() - A_WEEK)

    def unanswered(self):
        """Nobody has said yet what becomes of it."""
        return self.filter(status__in=Idea.UNANSWERED)

    def given_long_ago(self):
        return self.filter(given_on__lte=timezone.localdate() - LONG_AGO)

    def by_theme(self):
        """What is under no theme yet first, then theme by theme; the newest first in each."""
        return self.order_by(F("theme__position").asc(nulls_first=True), "theme", "-pk")

    def ready_to_draw(self):
        """With all that a row shows, in a fixed number of queries."""
        hands = models.Prefetch("hand", Hand.objects.with_people())
        return self.select_related("theme", "session", "given_by", "question").prefetch_related(
            hands
        )

    def wanted_by(self, person):
        """Each with `is_wanted`: whether this person said “me too”."""
        me_toos = self.model.me_toos.rel.related_model.objects
        mine = me_toos.filter(idea=OuterRef("pk"), by=person)
        return self.annotate(is_wanted=Exists(mine))


class Idea(Shared):
    """What someone would like to see, in their own words: never edited, never merged."""

    class Way(models.TextChoices):
        MEMBER = "member", _("From the team")
        PUBLIC = "public", _("From the public page")
        SESSION = "session", _("From a session")
        PAPER = "paper", _("On paper")
        RECORD = "record", _("From an earlier record")

    class Door(models.TextChoices):
        SHOWN = "shown", _("The team can read it")
        WAITING = "waiting", _("Waits to be read")
        REFUSED = "refused", _("Not taken in")

    class Status(models.TextChoices):
        NEW = "new", _("New")
        LOOKING = "looking", _("Being looked at")
        USED = "used", _("Used")
        PARTLY = "partly", _("Partly used")
        NOT_USED = "not_used", _("Not used, because…")

    NEEDS_WHY = (Status.PARTLY, Status.NOT_USED)
    UNANSWERED = (Status.NEW, Status.LOOKING)
    activity_kind = "idea"

    project = models.ForeignKey(Project, models.CASCADE, related_name="ideas")
    text = models.TextField(_("the idea"))
    way = models.CharField(max_length=7, choices=Way.choices)
    came_from = models.CharField(_("where it came from"), max_length=300, blank=True)
    """A group, an event or a paper; never a person's name."""
    question = models.ForeignKey(
        OpenQuestion, models.SET_NULL, null=True, blank=True, related_name="ideas"
    )
    session = models.ForeignKey(
        Session, models.CASCADE, null=True, blank=True, related_name="ideas"
    )
    theme = models.ForeignKey(Theme, models.SET_NULL, null=True, blank=True, related_name="ideas")
    given_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    """A member, for their own ideas; nobody for all others."""
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    written_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it for people in a session or on paper."""
    given_on = models.DateField(default=timezone.localdate)
    """A day and no more: a time could tell who it was."""
    door = models.CharField(max_length=7, choices=Door.choices, default=Door.SHOWN)
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    checked_on = models.DateField(null=True, blank=True)
    refused_because = models.TextField(_("why it is not taken in"), blank=True)
    status = models.CharField(
        _("what became of it"), max_length=8, choices=Status.choices, default=Status.NEW
    )
    because = models.TextField(_("why"), blank=True)
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)

    objects = IdeaQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="an_idea_says_something"),
            models.CheckConstraint(
                condition=~Q(status__in=["partly", "not_used"], because=""),
                name="not_used_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(door="refused", refused_because=""), name="refused_says_why"
            ),
        ]
        indexes = [
            models.Index(fields=["project", "door", "status"], name="ideas_by_status"),
            models.Index(fields=["project", "theme"], name="ideas_by_theme"),
        ]

    @property
    def said_on(self):
        """The day it was given; nobody knows that of one from a record that was kept elsewhere."""
        return None if self.way == self.Way.RECORD else self.given_on

    def __str__(self):
        one_line = " ".join(self.text.split())
        return one_line if len(one_line) <= SHORT else f"{one_line[: SHORT - 1].rstrip()}…"

    def get_absolute_url(self):
        return reverse("ideas:detail", args=[self.project_id, self.pk])

    # Giving it

    @classmethod
    def give(cls, project, *, by, text, question=None, theme=None):
        """A member's own idea. The same words again from the same person are the one there is."""
        hand = Hand.writing_in(project)
        with project.changing():
            same = project.ideas.filter(given_by=by, hand=hand, text=text, question=question)
            if already := same.first():
                return already
            idea = cls.objects.create(
                project=project,
                text=text,
                way=cls.Way.MEMBER,
                question=question,
                theme=theme,
                given_by=by,
                hand=hand,
            )
            project.record(by, gettext_noop("gave the idea"), idea)
            emails.given(idea, by=by)
            return idea

    @classmethod
    def write_down(cls, session, said, *, by):
        """What was said in a session or stood on forms: the rows of its grid. Nobody is named.

        `said` is `[{"text": …, "theme": …}]`. The session's verbs call it inside `changing()`
        and record one line for all of them, so that two hundred forms are not two hundred lines.
        """
        project = session.project
        rows = [
            cls(
                project=project,
                version=project.version,
                way=session.way,
                question=session.question,
                session=session,
                written_by=by,
                **details,
            )
            for details in said
        ]
        cls.objects.bulk_create(rows)

    @classmethod
    def bring(cls, project, *, by, text, came_from="", theme=None):
        """From a record that was kept elsewhere: `came_from` says whose it was, as a group."""
        with project.changing():
            idea = cls.objects.create(
                project=project,
                text=text,
                way=cls.Way.RECORD,
                came_from=came_from,
                theme=theme,
                written_by=by,
            )
            project.record(by, gettext_noop("brought from a record the idea"), idea)
            return idea

    @classmethod
    def receive(cls, question, *, text, came_from="", way=Way.PUBLIC):
        """From anyone, with no account: it waits for the reader and is in no list until then.

        Nothing is kept of who sent it; `Giver` holds what they chose to leave. No line of
        activity: nobody of the team has done anything yet.
        """
        with question.project.changing():
            idea = cls.objects.create(
                project=question.project,
                text=text,
                way=way,
                came_from=came_from,
                question=question,
                door=cls.Door.WAITING,
            )
            emails.waits(idea)
            return idea

    @classmethod
    def bring_in(cls, project, *, by, text, came_from, given_on):
        """What someone outside gave to the organisation; who may answer them brings it here."""
        with project.changing():
            idea = cls.objects.create(
                project=project,
                text=text,
                way=cls.Way.PUBLIC,
                came_from=came_from,
                given_on=given_on,
                checked_by=by,
            )
            project.record(by, gettext_noop("brought to the team the idea"), idea)
            emails.brought_in(idea, by=by)
            return idea

    def let_in(self, *, by):
        """Everyone in the team can read it now. Raises AnsweredAlready."""
        self.answer_at_door(self.Door.SHOWN, by=by, what=gettext_noop("let in the idea"))

    def refuse(self, *, by, because):
        """It is not taken in, and whoever follows it reads why. Raises AnsweredAlready.

        The activity says that it happened, not what it said.
        """
        self.answer_at_door(
            self.Door.REFUSED, by=by, what=gettext_noop("did not take in an idea"), because=because
        )

    def answer_at_door(self, state, *, by, what, because=""):
        with self.project.changing():
            self.refresh_from_db()
            if self.door != self.Door.WAITING:
                raise AnsweredAlready(self)
            self.door, self.checked_by, self.refused_because = state, by, because
            self.checked_on = timezone.localdate()
            changed = ["door", "checked_by", "checked_on", "refused_because"]
            self.save(update_fields=changed)
            is_shown = state == self.Door.SHOWN
            self.project.record(by, what, self if is_shown else self.project)
            emails.checked(self)

    # What becomes of it

    def put_under(self, theme, *, by):
        """Under this theme, or under none. Where it is already, nothing changes."""
        with self.project.changing():
            self.refresh_from_db()
            if self.theme == theme:
                return
            self.theme = theme
            what = (
                gettext_noop("put under a theme the idea")
                if theme
                else gettext_noop("took from its theme the idea")
            )
            note = theme.name if theme else ""
            self.project.record(by, what, self, saving=["theme"], note=note)

    def becomes(self, status, *, by, because="", after=None):
        """What became of it, with the reason: everyone behind it hears. The same changes nothing.

        `after` is the number of the last outcome that the person has read, 0 for none. Raises
        ChangedMeanwhile when there is a newer one, ValueError without a reason where one is
        needed (`NEEDS_WHY`).
        """
        if status in self.NEEDS_WHY and not because.strip():
            raise ValueError(f"{status} needs a reason")
        with self.project.changing():
            self.refresh_from_db()
            if (self.status, self.because) == (status, because):
                return
            if after is not None and after != self.last_outcome:
                raise ChangedMeanwhile(self)
            self.status, self.because = status, because
            self.outcomes.create(status=status, because=because, by=by)
            what = self.SAID[self.Status(status)]
            self.project.record(by, what, self, saving=["status", "because"], note=because)
            emails.became(self, by=by)

    SAID = {
        Status.NEW: gettext_noop("put back to the new ideas:"),
        Status.LOOKING: gettext_noop("looks at the idea"),
        Status.USED: gettext_noop("used the idea"),
        Status.PARTLY: gettext_noop("used part of the idea"),
        Status.NOT_USED: gettext_noop("did not use the idea"),
    }

    SAID_OF_SHARING = {
        Sharing.PUBLIC: gettext_noop("lets anyone read the idea"),
        Sharing.TEAM: gettext_noop("keeps in the team the idea"),
    }

    def me_too(self, *, by):
        """This member wants the same. It is never counted on a page; they hear what becomes."""
        with self.project.changing():
            self.me_toos.get_or_create(by=by)

    def not_me(self, *, by):
        """They do not want it any more. Without a me-too nothing changes."""
        with self.project.changing():
            self.me_toos.filter(by=by).delete()

    # Asking about it

    @property
    def last_outcome(self):
        """The number of the newest step of what became of it; 0 before the first."""
        return self.outcomes.aggregate(last=models.Max("pk"))["last"] or 0

    @property
    def is_unanswered(self):
        return self.status in self.UNANSWERED

    @property
    def is_shown(self):
        return self.door == self.Door.SHOWN

    @property
    def is_waiting(self):
        return self.door == self.Door.WAITING

    @property
    def is_refused(self):
        return self.door == self.Door.REFUSED

    def said_by(self, display):
        """Whose it is, in words: a member, a session's community, or where it came from."""
        if self.given_by:
            return said_by(self.given_by, self.hand, easy=display.is_easy)
        if self.session:
            return self.session.community
        return self.came_from or self.get_way_display()
