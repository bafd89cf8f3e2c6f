"""What a meeting talks about, point by point; what was said, and what came of it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.checklist.models import ChecklistItem
from projects.conversation.models.meetings import SOMEONE, Meeting
from projects.decisions.models import Decision
from projects.ideas.models import Idea
from projects.models import Hand, InProject, Membership, Part, Project, said_by
from projects.plan.models import Action


class AgendaPointQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(meeting__project__in=Project.objects.visible_to(user))

    def in_order(self):
        """What there is time for, in its order."""
        return self.filter(is_parked=False).order_by("position", "pk")

    def parked(self):
        return self.filter(is_parked=True).order_by("pk")

    def ready_to_draw(self):
        """With who brought each and what it is about, in a fixed number of queries."""
        hands = models.Prefetch("hand", Hand.objects.with_people())
        about = (*AgendaPoint.ABOUT, "parked__meeting")
        return self.select_related("added_by", "member", *about).prefetch_related(hands)


class AgendaPoint(InProject):
    """One thing to talk about: in a member's own words, or from what is open in the project."""

    activity_kind = "talk"
    ABOUT = ("item", "decision", "action", "idea", "part", "parked")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="points")
    title = models.CharField(_("what to talk about"), max_length=300)
    minutes = models.PositiveSmallIntegerField(_("how many minutes"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    member = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="+")
    """Whose place in the team it comes from; nobody for a group and for what was open."""
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    item = models.ForeignKey(
        ChecklistItem, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decision = models.ForeignKey(Decision, models.SET_NULL, null=True, blank=True, related_name="+")
    action = models.ForeignKey(Action, models.SET_NULL, null=True, blank=True, related_name="+")
    idea = models.ForeignKey(Idea, models.SET_NULL, null=True, blank=True, related_name="+")
    part = models.ForeignKey(Part, models.SET_NULL, null=True, blank=True, related_name="+")
    parked = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="again")
    """The point of an earlier meeting that had no time for it."""
    is_suggested = models.BooleanField(default=False)
    """Ticked among what is open, and in nobody's own words."""
    said = models.TextField(_("what was said"), blank=True)
    is_parked = models.BooleanField(default=False)
    """There was no time for it."""
    added_at = models.DateTimeField(default=timezone.now)

    objects = AgendaPointQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="a_point_says_what"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{self.meeting.get_absolute_url()}#point-{self.pk}"

    # Making the agenda

    @classmethod
    def add(cls, meeting, *, by, title, minutes=None, is_parked=False):
        """A member's point, last on the agenda. The same again is the one there is.

        Raises NotPlanned.
        """
        with meeting.project.changing():
            meeting.still_planned()
            hand = Hand.writing_in(meeting.project)
            if already := meeting.points.filter(title=title, added_by=by, hand=hand).first():
                return already
            place = None if hand and hand.is_group else meeting.project.membership_of(by)
            point = cls.objects.create(
                meeting=meeting,
                title=title,
                minutes=minutes,
                added_by=by,
                member=place if place and place.pk else None,
                hand=hand,
                position=last_of(meeting) + 1,
                is_parked=is_parked,
            )
            point.note_down(by, gettext_noop("added to the agenda:"))
            return point

    @classmethod
    def choose(cls, meeting, chosen, *, by):
        """Put what is open on the agenda: `chosen` is `[{"title": …, "decision": …}]`.

        What stands there already is not put there twice. Raises NotPlanned.
        """
        with meeting.project.changing():
            meeting.still_planned()
            new = [about for about in chosen if not meeting.points.filter(**about).exists()]
            if not new:
                return []
            last = last_of(meeting)
            points = cls.objects.bulk_create(
                cls(meeting=meeting, added_by=by, is_suggested=True, position=last + n, **about)
                for n, about in enumerate(new, start=1)
            )
            meeting.note_down(by, gettext_noop("chose points for the agenda of"))
            return points

    def change(self, *, by, opened_at=None, **details):
        """Reword it, or say how long. Raises ChangedMeanwhile, NotPlanned and DoesNotExist."""
        with self.project.changing():
            self.meeting.still_planned()
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            self.note_down(by, gettext_noop("changed on the agenda:"), saving=changed)

    def move(self, steps):
        """Up (-1) or down (1) on the agenda. How it is ordered is no news: it has no line."""
        with self.project.changing():
            self.meeting.still_planned()
            order = list(self.meeting.points.in_order())
            if self not in order:
                raise AgendaPoint.DoesNotExist
            at = order.index(self)
            order.insert(max(at + steps, 0), order.pop(at))
            for position, point in enumerate(order, start=1):
                point.position = position
            AgendaPoint.objects.bulk_update(order, ["position"])

    def take_away(self, *, by):
        """Off the agenda, while nothing was written under it. Raises NotPlanned, DoesNotExist.

        What something was written under stays: then nothing happens, and the answer is False.
        """
        with self.project.changing():
            self.meeting.still_planned()
            self.refresh_from_db()
            if self.said or self.captured.exists():
                return False
            self.note_down(by, gettext_noop("took off the agenda:"))
            self.delete()
            return True

    # In the room

    def say(self, *, by, opened_at, said):
        """What was said about it. Raises ChangedMeanwhile and NotPlanned."""
        with self.project.changing():
            self.meeting.still_planned()
            self.refresh_from_db()
            if self.said == said:
                return
            self.is_still(opened_at)
            self.said = said
            what = gettext_noop("wrote down what was said about")
            self.note_down(by, what, saving=["said"])

    def park(self, is_parked, *, by):
        """There is no time for it now (True), or there is after all (False)."""
        with self.project.changing():
            self.meeting.still_planned()
            self.refresh_from_db()
            if self.is_parked == is_parked:
                return
            self.is_parked = is_parked
            what = gettext_noop("left for another time:")
            if not is_parked:
                self.position = last_of(self.meeting) + 1
                what = gettext_noop("took up after all:")
            self.note_down(by, what, saving=["is_parked", "position"])

    def note_down(self, by, what, *, saving=()):
        self.project.record(by, what, self, saving=saving)

    # Asking about it

    @property
    def project(self):
        return self.meeting.project

    @property
    def about(self):
        """What of the project it is about, or None."""
        return next((one for name in self.ABOUT if (one := getattr(self, name))), None)

    def said_by(self, display):
        """Who brought it, in words; "" for what somebody ticked."""
        if self.is_suggested:
            return ""
        return said_by(self.added_by, self.hand, easy=display.is_easy)

    @property
    def from_whom(self):
        """What they bring, for paper: “a carer”; "" for what somebody ticked."""
        if self.is_suggested:
            return ""
        if self.hand and self.hand.is_group:
            return self.hand.group_in_words
        return str(SOMEONE[self.member.perspective]) if self.member else ""


def last_of(meeting):
    return meeting.points.aggregate(last=models.Max("position"))["last"] or 0


class Captured(models.Model):
    """A decision, an action or an idea that was written down in the room, under its point."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="captured")
    point = models.ForeignKey(AgendaPoint, models.CASCADE, related_name="captured")
    decision = models.ForeignKey(
        Decision, models.CASCADE, null=True, blank=True, related_name="captured"
    )
    action = models.ForeignKey(
        Action, models.CASCADE, null=True, blank=True, related_name="captured"
    )
    idea = models.ForeignKey(Idea, models.CASCADE, null=True, blank=True, related_name="captured")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(decision__isnull=False, action=None, idea=None)
                    | Q(decision=None, action__isnull=False, idea=None)
                    | Q(decision=None, action=None, idea__isnull=False)
                ),
                name="one_thing_captured",
            ),
            *(
                models.UniqueConstraint(fields=["meeting", name], name=f"captured_{name}_once")
                for name in ("decision", "action", "idea")
            ),
        ]

    def __str__(self):
        return str(self.thing)

    @property
    def thing(self):
        return self.decision or self.action or self.idea

    @classmethod
    def write_down_decision(cls, point, *, by, status, **details):
        """A decision or a proposal, as it is said. Raises NotPlanned."""
        about = {
            "by_whom": str(_("The team, at its meeting")),
            "where": Decision.Where.INSIDE,
            "decided": day_of(point.meeting) if status == Decision.Status.AGREED else "",
        }
        return cls.write_down(
            point,
            by,
            decision=lambda project: Decision.record(
                project, by=by, status=status, **about, **details
            ),
        )

    @classmethod
    def write_down_action(cls, point, *, by, **details):
        """Who does what by when; its owner hears of it. Raises NotPlanned."""
        return cls.write_down(
            point, by, action=lambda project: Action.add(project, by=by, **details)
        )

    @classmethod
    def write_down_idea(cls, point, *, by, text, member=None):
        """An idea of a member, of the one who writes (their own place), or of people in the room.

        Whose hands wrote it stands beside it. Raises NotPlanned.
        """

        def give(project):
            if member and member.user == by:
                return Idea.give(project, by=by, text=text)
            if member:
                hand, whose = Hand.record_for(member, by=by), member.user
            else:
                people = {"group": str(_("People at a meeting")), "met": day_of(point.meeting)}
                hand, whose = Hand.record_group(project, by=by, **people), by
            with hand.writing():
                return Idea.give(project, by=whose, text=text)

        return cls.write_down(point, by, idea=give)

    @classmethod
    def write_down(cls, point, by, **making):
        [(name, make)] = making.items()
        meeting, project = point.meeting, point.meeting.project
        with project.changing():
            meeting.still_planned()
            made = make(project)
            row = meeting.captured.filter(**{name: made}).first()
            return row or cls.objects.create(meeting=meeting, point=point, by=by, **{name: made})


def day_of(meeting):
    return timezone.localdate(meeting.starts_at).isoformat()
