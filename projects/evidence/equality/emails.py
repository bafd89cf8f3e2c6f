"""What the team is told about the equality check."""

from django.utils.translation import gettext as _

from projects.evidence.equality.comparing import compared
from projects.telling import team_of, tell


def kept(version):
    """A version is kept: why, and what is different from the one before, in words."""
    before = version.project.equality_versions.filter(number__lt=version.number).first()
    tell(
        version.project,
        team_of(version.project, but=version.kept_by),
        subject=_("A version of the equality check is kept"),
        text=[
            _("Why now: %(why)s.") % {"why": version.get_why_display()},
            version.note,
            *(in_words(before, version) if before else []),
        ],
        url=version.get_absolute_url(),
        about=version,
    )


def in_words(before, version):
    """A paragraph for each group that is different."""
    found = compared(before.rows, version.rows)
    if not found.differences:
        return [_("Nothing is different from the version before.")]
    return [f"{one.said}: {one.name}" for one in found.differences]
