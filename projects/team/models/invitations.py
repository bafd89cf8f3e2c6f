"""Asking someone into a team. Nobody has an account before they say yes."""

from contextlib import contextmanager
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.codes import digest_of, new_code
from accounts.models import User
from outbox.models import Envelope
from projects.models import InProject, Membership
from projects.team import emails

TIME_TO_ANSWER = timedelta(weeks=6)
JUST_NOW = timedelta(hours=1)
OFFER = _(
    "Ask us what we can pay for: your time, your travel, someone to look after the person you "
    "care for, or someone to come with you."
)
WHAT_FOR = _("We want to hear from people who know this service. You would be one of the team.")

CONNECTING = _("You are in the team already. With this link you sign in by e-mail from now on.")


def six_weeks_from_now():
    return timezone.localdate() + TIME_TO_ANSWER


class NotOpen(Exception):
    """The invitation has been answered or taken back, or its time is over."""


class PrintedJustNow(Exception):
    """A letter was printed a moment ago; another one would stop its code."""


class NotByThem(PermissionDenied):
    """Another person has to do this: nobody lets themselves in, or into more than one team."""


class InvitationQuerySet(models.QuerySet):
    def unanswered(self):
        """Those who have not arrived, also when the time to answer is over."""
        return self.filter(accepted_at=None, declined_at=None, withdrawn_at=None)

    def to_be_read(self):
        """Those who said no, and no lead has looked yet."""
        return self.exclude(declined_at=None).filter(seen_at=None)


