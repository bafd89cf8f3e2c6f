"""What leads are told about what members share. No subject and no text names anyone."""

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.telling import leads_of, tell


def taken_back(consent, *, by):
    """To the leads: what is shown by hand has to be taken down by hand."""
    project = consent.membership.project
    tell(
        project,
        leads_of(project, but=by),
        subject=_("Someone has taken back a yes"),
        text=[
            _(
                "Someone does not want their words or their photo to be used any more. "
                "On the page you see who it is, and where it was used. "
                "Please take it down where you can."
            )
        ],
        url=reverse("consents:used", args=[project.pk]),
        about=project,
        at_once=True,
    )
