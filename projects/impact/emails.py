"""What people are told about measures and what came of them.

A story is told to nobody: people come to it.
"""

from django.utils.translation import gettext as _

from projects.ideas.emails import hear
from projects.ideas.models import Idea
from projects.telling import team_of, tell
from stages.models import Sharing
from ui.jinja import day


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


def agreed(meaning, *, by):
    """What the team makes of a measure: to everyone behind the ideas it goes back to, then all."""
    measure = meaning.measure
    ideas = Idea.objects.filter(decisions__actions__measures=measure).distinct()
    may_leave = {"decisions__sharing__in": LEAVES, "decisions__actions__sharing__in": LEAVES}
    outside = Idea.objects.filter(decisions__actions__measures=measure, **may_leave).distinct()
    text = [
        _("We measure: %(what)s") % {"what": measure},
        _("The team looked at the numbers together. This is what we make of them:"),
        meaning.text,
    ]
    told = hear(
        ideas, by=by, subject=_("What came of it"), text=text,
        url=measure.get_absolute_url(), about=meaning, outside=outside,
    )  # fmt: skip
    tell(
        measure.project,
        [person for person in team_of(measure.project, but=by) if person not in told],
        subject=_("What we make of the numbers"),
        text=text,
        url=measure.get_absolute_url(),
        about=meaning,
    )


LEAVES = [Sharing.TEAM, Sharing.PUBLIC]
"""What is shared like this may be told to those outside whose ideas it is about."""


def what_happens_next(new, *, by):
    tell(
        new.project,
        team_of(new.project, but=by),
        subject=_("What happens next"),
        text=[
            f"{new.get_choice_display()}. {new.because}",
            new.watcher and _("Who keeps watch: %(who)s") % {"who": new.watcher},
            new.look_on and _("We look again on %(day)s.") % {"day": day(new.look_on)},
        ],
        url=new.get_absolute_url(),
        about=new,
    )


def made_a_difference(difference, ideas, *, by):
    """To everyone behind the ideas; to those outside the team only what may leave the team."""
    said = {
        "subject": _("What changed because of an idea"),
        "text": [
            _("This changed because of it: %(what)s") % {"what": difference.changed},
            difference.meant and _("What it meant: %(what)s") % {"what": difference.meant},
        ],
        "url": difference.get_absolute_url(),
        "about": difference,
    }
    hear(ideas, by=by, outside=None if difference.sharing == Sharing.PUBLIC else [], **said)
