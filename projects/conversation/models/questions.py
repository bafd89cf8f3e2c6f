"""What someone asks the team: a member, or anyone from the public page; and that it is answered."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.conversation import emails
from projects.models import Hand, InProject, Membership, Project, said_by
from stages.models import Sharing, Stage

LONG = timedelta(days=14)
"""Then the leads are told that someone waits."""


class AskedQuestionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What a team may read, to those inside; what is on a public page, to anyone."""
        on_public_page = ON_PUBLIC_PAGE & may_stand()
        inside = Q(project__in=Project.objects.visible_to(user))
        leads = Membership.objects.here().leads().filter(user=user.pk).values("project")
        told = Q(state__in=AskedQuestion.TOLD)
        theirs = Q(project__in=leads) | Q(for_whom__user=user.pk, for_whom__left_on=None)
        own = Q(asked_by=user.pk)
        from_inside = Q(from_outside=False) & ~Q(state=AskedQuestion.State.NOT_TAKEN)
        return self.filter((inside & (told | theirs | own | from_inside)) | on_public_page)

    def for_reader(self, membership):
        """Those that this member may read: what came from outside is first for who answers it."""
        if membership.role == Membership.Role.LEAD:
            return self
        shown = Q(state__in=AskedQuestion.TOLD)
        shown |= Q(from_outside=False) & ~Q(state=AskedQuestion.State.NOT_TAKEN)
        if membership.pk:
            shown |= Q(for_whom=membership) | Q(asked_by=membership.user)
        return self.filter(shown)

    def public(self):
        return self.filter(ON_PUBLIC_PAGE & may_stand()).order_by("-answered_day", "-pk")

    def waiting(self):
        """Nobody has said anything yet; the longest first."""
        return self.filter(state=AskedQuestion.State.WAITING).order_by("asked_on", "pk")

    def open_to_the_team(self):
        """Those without a full answer that the whole team may read; the longest first."""
        theirs = Q(state=AskedQuestion.State.WAITING, from_outside=False)
        unknown = Q(state=AskedQuestion.State.UNKNOWN)
        return self.filter(theirs | unknown).order_by("asked_on", "pk")

    def unknown(self):
        """Someone said when there will be an answer; the soonest first."""
        return self.filter(state=AskedQuestion.State.UNKNOWN).order_by("by_when", "pk")

    def answered(self):
        found = self.filter(state=AskedQuestion.State.ANSWERED)
        return found.order_by(models.F("answered_day").desc(nulls_last=True), "-pk")

    def too_long(self):
        """Those that wait for two weeks, and those whose promised day is past."""
        today = timezone.localdate()
        waits = Q(state=AskedQuestion.State.WAITING, asked_on__lte=today - LONG)
        return self.filter(waits | Q(state=AskedQuestion.State.UNKNOWN, by_when__lt=today))

    def ready_to_draw(self):
        agreed = models.ExpressionWrapper(may_stand(), output_field=models.BooleanField())
        whole = self.select_related("for_whom__user").prefetch_related("answers")
        return whole.annotate(may_stand=agreed)