class Invitation(InProject):
    """What one person was asked. What is known of them stays with those who may invite."""

    class Way(models.TextChoices):
        EMAIL = "email", _("By e-mail")
        POST = "post", _("By post")
        IN_PERSON = "in_person", _("In person")
        POSTER = "poster", _("They asked us")

    ON_PAPER = (Way.POST, Way.IN_PERSON)
    PERSONAL = ("name", "email", "post_to", "phone", "speaks_for")
    activity_kind = "team"

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="invitations")
    name = models.CharField(_("what you call them"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    post_to = models.TextField(_("postal address"), max_length=400, blank=True)
    phone = models.CharField(_("phone number"), max_length=40, blank=True)
    way = models.CharField(max_length=9, choices=Way.choices)
    role = models.CharField(max_length=11, choices=Membership.Role.choices)
    perspective = models.CharField(max_length=12, choices=Membership.Perspective.choices)
    speaks_for = models.CharField(_("who they speak for"), max_length=200, blank=True)
    what_for = models.TextField(_("what for"))
    offer = models.TextField(_("what we offer"), blank=True)
    answer_by = models.DateField(_("answer by"), default=six_weeks_from_now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    connects = models.ForeignKey(
        Membership, models.CASCADE, null=True, blank=True, related_name="+"
    )
    """The place of a member without e-mail that this address is to open."""
    made_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    asked_again_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_with = models.CharField(max_length=64, blank=True)
    """The mark of the form that said yes: the same form, sent twice, is one yes."""
    member = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")
    declined_at = models.DateTimeField(null=True, blank=True)
    declined_because = models.TextField(blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        indexes = [models.Index(fields=["project", "accepted_at"], name="invitations_of_a_project")]

    def __str__(self):
        """Nothing that names anyone: this stands in the activity, which the whole team reads."""
        return ""

    def get_absolute_url(self):
        return reverse("team:index", args=[self.project_id])

    # What the lead does

    @classmethod
    def make(cls, project, *, by, **details):
        """Ask someone. An e-mail goes at once; a letter waits to be printed: `print_letter`."""
        with project.changing():
            invitation = cls.objects.create(project=project, by=by, **details)
            project.record(by, gettext_noop("invited someone to the team"), invitation)
            if invitation.way == cls.Way.EMAIL:
                invitation.send()
        return invitation

    @classmethod
    def connect(cls, member, email, *, by):
        """Ask at an address whether it is theirs: it opens the place of someone without e-mail.

        The person and the other leads are told. The same address again is the same question.
        Raises NotByThem when the account holds more than this place.
        """
        if cls.opens_more_than(member, by=by):
            raise NotByThem
        waiting = member.project.invitations.unanswered().filter(connects=member, email=email)
        if not waiting.exists():
            emails.address_written_down(member, by=by)
            cls.make(
                member.project,
                by=by,
                way=cls.Way.EMAIL,
                name=member.user.name,
                email=email,
                role=member.role,
                perspective=member.perspective,
                speaks_for=member.speaks_for,
                what_for=str(CONNECTING),
                connects=member,
            )

    @staticmethod
    def opens_more_than(member, *, by):
        """Whether this person's account leads further than their place here, which `by` leads.

        To other teams, to what they need and told others than `by`, to people they help.
        """
        person = member.user
        return (
            person.looks_after_others
            or person.memberships.exclude(project=member.project).exists()
            or person.needs.exclude(told_by=by).exists()
            or person.supports.exists()
        )

    def send(self):
        """The e-mail with a code of its own. An earlier e-mail goes on working."""
        code = self.make_code(proves=self.email)
        emails.invited(self, code)

    def make_code(self, *, proves=""):
        """A new code as text. It can be told once: only its digest is kept."""
        code = new_code()
        self.codes.create(digest=digest_of(code), proves=proves)
        return code

    def print_letter(self, *, again=True):
        """The code for a new letter; the one on an earlier letter stops.

        Raises NotOpen, and PrintedJustNow unless it is to be printed `again`.
        """
        with self.changing():
            if not self.is_unanswered:
                raise NotOpen
            if not again and self.codes.filter(made_at__gt=timezone.now() - JUST_NOW).exists():
                raise PrintedJustNow
            self.give_more_time()
            self.codes.filter(proves="", ended_at=None).update(ended_at=timezone.now())
            return self.make_code()

    def remind(self):
        """Send the e-mail once more: once, or again when its time was over or they asked.

        Twice changes nothing.
        """
        with self.changing():
            if self.may_be_reminded:
                self.give_more_time()
                self.reminded_at, self.asked_again_at = timezone.now(), None
                self.save(update_fields=["reminded_at", "asked_again_at"])
                self.send()

    def give_more_time(self):
        if self.has_run_out:
            self.answer_by = six_weeks_from_now()
            self.save(update_fields=["answer_by"])

    def withdraw(self, *, by):
        """Take it back, and forget who it was for. Twice changes nothing."""
        with self.changing(closed_too=True):
            if self.is_unanswered:
                self.withdrawn_at = timezone.now()
                self.end("withdrawn_at")
                self.project.record(by, gettext_noop("took back an invitation"), self)

    # What the person does

    def accept(self, person, *, by=None, mark=""):
        """They say yes and are in the team; their membership. Raises NotOpen.

        Raises NotByThem for whoever wrote the invitation, and when the link would open more than
        the one place.

        `by` is whoever writes down an answer on paper. The same form again (`mark`) is one yes.
        """
        with self.changing():
            if self.is_accepted_with(mark) and self.member and self.member.user == person:
                return self.member
            if not (self.is_unanswered if by else self.is_open):
                raise NotOpen
            if person == self.by or (not by and self.takes_over(person)):
                raise NotByThem
            self.accepted_at, self.accepted_with = timezone.now(), mark
            self.member = Membership.join(
                self.project,
                person,
                self.role,
                self.perspective,
                speaks_for=self.speaks_for,
                by=by or person,
            )
            self.end("accepted_at", "accepted_with", "member")
            if self.connects and self.connects != self.member:
                self.connects.leave(by=person)
            return self.member

    def takes_over(self, person):
        """Whether this link would open to its holder more of the person than one place.

        They may have come into other teams since the lead wrote down the address.
        """
        is_theirs = self.connects and self.connects.user == person
        return bool(is_theirs and self.opens_more_than(self.connects, by=self.by))

    def decline(self, because=""):
        """They say no. Whoever asked them is told; how to reach them is forgotten at once.

        Twice changes nothing. Raises NotOpen when it was answered otherwise.
        """
        with self.changing(closed_too=True):
            if self.declined_at:
                return
            if not self.is_unanswered:
                raise NotOpen
            self.declined_at, self.declined_because = timezone.now(), because
            self.end("declined_at", "declined_because", kept=("name",))
            emails.declined(self)

    def read(self):
        """A lead has read that they said no: the name and the reason go too."""
        with self.changing(closed_too=True):
            if self.declined_at and not self.seen_at:
                self.seen_at, self.name, self.declined_because = timezone.now(), "", ""
                self.save(update_fields=["seen_at", "name", "declined_because"])

    def ask_again(self):
        """Whoever holds an old code would like a new one: the lead is told, once a day."""
        with self.changing(closed_too=True):
            lately = timezone.now() - timedelta(days=1)
            if not (self.asked_again_at and self.asked_again_at > lately):
                self.asked_again_at = timezone.now()
                self.save(update_fields=["asked_again_at"])
                emails.asked_for_a_new_one(self)

    def end(self, *fields, kept=()):
        """It is over: what we knew of the person goes, and no code opens it any more."""
        if self.email:
            Envelope.forget(self.email)
        gone = [name for name in self.PERSONAL if name not in kept]
        for name in gone:
            setattr(self, name, "")
        self.save(update_fields=[*fields, *gone])
        self.codes.update(proves="")

    @contextmanager
    def changing(self, *, closed_too=False):
        """One change at a time, as the row is now. Raises ProjectClosed unless `closed_too`."""
        with self.project.changing(closed_too=closed_too):
            self.refresh_from_db()
            yield

    # Asking about it

    @property
    def is_unanswered(self):
        return not (self.accepted_at or self.declined_at or self.withdrawn_at)

    @property
    def has_run_out(self):
        return self.is_unanswered and self.answer_by < timezone.localdate()

    @property
    def is_open(self):
        return self.is_unanswered and not self.has_run_out and not self.project.is_closed

    @property
    def may_be_reminded(self):
        by_email = self.is_unanswered and self.email
        return bool(by_email and (not self.reminded_at or self.has_run_out or self.asked_again_at))

    @property
    def may_be_printed(self):
        """What went to a mailbox is proved there; a code on paper would prove nothing."""
        return self.way != self.Way.EMAIL and not self.connects

    @property
    def is_for_leads(self):
        """What makes someone a lead, or opens a place that is there: not for those who oversee."""
        return bool(self.connects or self.role == Membership.Role.LEAD)

    @property
    def is_on_paper(self):
        return self.way in self.ON_PAPER

    def is_accepted_with(self, mark):
        return bool(self.accepted_at and mark and self.accepted_with == mark)
