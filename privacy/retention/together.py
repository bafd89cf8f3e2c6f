"""What has come to its time in working together."""

from django.db.models import Exists, F, OuterRef

from privacy.models import LegalHold
from projects.partnership.models import ContactWish


def contact_wishes(organisation, before):
    """Nobody has said that they have been in touch: it goes all the same."""
    held = LegalHold.objects.standing().filter(project=OuterRef("project"))
    rows = ContactWish.objects.filter(project__organisation=organisation)
    rows = rows.filter(~Exists(held), on__lt=before.date())
    return rows.annotate(ended=F("on"))


def of_project(project):
    """What goes with a project that is destroyed, before its members and hands."""
    return (project.check_ins, project.meeting_roles, project.ways)
