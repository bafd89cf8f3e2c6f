"""One thing to do or talk about in a stage, and the group's answer to it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.checklist import emails
from projects.checklist.models.answers import EASY_ANSWERS, Answer
from projects.checklist.models.checklist import ChecklistItemQuerySet
from projects.checklist.models.other_views import OtherView
from projects.models import Hand, InProject, Membership, Project, said_by
from stages.models import Audience, Item, Stage, Weight


class ChecklistItem(InProject):
    """One thing to do or talk about in a stage, and the group's answer to it."""

    activity_kind = "checklist"
    SAID = {
        Answer.NONE: gettext_noop("took back the answer to"),
        Answer.DONE: gettext_noop("ticked"),
        Answer.PARTLY: gettext_noop("said “partly” to"),
        Answer.NOT_YET: gettext_noop("said “not yet” to"),
        Answer.NOT_NEEDED: gettext_noop("said “not needed” to"),
    }

    project = models.ForeignKey(Project, models.CASCADE, related_name="checklist")
    stage = models.CharField(max_length=30, choices=Stage.choices)
    key = models.CharField(max_length=12, blank=True)
    """The guide's ID, or nothing for an item of the team's own."""
    guide_item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="+")
    wording = models.TextField(_("item"))
    help = models.TextField(_("help"), blank=True)
    easy = models.TextField(_("easy read wording"), blank=True)
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.EVERYONE)
    weight = models.CharField(max_length=6, choices=Weight.choices, default=Weight.SHOULD)
    position = models.PositiveSmallIntegerField()
    value = models.CharField(_("answer"), max_length=10, choices=Answer.choices, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    note_hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    left_out = models.BooleanField(default=False)
    left_out_because = models.TextField(_("why it is left out"), blank=True)
    reworded_because = models.TextField(_("why it is reworded"), blank=True)
    given_to = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="items"
    )
    due_on = models.DateField(_("by when"), null=True, blank=True)

    objects = ChecklistItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(value=Answer.NOT_NEEDED, note=""), name="not_needed_says_why"
            ),
        ]
        indexes = [models.Index(fields=["project", "stage"], name="items_of_a_stage")]

    def __str__(self):
        return self.wording

    def get_absolute_url(self):
        stage = reverse("checklist:detail", args=[self.project_id, self.stage])
        return f"{stage}#item-{self.pk}"

    # Changing it

    def answer(self, value, *, by, note=None, opened_at=None):
        """The group's answer. The same answer twice changes nothing and records nothing.

        Without a `note` (one tap) the note that stands there stays, with who wrote it. Each
        answer also stays as a row of `answers`. Raises ChangedMeanwhile if the item is not at
        version `opened_at`; None asks nothing.
        """
        project = self.project
        with project.changing():
            now_there = ["value", "note", "note_by", "note_hand", "version", "left_out"]
            self.refresh_from_db(fields=now_there)
            self.is_still(opened_at)
            note = self.note if note is None else note
            if (value, note) == (self.value, self.note):
                return
            now, hand = timezone.now(), Hand.writing_in(project)
            is_new_note = note != self.note
            if is_new_note:
                self.note_by, self.note_hand = (by, hand) if note else (None, None)
            figures = {
                "items_done": project.items_done + self.counts(value, Answer.DONE),
                "items_needed": project.items_needed - self.counts(value, Answer.NOT_NEEDED),
            }
            self.value, self.note, self.answered_by, self.answered_at = value, note, by, now
            self.answered_hand = hand
            its_note = note if is_new_note else ""
            self.answers.create(value=value, note=its_note, by=by, hand=hand, at=now)
            saving = ["value", "note", "note_by", "note_hand"]
            saving += ["answered_by", "answered_hand", "answered_at"]
            said = self.SAID[Answer(value)]
            project.record(by, said, self, saving=saving, beat=self.stage, **figures)

    def counts(self, value, one):
        """By how much the number of `one` answers changes when this one becomes `value`."""
        return 0 if self.left_out else (value == one) - (self.value == one)

    def see_differently(self, *, by, note=""):
        """A member's own view, or a group's, beside the answer of the team.

        Saying the same again changes nothing.
        """
        with self.project.changing():
            hand = Hand.writing_in(self.project)
            view, is_new = OtherView.say(item=self, by=by, hand=hand, note=note)
            if not is_new:
                return view
            self.read_views_again()
            what = gettext_noop("sees this differently:")
            self.project.record(by, what, self, beat=self.stage)
            emails.seen_differently(self, view)
            return view

    def agree(self, *, by):
        """Withdraw one's own view. Without one, nothing changes."""
        with self.project.changing():
            if self.views.of(by, Hand.writing_in(self.project)).delete()[0]:
                self.read_views_again()
                what = gettext_noop("took back a different view of")
                self.project.record(by, what, self, beat=self.stage)

    @classmethod
    def add(cls, project, stage, wording, *, by, help="", easy=""):
        """An item of the team's own, at the end of its stage; the same again is the one there."""
        with project.changing():
            already = project.checklist.filter(stage=stage, key="", wording=wording).first()
            if already:
                return already
            last = project.checklist.filter(stage=stage).aggregate(last=models.Max("position"))
            item = cls.objects.create(
                project=project,
                stage=stage,
                wording=wording,
                help=help,
                easy=easy,
                position=(last["last"] or 0) + 1,
            )
            needed = project.items_needed + 1
            what = gettext_noop("added the item")
            project.record(by, what, item, beat=stage, items_needed=needed)
            return item

    def reword(self, wording, *, by, because="", easy="", opened_at=None):
        """Say it in the team's own words; the guide's stay readable at `guide_item`."""
        with self.project.changing():
            self.refresh_from_db(fields=["wording", "easy", "reworded_because", "version"])
            self.is_still(opened_at)
            if (wording, easy, because) == (self.wording, self.easy, self.reworded_because):
                return
            if wording != self.wording and easy == self.easy:
                easy = ""  # it still says what the old wording said
            self.wording, self.easy, self.reworded_because = wording, easy, because
            saving = ["wording", "easy", "reworded_because"]
            what = gettext_noop("reworded an item:")
            self.project.record(by, what, self, saving=saving, note=because)

    def leave_out(self, *, by, because=""):
        """Leave it out of this project. A *must* without a reason is named in the portfolio."""
        self.set_left_out(True, by=by, because=because, what=gettext_noop("left out the item"))

    def bring_back(self, *, by):
        self.set_left_out(False, by=by, because="", what=gettext_noop("brought back the item"))

    def set_left_out(self, left_out, *, by, because, what):
        project = self.project
        with project.changing():
            self.refresh_from_db(fields=["value", "left_out", "left_out_because", "version"])
            if (left_out, because) == (self.left_out, self.left_out_because):
                return
            sign = self.left_out - left_out
            bare = project.musts_left_out_bare - self.is_bare_must
            self.left_out, self.left_out_because = left_out, because
            figures = {
                "items_needed": project.items_needed + sign * (self.value != Answer.NOT_NEEDED),
                "items_done": project.items_done + sign * (self.value == Answer.DONE),
                "musts_left_out_bare": bare + self.is_bare_must,
            }
            saving = ["left_out", "left_out_because"]
            project.record(by, what, self, saving=saving, note=because, **figures)

    def give(self, membership, *, by, due_on=None):
        """Ask a member to look at it, with a date or without; None takes it back."""
        with self.project.changing():
            self.refresh_from_db(fields=["given_to", "due_on", "version"])
            if (membership, due_on) == (self.given_to, self.due_on):
                return
            self.given_to, self.due_on = membership, due_on
            what = (
                gettext_noop("gave someone the item")
                if membership
                else gettext_noop("took back the item")
            )
            whom = membership.user.name if membership else ""
            self.project.record(by, what, self, saving=["given_to", "due_on"], note=whom)
            if membership:
                emails.given(self, by=by)

    # Asking about it

    @property
    def is_done(self):
        return self.value == Answer.DONE

    @property
    def is_settled(self):
        """Nothing is left to do: done, or not needed."""
        return self.value in (Answer.DONE, Answer.NOT_NEEDED)

    @property
    def is_own(self):
        """True for an item the team added itself."""
        return not self.key

    @property
    def is_must(self):
        return self.weight == Weight.MUST

    @property
    def is_bare_must(self):
        """A *must* that is left out with no reason."""
        return self.is_must and self.left_out and not self.left_out_because

    @property
    def is_reworded(self):
        return self.guide_item is not None and self.wording != self.guide_item.wording

    @property
    def has_gone_by(self):
        """Given to someone for a date that is past, and still open."""
        return bool(self.due_on and self.due_on < timezone.localdate() and not self.is_settled)

    def words(self, display):
        """The wording for this reader. A team's own words stand for both."""
        return self.easy if display.is_easy and self.easy else self.wording

    def answer_in_words(self, display):
        answer = Answer(self.value)
        return EASY_ANSWERS[answer] if display.is_easy else answer.label

    def view_of(self, user, hand=None):
        """The different view of the person, or of whom they write for with `hand`; else None."""
        return next((view for view in self.other_views if view.is_of(user, hand)), None)

    def answer_said_by(self, display):
        return said_by(self.answered_by, self.answered_hand, easy=display.is_easy)

    def note_said_by(self, display):
        return said_by(self.note_by, self.note_hand, easy=display.is_easy)

    @property
    def note_is_anothers(self):
        """The note is not from the one who gave the answer beside it."""
        pair = (self.note_by_id, self.note_hand_id)
        return pair != (self.answered_by_id, self.answered_hand_id) or not self.value

    @cached_property
    def other_views(self):
        """Who sees it differently, read once; `ready_to_draw` brings those of a whole list."""
        return list(self.views.with_perspectives())

    def read_views_again(self):
        self.__dict__.pop("other_views", None)

    @property
    def difference(self):
        """Who sees it differently: "lived", "staff", "both", "other" or nothing.

        A finding to talk about, never a vote: it does not say how many.
        """
        perspectives = {view.perspective for view in self.other_views}
        lived = bool(perspectives & set(Membership.LIVED))
        staff = Membership.Perspective.STAFF in perspectives
        if lived and staff:
            return "both"
        return "lived" if lived else "staff" if staff else "other" if perspectives else ""
