"""A big idea that anyone may propose. It waits for the involvement team, who answer it."""

from django.core.cache import caches
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.codes import code_of, digest_of
from accounts.models import Organisation, User
from projects.ideas.models import Idea
from projects.models import Project
from projects.start import start_project
from proposals import emails
from ui.jinja import day

SHORT = 90
"""Letters of an idea that stand for it in a line."""
AGAIN_WITHIN = 15 * 60
"""Seconds in which the same form shows its code again. Who sent what when is not kept."""


class AnsweredAlready(Exception):
    """Somebody has answered it, or it was taken back; `.proposal` is as it is now, or None."""

    def __init__(self, proposal=None):
        super().__init__("answered already")
        self.proposal = proposal


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the organisations in whose involvement team this person is."""
        if not user.is_authenticated or user.confined_to:
            return self.none()
        return self.filter(organisation__in=user.oversees.values("pk"))

    def of(self, user):
        """What this person proposed while they were signed in."""
        return self.none() if user.confined_to else self.filter(proposed_by=user)

    def waiting(self):
        """Oldest first: who has waited longest is answered first."""
        return self.filter(state=Proposal.State.WAITING).order_by("pk")

    def answered(self):
        return self.exclude(state=Proposal.State.WAITING).order_by("-answered_at", "-pk")


class Proposal(models.Model):
    """A big idea from anyone, with or without an account, in their own words.

    Nothing is kept of a sender but what they chose to leave: the day, and no time of day.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for an answer")
        ACCEPTED = "accepted", _("It became a project")
        JOINED = "joined", _("It went to a project")
        REFUSED = "refused", _("We said no")

    Origin = Project.Origin
    WORDS = ("problem", "idea", "affected", "already_decided", "already_said")
    CONTACT = ("name", "email", "reach")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="proposals")
    problem = models.TextField(_("the problem"))
    idea = models.TextField(_("the idea"))
    affected = models.TextField(_("who this could affect"), blank=True)
    already_decided = models.TextField(_("what is already decided, and by whom"), blank=True)
    already_said = models.TextField(_("what people have said about it already"), blank=True)
    origin = models.CharField(
        _("where the idea came from"), max_length=14, choices=Origin.choices, default=Origin.PERSON
    )
    name = models.CharField(_("name"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    reach = models.TextField(_("another way to reach you"), max_length=400, blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    """Who was signed in; nobody for all others."""
    proposed_on = models.DateField(default=timezone.localdate)
    digest = models.CharField(max_length=64, unique=True)
    """Of the code to follow it with."""
    mark = models.CharField(max_length=64, unique=True)
    """Of the form that sent it: the same form, sent twice, is one proposal."""
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    reply = models.TextField(_("what we answer"), blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    project = models.ForeignKey(
        Project, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    """What it became, or where it went."""
    became = models.ForeignKey(Idea, models.SET_NULL, null=True, blank=True, related_name="+")
    """The idea that it is in that project."""

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(idea="") & ~Q(problem=""), name="a_proposal_says_something"
            ),
            models.CheckConstraint(
                condition=~Q(state="refused", reply=""), name="no_to_a_proposal_says_why"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "state"], name="proposals_by_state")]

    def __str__(self):
        one_line = " ".join(self.idea.split())
        return one_line if len(one_line) <= SHORT else f"{one_line[: SHORT - 1].rstrip()}…"

    def get_absolute_url(self):
        return reverse("proposals:detail", args=[self.pk])

    @classmethod
    @transaction.atomic
    def propose(cls, organisation, *, mark, by=None, **said):
        """(proposal, code to follow it with). The same form again is the same, with its code.

        Much later the code is "": whoever finds the form open at a shared computer learns nothing
        by sending it. A form whose proposal was taken back makes a new one.
        """
        code, marked = code_of("proposal", mark), digest_of(mark)
        said |= {"organisation": organisation, "proposed_by": by, "digest": digest_of(code)}
        proposal, is_new = cls.objects.get_or_create(mark=marked, defaults=said)
        lately, key = caches["default"], f"proposed-{digest_of(f'lately {mark}')}"
        if is_new:
            emails.waits(proposal)
            lately.set(key, True, AGAIN_WITHIN)
        return proposal, code if lately.get(key) else ""

    # The three answers. Each raises AnsweredAlready when another has been given

    @transaction.atomic
    def accept(self, title, *, by, lead, reply=""):
        """It becomes a project, in the words of the proposer; `lead` leads it. The project."""
        self.hold()
        said = {name: getattr(self, name) for name in (*self.WORDS, "origin")}
        on = {"day": day(self.proposed_on)}
        said["origin_note"] = _("Someone proposed it on the public page on %(day)s.") % on
        project = start_project(self.organisation, title, by=by, lead=lead, **said)
        with project.changing():
            project.record(by, gettext_noop("accepted the big idea that was proposed"), project)
        if lead != by:
            emails.asked_to_lead(project, lead)
        self.answer(self.State.ACCEPTED, by=by, reply=reply, project=project)
        return project

    @transaction.atomic
    def join_to(self, project, *, by, reply=""):
        """It becomes an idea in an open project of the organisation. Raises ProjectClosed too."""
        self.hold()
        text = f"{self.problem}\n\n{self.idea}"
        came_from = str(_("Proposed to us as a big idea"))
        became = Idea.bring_in(
            project, by=by, text=text, came_from=came_from, given_on=self.proposed_on
        )
        self.answer(self.State.JOINED, by=by, reply=reply, project=project, became=became)

    @transaction.atomic
    def refuse(self, *, by, because):
        """We say no, and the reason reaches whoever proposed it."""
        self.hold()
        self.answer(self.State.REFUSED, by=by, reply=because)

    def hold(self):
        """One answer at a time. Raises AnsweredAlready."""
        now = Proposal.objects.select_for_update().filter(pk=self.pk).first()
        if now is None or not now.is_waiting:
            raise AnsweredAlready(now)

    def answer(self, state, *, by, **what):
        what |= {"state": state, "answered_by": by, "answered_at": timezone.now()}
        for name, value in what.items():
            setattr(self, name, value)
        self.save(update_fields=list(what))
        emails.answered(self)

    @transaction.atomic
    def take_back(self):
        """Whoever follows it wants it gone. What waits goes whole; once it is answered, how to
        reach them goes, and their words stay where they went."""
        now = Proposal.objects.select_for_update().filter(pk=self.pk).first()
        if now and now.is_waiting:
            now.delete()
        elif now:
            now.forget()

    def forget(self):
        """Nothing is left of who proposed it."""
        self.forget_contact()
        self.proposed_by = None
        self.save(update_fields=["proposed_by"])

    def forget_contact(self):
        """Its time is over: nobody can be reached any more, and who looked goes too."""
        for name in self.CONTACT:
            setattr(self, name, "")
        self.save(update_fields=list(self.CONTACT))
        self.reads.all().delete()

    # Asking about it

    @property
    def is_waiting(self):
        return self.state == self.State.WAITING

    @property
    def has_contact(self):
        return any(getattr(self, name) for name in self.CONTACT)

    @property
    def is_told(self):
        """Whether our answer reaches whoever proposed it by itself."""
        return bool(self.email or self.proposed_by_id)

    @property
    def days(self):
        """How many days it has waited."""
        return (timezone.localdate() - self.proposed_on).days


class ContactRead(models.Model):
    """Someone looked at how to reach a person who proposed something without an account."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="reads")
    reader = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "reader", "on"], name="one_look_at_a_contact_a_day"
            )
        ]

    def __str__(self):
        return f"{self.proposal_id}"
