"""Who is in a project, what they may do there, and what they bring."""

from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects import emails
from projects.models.in_project import InProject


class LastLead(Exception):
    """A project always keeps at least one lead."""


class MembershipQuerySet(models.QuerySet):
    def here(self):
        """Those who have not left."""
        return self.filter(left_on__isnull=True)

    def of(self, user):
        """The person's places, also those they have left; the one of a confined session."""
        mine = self.filter(user=user).order_by(F("left_on").desc(nulls_first=True), "-pk")
        return mine.filter(project=user.confined_to) if user.confined_to else mine

    def lived(self):
        return self.filter(perspective__in=Membership.LIVED)

    def leads(self):
        return self.filter(role=Membership.Role.LEAD)

    def perspectives(self):
        """`{(project_id, perspective): how many}` of those who are here, in one query."""
        rows = self.here().order_by().values_list("project_id", "perspective")
        return {row[:2]: row[2] for row in rows.annotate(number=Count("pk"))}


class Membership(InProject):
    """A person's place in a team: a role (what they may do) and a perspective (what they bring)."""

    class Role(models.TextChoices):
        LEAD = "lead", _("Lead")
        PARTICIPANT = "participant", _("Participant")
        OBSERVER = "observer", _("Observer")

    class Perspective(models.TextChoices):
        SERVICE_USER = "service_user", _("Service user")
        CARER = "carer", _("Carer")
        STAFF = "staff", _("Staff")
        PARTNER = "partner", _("Partner")

    LIVED = (Perspective.SERVICE_USER, Perspective.CARER)
    OWN = {"speaks_for"}
    ABILITIES = {
        Role.LEAD: {"view", "contribute", "lead", "invite", "take_out"},
        Role.PARTICIPANT: {"view", "contribute"},
        Role.OBSERVER: {"view"},
    }
    OVERSEES = {"invite", "take_out"}
    activity_kind = "team"
    acts_as: str | None = None
    """The role for the length of a request in which they write for someone else; never kept."""
    is_written_down = False
    """Someone writes down what they say, in this request: what only they know is not told."""
    oversees = False
    """Looks on as the involvement team: they may also do what is in `OVERSEES`, and no more."""

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=11, choices=Role.choices)
    perspective = models.CharField(_("perspective"), max_length=12, choices=Perspective.choices)
    speaks_for = models.CharField(_("who they speak for"), max_length=200, blank=True)
    name_in_summary = models.BooleanField(_("name may stand in the summary"), default=False)
    """What the person's Consent says, kept in step by its verbs and by nothing else."""
    lead_from = models.CharField(max_length=11, choices=Role.choices, blank=True)
    """The role of someone whom another made a lead, until they have said what they think of it."""
    joined_on = models.DateField(_("joined"), default=timezone.localdate)
    left_on = models.DateField(_("left"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["joined_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "user"],
                condition=Q(left_on__isnull=True),
                name="in_a_team_once",
            ),
        ]
        indexes = [models.Index(fields=["user", "left_on", "project"], name="teams_of_a_person")]

    def __str__(self):
        return self.user.name

    def get_absolute_url(self):
        return f"{reverse('team:index', args=[self.project_id])}#member-{self.pk}"

    @classmethod
    def join(cls, project, user, role, perspective, *, by, speaks_for="", **details):
        """Bring a person into the team. Someone who is in it already stays as they are."""
        with project.changing():
            already = project.memberships.here().filter(user=user).first()
            if already:
                return already
            membership = cls.objects.create(
                project=project,
                user=user,
                role=role,
                perspective=perspective,
                speaks_for=speaks_for,
                **details,
            )
            what = (
                gettext_noop("joined the team")
                if user == by
                else gettext_noop("welcomed to the team")
            )
            project.record(by, what, membership, **cls.figures_of(project))
            emails.joined(membership, by=by)
            return membership

    def change(self, *, by, **details):
        """Change role, perspective or who they speak for. Raises LastLead.

        What is a person's own to say can be changed in a closed project too. Whom another makes
        a lead is told at once, and may say no (`rather_not`).
        """
        with self.project.changing(closed_too=set(details) <= self.OWN):
            self.refresh_from_db()
            changed = [name for name in details if getattr(self, name) != details[name]]
            if not changed:
                return
            if "role" in changed:
                is_asked = details["role"] == self.Role.LEAD and self.user != by
                self.lead_from = self.role if is_asked else ""
            for name in changed:
                setattr(self, name, details[name])
            self.save(update_fields=[*changed, "lead_from"])
            if not self.project.memberships.here().leads().exists():
                raise LastLead
            what = gettext_noop("changed the team entry of")
            self.project.record(by, what, self, **self.figures_of(self.project))
            if "role" in changed and self.lead_from:
                emails.made_lead(self)
            elif "role" in changed and self.user != by:
                emails.role_changed(self, by=by)

    def rather_not(self):
        """Someone whom another made a lead would rather not be: back to the role they had.

        Nothing changes when they have said yes, or were not asked. Raises LastLead.
        """
        with self.project.changing(closed_too=True):
            self.refresh_from_db()
            if not self.lead_from:
                return
            self.role, self.lead_from = self.lead_from, ""
            self.save(update_fields=["role", "lead_from"])
            if not self.project.memberships.here().leads().exists():
                raise LastLead
            what = gettext_noop("would rather not lead")
            self.project.record(self.user, what, self.project)

    def gladly(self):
        """They have said that they will lead. Again changes nothing."""
        with self.project.changing(closed_too=True):
            self.refresh_from_db()
            if self.lead_from:
                self.lead_from = ""
                self.save(update_fields=["lead_from"])
                what = gettext_noop("will lead with the others")
                self.project.record(self.user, what, self.project)

    def leave(self, *, by):
        """End the membership today, also in a closed project; what the person did stays.

        Raises LastLead.
        """
        with self.project.changing(closed_too=True):
            self.refresh_from_db()
            if self.left_on:
                return
            self.left_on = timezone.localdate()
            self.save(update_fields=["left_on"])
            if not self.project.memberships.here().leads().exists():
                raise LastLead
            what = (
                gettext_noop("left the team")
                if self.user == by
                else gettext_noop("said goodbye to")
            )
            self.project.record(by, what, self, **self.figures_of(self.project))
            if self.user != by:
                emails.taken_out(self)

    @classmethod
    def figures_of(cls, project):
        """How many service users and carers the team has, for the project's row."""
        here = project.memberships.here()
        perspectives = cls.Perspective
        return {
            "service_users": here.filter(perspective=perspectives.SERVICE_USER).count(),
            "carers": here.filter(perspective=perspectives.CARER).count(),
        }

    @property
    def abilities(self):
        """The words this person may use here: view, contribute, lead, invite, take_out."""
        role = self.ABILITIES[self.acts_as or self.role]
        return role | (self.OVERSEES if self.oversees else set())

    @property
    def is_lived(self):
        return self.perspective in self.LIVED