class AskedQuestion(InProject):
    """One question to the team, and how far it is. What was answered stands in its `answers`."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for an answer")
        UNKNOWN = "unknown", _("We do not know yet")
        ANSWERED = "answered", _("Answered")
        NOT_TAKEN = "not_taken", _("Not answered, because…")

    TOLD = (State.UNKNOWN, State.ANSWERED)
    activity_kind = "talk"

    project = models.ForeignKey(Project, models.CASCADE, related_name="asked_questions")
    question = models.TextField(_("question"))
    asked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="asked_questions"
    )
    """A member; nobody when it came from outside or from a case."""
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    from_outside = models.BooleanField(default=False)
    asked_on = models.DateField(default=timezone.localdate)
    """No finer time: nobody is found by it."""
    for_whom = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="questions_to_answer"
    )
    """The member who sees to an answer."""
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    by_when = models.DateField(null=True, blank=True)
    """The day by which an answer is promised."""
    because = models.TextField(_("why not"), blank=True)
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)
    answered_on = models.CharField(max_length=24, blank=True)
    answered_day = models.DateField(null=True, blank=True)

    objects = AskedQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="a_question_asks_something"),
            models.CheckConstraint(
                condition=~Q(state="not_taken") | ~Q(because=""), name="not_answered_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(state="unknown") | Q(by_when__isnull=False),
                name="no_answer_yet_says_when",
            ),
        ]
        indexes = [models.Index(fields=["project", "state"], name="asked_by_state")]

    def __str__(self):
        return Truncator(self.question).chars(90)

    def get_absolute_url(self):
        return reverse("conversation:questions:detail", args=[self.project_id, self.pk])

    # Asking

    @classmethod
    def ask(cls, project, *, by, question):
        """A member asks. The same question of theirs that waits is the one there is."""
        with project.changing():
            mine = project.asked_questions.waiting().filter(asked_by=by, question=question)
            if already := mine.first():
                return already
            asked = cls.objects.create(
                project=project,
                question=question,
                asked_by=by,
                hand=Hand.writing_in(project),
                for_whom=first_lead(project),
            )
            asked.note_down(by, gettext_noop("asked:"))
            emails.asked(asked)
            return asked

    @classmethod
    def receive(cls, project, *, question):
        """From outside, inside `project.changing()`: it waits for one member. Names nobody."""
        who = first_lead(project)
        asked = cls.objects.create(
            project=project, question=question, from_outside=True, for_whom=who
        )
        emails.asked(asked)
        return asked

    @classmethod
    def record_answered(cls, project, *, by, question, answer, on="", **more):
        """What was asked and answered long ago, and is told to nobody now; `on` is a partial date.

        The same again is the one there is. `more` is for the answer (`Answer`).
        """
        with project.changing():
            same = project.asked_questions.answered().filter(question=question, answered_on=on)
            if already := same.first():
                return already
            asked = cls.objects.create(project=project, question=question)
            asked.say(by=by, text=answer, on=on, is_told=False, **more)
            return asked

    # Answering

    def hand_to(self, member, *, by):
        """Another member sees to the answer, and hears of it. The same one changes nothing."""
        with self.project.changing():
            self.refresh_from_db()
            if self.for_whom_id != member.pk:
                self.for_whom = member
                what = gettext_noop("gave someone else a question to answer:")
                self.note_down(by, what, saving=["for_whom"])
                emails.asked(self, by=by)

    def say(self, *, by, text, by_when=None, on=None, sharing=None, is_told=True, **more):
        """An answer; or, with `by_when`, that it is not known yet and when it will be.

        Earlier answers stay beside it. The same words again change nothing.
        """
        with self.project.changing():
            self.refresh_from_db()
            last = self.answers.last()
            sharing = sharing or self.sharing
            same = last and (last.text, last.by_when) == (text, by_when)
            if same and self.sharing == sharing:
                return last
            on = timezone.localdate().isoformat() if on is None else on
            hand = Hand.writing_in(self.project)
            said = {"text": text, "by_when": by_when, "on": on, "by": by, "hand": hand}
            was_chosen = self.is_chosen
            answer = last if same else self.answers.create(**said, **more)
            self.state = self.State.UNKNOWN if by_when else self.State.ANSWERED
            self.by_when, self.because, self.sharing = by_when, "", sharing
            self.answered_on, self.answered_day = on, answer.day
            what = gettext_noop("does not know yet:") if by_when else gettext_noop("answered:")
            self.note_down(by, what, saving=self.ANSWERED, note=text)
            if self.is_public and not was_chosen:
                self.note_where_it_stands(by)
            if is_told:
                emails.answered(answer, by=by)
            return answer

    ANSWERED = ["state", "by_when", "because", "sharing", "answered_on", "answered_day"]

    def note_where_it_stands(self, by):
        """A member's words are on the public page: it stands among what they agreed to."""
        place = Membership.objects.filter(project=self.project, user=self.asked_by)
        what = gettext_noop("A question on the public page")
        url = reverse("published:questions:index", args=[self.project_id])
        Consent.used(place, Use.PUBLIC_WORDS, what=what, url=url, by=by)

    def decline(self, *, by, because):
        """It is not answered, and why; whoever asked hears it. What was answered stays so."""
        with self.project.changing():
            self.refresh_from_db()
            if self.state == self.State.WAITING:
                self.state, self.because = self.State.NOT_TAKEN, because
                self.save(update_fields=["state", "because"])
                emails.declined(self, by=by)

    def note_down(self, by, what, *, saving=(), note=""):
        beat = Stage.KEEP_THE_CONVERSATION_GOING
        self.project.record(by, what, self, saving=saving, note=note, beat=beat)

    # Asking about it

    @property
    def is_waiting(self):
        return self.state == self.State.WAITING

    @property
    def is_told(self):
        return self.state in self.TOLD

    @property
    def is_not_taken(self):
        return self.state == self.State.NOT_TAKEN

    @property
    def is_public(self):
        """Anyone may read it where the project is published: a lead chose it, and it may stand."""
        return self.is_chosen and self.may_stand

    @property
    def is_chosen(self):
        return self.is_told and self.sharing == Sharing.PUBLIC

    @cached_property
    def may_stand(self):
        """No member's words, or a member's who agreed; `ready_to_draw` knows it of many at once."""
        return type(self).objects.filter(may_stand(), pk=self.pk).exists()

    @property
    def is_late(self):
        return bool(self.by_when and self.by_when < timezone.localdate() and not self.is_answered)

    @property
    def is_answered(self):
        return self.state == self.State.ANSWERED

    @property
    def days(self):
        """How long it has waited."""
        return (timezone.localdate() - self.asked_on).days

    def may_be_answered_by(self, membership):
        return membership.role == Membership.Role.LEAD or (
            membership.pk is not None and membership.pk == self.for_whom_id
        )

    def said_by(self, display):
        """Who asked, for the team: a member's name; from outside it is nobody's."""
        return said_by(self.asked_by, self.hand, easy=display.is_easy) if self.asked_by else ""


def may_stand():
    """The words of a question may be read by anyone: those of a member only with their yes.

    From outside, and of a group, they are nobody's of the team.
    """
    agreed = Consent.objects.standing().filter(
        use=Use.PUBLIC_WORDS,
        membership__project=models.OuterRef("project"),
        membership__user=models.OuterRef("asked_by"),
    )
    of_a_group = Q(hand__isnull=False, hand__member=None)
    return Q(asked_by=None) | of_a_group | models.Exists(agreed)


ON_PUBLIC_PAGE = Q(sharing=Sharing.PUBLIC, project__is_published=True, state__in=AskedQuestion.TOLD)


def first_lead(project):
    """Who sees to a question at first: the one who has led the project for longest."""
    return project.memberships.here().leads().order_by("joined_on", "pk").first()
