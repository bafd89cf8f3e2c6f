"""Addresses of people without an account, who follow a project or asked it something."""

from django.db.models import Case, DateTimeField, Exists, F, OuterRef, Q, When
from django.db.models.functions import Cast

from privacy.models import LegalHold
from projects.conversation.models import Asker, Follower
from projects.models import Project


def followers(organisation, before):
    """They did not say yes, or the project has ended: then nothing more is sent to them."""
    since = Case(
        When(confirmed_on=None, then=Cast("asked_on", DateTimeField())),
        default=F("project__last_activity_at"),
        output_field=DateTimeField(),
    )
    over = Q(confirmed_on=None) | ~Q(project__status__in=Project.OPEN)
    held = LegalHold.objects.standing().filter(project=OuterRef("project"))
    rows = Follower.objects.filter(over, ~Exists(held), project__organisation=organisation)
    return rows.annotate(ended=since).filter(ended__lt=before).select_related("project")


def askers(organisation, before):
    """The question and its answer stay; only how to reach whoever asked goes."""
    rows = Asker.objects.exclude(sealed="").filter(asked__project__organisation=organisation)
    held = LegalHold.objects.standing().filter(project=OuterRef("asked__project"))
    rows = rows.filter(~Exists(held), asked__asked_on__lt=before.date())
    return rows.annotate(ended=F("asked__asked_on")).select_related("asked__project")
