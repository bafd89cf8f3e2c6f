"""What people are told about a checklist. A tick tells nobody: there are many, and they show."""

from django.utils.translation import gettext as _

from projects.telling import leads_of, tell
from ui.display import Display
from ui.jinja import day


def given(item, *, by):
    """At once, to the one who is asked to look at it; not to someone who took it themselves."""
    person = item.given_to.user
    if person == by:
        return
    tell(
        item.project,
        [person],
        subject=_("Someone asks you to look at something"),
        text=[
            _("%(name)s asks you to look at this: “%(item)s”")
            % {"name": by.name, "item": item.wording},
            item.due_on and _("Please do it by %(day)s.") % {"day": day(item.due_on)},
            _("Is it not for you? Tell a lead of the project."),
        ],
        url=item.get_absolute_url(),
        about=item.project,
        at_once=True,
    )


def seen_differently(item, view):
    """To the leads: someone does not share the team's answer. Worth talking about."""
    tell(
        item.project,
        leads_of(item.project, but=view.by),
        subject=_("Someone sees something differently"),
        text=[
            _("%(name)s sees this differently: “%(item)s”")
            % {"name": view.said_by(Display()), "item": item.wording},
            view.note,
            _("It is worth talking about. It is not a vote."),
        ],
        url=item.get_absolute_url(),
        about=item.project,
    )
