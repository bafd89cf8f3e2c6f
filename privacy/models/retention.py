"""How long each kind of record is kept, and what was destroyed."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User


class Kind(models.TextChoices):
    """The kinds of record that have a time."""

    CLOSED_PROJECTS = "closed_projects", _("Closed projects")
    PEOPLE = "people", _("People who are in no project")
    ANOTHER_WAY = "another_way", _("Requests for another way")
    CLAIMS = "claims", _("What people claimed")
    INVITATIONS = "invitations", _("Invitations nobody answered")
    REFUSALS = "refusals", _("Names of people who said no")
    HELPERS = "helpers", _("Helpers who did not answer")
    PROPOSALS = "proposals", _("Who proposed a big idea, and how to reach them")
    JOIN_REQUESTS = "join_requests", _("Requests to join nobody answered")
    REFUSED_IDEAS = "refused_ideas", _("Ideas that were not taken in")
    IDEA_CONTACTS = "idea_contacts", _("How to reach people who gave ideas")
    CONTACT_WISHES = "contact_wishes", _("How to reach people who asked to be contacted")
    FOLLOWERS = "followers", _("Addresses of people who follow a project")
    ASKERS = "askers", _("How to reach people who asked a question")
    PRIVATE_READS = "private_reads", _("Notes of who looked at private things")
    DESTROYED = "destroyed", _("The list of what was destroyed")
    MESSAGES = "messages", _("The words of messages that were sent")
    SESSIONS = "sessions", _("Ended sign-ins")
    CODES = "codes", _("Used and old codes")


class RetentionClass(models.Model):
    """An organisation's choice for one kind: how long, and why."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="retention")
    kind = models.CharField(max_length=15, choices=Kind.choices)
    months = models.PositiveSmallIntegerField(_("months"))
    basis = models.TextField(_("why"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind"], name="one_time_for_a_kind"),
        ]

    def __str__(self):
        return self.get_kind_display()

    @classmethod
    def choose(cls, organisation, kind, *, by, months, basis):
        """From now on so long. The same again changes nothing."""
        chosen = {"months": months, "basis": basis}
        if cls.objects.filter(organisation=organisation, kind=kind, **chosen).exists():
            return
        fields = chosen | {"by": by, "at": timezone.now()}
        cls.objects.update_or_create(organisation=organisation, kind=kind, defaults=fields)


class Destroyed(models.Model):
    """That something was destroyed: what kind, how many, when, by whom. Nothing personal."""

    class How(models.TextChoices):
        PRESSED = "pressed", _("Looked at, then destroyed")
        ASKED = "asked", _("The person asked in writing")
        SELF = "self", _("The person did it")
        BY_ITSELF = "by_itself", _("By itself")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="destroyed")
    kind = models.CharField(max_length=15, choices=Kind.choices)
    how = models.CharField(max_length=9, choices=How.choices)
    how_many = models.PositiveIntegerField()
    rows = models.JSONField(default=dict)
    """How many rows of each kind went with it: `{"needs": 2}`."""
    note = models.CharField(_("where the letter is kept"), max_length=200, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    """Nobody when it went by itself, and when a person erased themselves."""
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.get_kind_display()
