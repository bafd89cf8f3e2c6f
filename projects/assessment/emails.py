"""What the team is told: that their words are asked for, and what was decided."""

from django.utils.translation import gettext as _

from projects.decisions.emails import in_words
from projects.telling import team_of, tell


def begun(assessment):
    tell(
        assessment.project,
        team_of(assessment.project, but=assessment.begun_by),
        subject=_("What do you say: can we do this together?"),
        text=[
            _("Your team asks if all of this can be done together, or part of it, or none."),
            _("Say what you think. There is a question on each page, and you can leave any out."),
        ],
        url=assessment.get_absolute_url(),
        about=assessment,
    )


def concluded(assessment, *, by):
    tell(
        assessment.project,
        team_of(assessment.project, but=by),
        subject=_("It is decided what is done together"),
        text=[*in_words(assessment.decision), _("Do you agree, or do you see it differently?")],
        url=assessment.get_absolute_url(),
        about=assessment,
    )
