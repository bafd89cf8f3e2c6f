"""Who does what by when, and the decision that it comes from."""

import calendar
from copy import copy
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.decisions.models import Decision
from projects.models import Hand, InProjectQuerySet, Membership, Project, Shared, said_by
from projects.plan import emails
from stages.models import Sharing, Stage
from ui.dates import check_partial_date


class NotOpen(Exception):
    """It is done or stopped already; `.action` is as it is now."""

    def __init__(self, action):
        super().__init__(str(action.pk))
        self.action = action


class HasOwner(Exception):
    """Somebody else sees to it already; `.action` is as it is now."""

    def __init__(self, action):
        super().__init__(str(action.pk))
        self.action = action


class ActionQuerySet(InProjectQuerySet):
    def open(self):
        """What is still to be done: the soonest day first, what has none last."""
        soonest = F("due_on").asc(nulls_last=True)
        return self.filter(state__in=Action.OPEN).order_by(soonest, "pk")

    def overdue(self):
        return self.open().filter(due_on__lt=timezone.localdate())

    def stopped(self):
        return self.filter(state=Action.State.STOPPED)

    def without_owner(self):
        """Open, and nobody sees to it: no member, no body, or a member who has left."""
        left = Q(owner__left_on__isnull=False)
        return self.open().filter(Q(owner=None, body="") | left)

    def with_people(self):
        return self.select_related("owner__user", "decision")

    def done(self):
        return self.filter(state=Action.State.DONE)


