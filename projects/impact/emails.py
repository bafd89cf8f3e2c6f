"""What the team is told about measures. A story is told to nobody: people come to it."""

from django.utils.translation import gettext as _

from projects.telling import team_of, tell


def chosen(measure, *, by):
    tell(
        measure.project,
        team_of(measure.project, but=by),
        subject=_("Something new will be measured"),
        text=[
            measure.name,
            measure.purpose,
            measure.get_direction_display(),
            measure.expected and _("What we expect: %(what)s") % {"what": measure.expected},
        ],
        url=measure.get_absolute_url(),
        about=measure,
    )
