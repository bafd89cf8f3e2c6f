"""A poster that asks anyone to join, and those who ask because of it."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.codes import code_of, digest_of, new_word
from accounts.models import User
from projects.models import InProject, Membership, Project
from projects.team import emails
from projects.team.models.invitations import Invitation, six_weeks_from_now

TOLD_ONCE_IN = timedelta(minutes=10)
AGAIN_WITHIN = timedelta(minutes=15)
PEOPLE = {
    Membership.Perspective.SERVICE_USER: _("people who use the service"),
    Membership.Perspective.CARER: _("carers"),
    Membership.Perspective.STAFF: _("staff"),
    Membership.Perspective.PARTNER: _("partners, such as charities"),
}


class JoinPage(InProject):
    """What anyone may read about joining a project: its title and words, and nothing else of it."""

    class Role(models.TextChoices):
        PARTICIPANT = "participant", _("Participant")
        OBSERVER = "observer", _("Observer")

    activity_kind = "team"

    project = models.OneToOneField(Project, models.CASCADE, related_name="join_page")
    word = models.CharField(max_length=6, unique=True, default=new_word)
    title = models.CharField(_("title"), max_length=100)
    words = models.TextField(_("words"), max_length=1000)
    easy = models.TextField(_("the same in easy words"), max_length=1000, blank=True)
    purpose = models.CharField(_("what the team is for"), max_length=300, blank=True)
    groups = models.JSONField(default=list, blank=True)
    """Names of groups whom it affects and who are looked for, as they were when it was saved."""
    time = models.CharField(_("how much time"), max_length=300, blank=True)
    where = models.CharField(_("where and when"), max_length=300, blank=True)
    support = models.TextField(_("support and access"), max_length=600, blank=True)
    offer = models.TextField(_("payment and expenses"), max_length=2000, blank=True)
    questions = models.CharField(_("how to ask questions"), max_length=300, blank=True)
    role = models.CharField(max_length=11, choices=Role.choices, default=Role.PARTICIPANT)
    perspectives = models.JSONField(default=list)
    closes_on = models.DateField(_("closes on"), default=six_weeks_from_now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("join:poster", args=[self.word])

    @classmethod
    def put_up(cls, project, *, by, **details):
        """Make the poster, or change what it says; the same again changes nothing."""
        with project.changing():
            page = cls.objects.filter(project=project).first() or cls(project=project, by=by)
            changed = [name for name in details if getattr(page, name) != details[name]]
            if page.pk and not changed:
                return page
            for name in changed:
                setattr(page, name, details[name])
            what = gettext_noop("changed the poster") if page.pk else gettext_noop("made a poster")
            page.save()
            project.record(by, what, page)
            return page

    @property
    def is_open(self):
        return timezone.localdate() <= self.closes_on and not self.project.is_closed

    @property
    def has_details(self):
        """Whether it says more than a poster: what it means to join."""
        return bool(self.time or self.where or self.support or self.offer or self.groups)

    @property
    def looked_for(self):
        """Service users, carers and staff: as one reads it on a wall."""
        return get_text_list([str(PEOPLE[value]) for value, _label in self.offered], _("and"))

    @property
    def offered(self):
        """The perspectives as (value, label), in their usual order."""
        choices = Membership.Perspective.choices
        return [(value, label) for value, label in choices if value in self.perspectives]


class JoinRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(confirmed_at=None, declined_at=None)


class JoinRequest(models.Model):
    """Someone asks to join. Until a lead has confirmed it, they see only the poster's page."""

    PERSONAL = ("name", "email", "phone", "why")

    project = models.ForeignKey(Project, models.CASCADE, related_name="join_requests")
    name = models.CharField(_("name"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone number"), max_length=40, blank=True)
    perspective = models.CharField(
        max_length=12, choices=Membership.Perspective.choices, blank=True
    )
    why = models.TextField(_("why"), max_length=2000, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    """Of the code to come back with."""
    mark = models.CharField(max_length=64, unique=True)
    """Of the form that asked: the same form, sent twice, asks once."""
    made_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    reply = models.TextField(_("what we answer"), max_length=2000, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(declined_at=None), name="one_answer_to_a_request"
            )
        ]

    def __str__(self):
        """Nothing that names anyone."""
        return f"{self.pk}"

    def get_absolute_url(self):
        return reverse("team:index", args=[self.project_id])

    @classmethod
    def ask(cls, page, *, mark, **details):
        """(request, code to come back with). The same form again asks once, with the same code.

        Much later, or when it has been answered, the code is "": whoever finds the form open at a
        shared computer learns nothing by sending it.
        """
        code = code_of("come back", mark)
        with page.project.changing():
            asked, is_new = cls.objects.get_or_create(
                mark=digest_of(mark),
                defaults=details | {"project": page.project, "digest": digest_of(code)},
            )
            if is_new and not asked.is_one_of_many:
                emails.asked_to_join(asked)
        just_now = asked.is_waiting and timezone.now() - asked.made_at < AGAIN_WITHIN
        return asked, code if just_now else ""

    def confirm(self, *, by, role, offer, reply):
        """Say yes: they are invited, by e-mail if they gave an address; their code opens it too.

        `reply` is what the invitation says.

        Answering twice changes nothing.
        """
        with self.project.changing():
            self.refresh_from_db()
            if not self.is_waiting:
                return
            invitation = Invitation.make(
                self.project,
                by=by,
                way=Invitation.Way.EMAIL if self.email else Invitation.Way.POSTER,
                name=self.name,
                email=self.email,
                phone=self.phone,
                role=role,
                perspective=self.perspective,
                what_for=reply,
                offer=offer,
            )
            invitation.codes.create(digest=self.digest)
            self.end("confirmed_at", by, reply)

    def decline(self, *, by, reply):
        """Say no, kindly: the words reach them by e-mail, or when they come back with their code.

        Answering twice changes nothing.
        """
        with self.project.changing(closed_too=True):
            self.refresh_from_db()
            if self.is_waiting:
                emails.not_this_time(self, reply)
                self.end("declined_at", by, reply)

    def end(self, when, by, reply):
        """It is answered: what we know of the person is not needed here any more."""
        setattr(self, when, timezone.now())
        self.answered_by, self.reply = by, reply
        for name in self.PERSONAL:
            setattr(self, name, "")
        self.save()

    @property
    def is_one_of_many(self):
        """The leads have been told of another a moment ago: they find both on the team page."""
        others = self.project.join_requests.waiting().exclude(pk=self.pk)
        return others.filter(made_at__gt=self.made_at - TOLD_ONCE_IN).exists()

    @property
    def is_waiting(self):
        return not (self.confirmed_at or self.declined_at)
