"""What the team is told about what was found out: in the weekly news, never at once."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.telling import team_of, tell


def added(source, *, by):
    tell(
        source.project,
        team_of(source.project, but=by),
        subject=_("Something we found out"),
        text=[source.title, source.finding],
        url=source.get_absolute_url(),
        about=source,
    )


def brought(project, sources, *, by):
    """One message, however many findings were brought."""
    if not sources:
        return
    number = len(sources)
    subject = ngettext(
        "%(num)s finding from an earlier project",
        "%(num)s findings from earlier projects",
        number,
    )
    tell(
        project,
        team_of(project, but=by),
        subject=subject % {"num": number},
        text=[f"{source.title}. {source.finding}".strip() for source in sources],
        url=reverse("evidence:index", args=[project.pk]),
        about=project,
    )