class Action(Shared):
    """One thing to do, by a member or a body, so that a decision becomes a change."""

    class State(models.TextChoices):
        TO_DO = "to_do", _("To do")
        DOING = "doing", _("Begun")
        DONE = "done", _("Done")
        STOPPED = "stopped", _("Not doing it, because…")

    OPEN = (State.TO_DO, State.DOING)
    activity_kind = "plan"

    project = models.ForeignKey(Project, models.CASCADE, related_name="actions")
    what = models.CharField(_("what"), max_length=300)
    owner = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="actions"
    )
    """The member who sees to it; None where a body does, or nobody yet."""
    body = models.CharField(_("another team or body"), max_length=200, blank=True)
    due = models.CharField(_("by when"), max_length=24, blank=True, validators=[check_partial_date])
    """A year, a month or a day, as `ui.dates` keeps them."""
    due_on = models.DateField(null=True, blank=True, editable=False)
    """The last day of `due`, written by the verbs: the day after, it is late."""
    state = models.CharField(max_length=7, choices=State.choices, default=State.TO_DO)
    because = models.TextField(_("why not"), blank=True)
    note = models.TextField(_("what else to know"), blank=True)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="actions"
    )
    """Where it comes from."""
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)
    done_on = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it, when that was not the one who added it."""
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="an_action_says_what"),
            models.CheckConstraint(
                condition=Q(owner=None) | Q(body=""), name="one_owner_of_an_action"
            ),
            models.CheckConstraint(
                condition=~Q(state="stopped") | ~Q(because=""), name="a_stopped_action_says_why"
            ),
        ]
        indexes = [models.Index(fields=["project", "state", "due_on"], name="actions_by_day")]

    def __str__(self):
        return self.what

    def get_absolute_url(self):
        return reverse("plan:actions:detail", args=[self.project_id, self.pk])

    @classmethod
    def add(cls, project, *, by, **details):
        """One more thing to do. The same again is the one there is. Its owner hears of it."""
        with project.changing():
            same = project.actions.open().filter(added_by=by, **details)
            if already := same.first():
                return already
            action = cls.objects.create(
                project=project,
                added_by=by,
                hand=Hand.writing_in(project),
                due_on=last_day_of(details.get("due", "")),
                **details,
            )
            action.note_down(by, gettext_noop("planned:"))
            emails.given(action, by=by)
            return action

    def change(self, *, by, opened_at=None, because="", **details):
        """Change what is said of it; `because` is why, where its day was another.

        The same again changes nothing. Its owner hears, and the whole team of another day.
        Raises ChangedMeanwhile when it reads differently from what it was at `opened_at`.
        """
        with self.project.changing():
            self.refresh_from_db()
            changed = [name for name in details if getattr(self, name) != details[name]]
            if not changed:
                return
            self.is_still(opened_at)
            before = copy(self)
            for name in changed:
                setattr(self, name, details[name])
            if "due" in changed:
                self.due_on = last_day_of(self.due)
                changed.append("due_on")
            self.note_down(by, gettext_noop("changed the plan:"), saving=changed, note=because)
            emails.changed(self, before, by=by, because=because)

    def take_on(self, *, by):
        """A member (`by`, a place in the team) sees to it now. Raises NotOpen, HasOwner."""
        with self.project.changing():
            self.refresh_from_db()
            if not self.is_open:
                raise NotOpen(self)
            if self.owner_id == by.pk:
                return
            if not self.is_without_owner:
                raise HasOwner(self)
            self.owner = by
            self.note_down(by.user, gettext_noop("will see to:"), saving=["owner"])

    def begin(self, *, by):
        """Somebody is at it. Begun already, nothing changes. Raises NotOpen."""
        with self.project.changing():
            self.refresh_from_db()
            if not self.is_open:
                raise NotOpen(self)
            if self.state == self.State.TO_DO:
                self.state = self.State.DOING
                self.note_down(by, gettext_noop("said this has begun:"), saving=["state"])

    def finish(self, *, by):
        """It is done; everyone behind an idea of its decision hears. Raises NotOpen if stopped."""
        with self.project.changing():
            self.refresh_from_db()
            if self.state == self.State.DONE:
                return
            if not self.is_open:
                raise NotOpen(self)
            self.state, self.done_on = self.State.DONE, timezone.localdate()
            self.note_down(by, gettext_noop("said this is done:"), saving=["state", "done_on"])
            emails.done(self, by=by)

    def stop(self, *, by, because):
        """It will not be done, and why. Everyone behind its decision hears, then the owner and
        the rest of the team. Raises NotOpen.
        """
        with self.project.changing():
            self.refresh_from_db()
            if self.state == self.State.STOPPED and self.because == because:
                return
            if not self.is_open:
                raise NotOpen(self)
            self.state, self.because = self.State.STOPPED, because
            saving = ["state", "because"]
            self.note_down(by, gettext_noop("will not do:"), saving=saving, note=because)
            emails.stopped(self, by=by)

    def take_up_again(self, *, by):
        """Back to what is to be done: it was not done after all, or is wanted again."""
        with self.project.changing():
            self.refresh_from_db()
            if self.is_open:
                return
            self.state, self.because, self.done_on = self.State.TO_DO, "", None
            saving = ["state", "because", "done_on"]
            self.note_down(by, gettext_noop("took up again:"), saving=saving)
            emails.taken_up_again(self, by=by)

    SAID_OF_SHARING = {
        Sharing.PUBLIC: gettext_noop("lets anyone read what is planned:"),
        Sharing.TEAM: gettext_noop("keeps in the team what is planned:"),
        Sharing.PRIVATE: gettext_noop("keeps private what is planned:"),
    }

    def note_down(self, by, what, *, saving=(), note=""):
        """The line of activity, with the project's figure about actions."""
        if saving:
            self.save(update_fields=saving)
        figures = self.figures_of(self.project)
        beat = Stage.MAKE_THE_CHANGE
        self.project.record(by, what, self, note=note, beat=beat, **figures)

    @classmethod
    def figures_of(cls, project):
        """The soonest day of what is still to be done."""
        soonest = project.actions.open().aggregate(soonest=models.Min("due_on"))
        return {"actions_due_on": soonest["soonest"]}

    @property
    def is_open(self):
        return self.state in self.OPEN

    @property
    def is_done(self):
        return self.state == self.State.DONE

    @property
    def is_stopped(self):
        return self.state == self.State.STOPPED

    @property
    def is_late(self):
        return self.is_open and self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def is_without_owner(self):
        """Nobody sees to it: no member, no body, or a member who has left."""
        return self.owner.left_on is not None if self.owner_id else not self.body

    def may_be_done_by(self, place):
        """Leads say so of anything; a member of what is theirs, or of what is nobody's."""
        if "contribute" not in place.abilities:
            return False
        is_theirs = self.owner_id == place.pk or self.owner_id is None
        return "lead" in place.abilities or (place.pk is not None and is_theirs)

    @property
    def who(self):
        """Who sees to it, in words: a member's name, a body, or nothing."""
        return self.owner.user.name if self.owner_id else self.body

    def who_on_paper(self):
        """The same where it leaves the team: a name only with the consent of who is in it."""
        if self.owner_id and (not self.owner.name_in_summary or self.owner.left_on):
            return gettext("Someone in the team")
        return self.who

    def said_by(self, display):
        return said_by(self.added_by, self.hand, easy=display.is_easy)


def last_day_of(text):
    """The last day of a partial date (“2026”, “2026-03”, “2026-03-31”), or None for none."""
    if not text:
        return None
    year, *rest = (int(number) for number in text.split(" to ")[-1].split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if rest[1:] else calendar.monthrange(year, month)[1])
