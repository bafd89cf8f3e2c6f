"""What people are told about the plan."""

from django.utils.translation import gettext as _

from projects.ideas.emails import hear
from projects.telling import tell
from ui.dates import as_people_write


def given(action, *, by):
    """To its owner, at once: it is asked of them. Not when they took it on themselves."""
    if action.owner is None or action.owner.user == by:
        return
    tell(
        action.project,
        [action.owner.user],
        subject=_("Something to do for your team"),
        text=[_("You are asked to see to this:"), *in_words(action)],
        url=action.get_absolute_url(),
        about=action,
        at_once=True,
    )


def done(action, *, by):
    behind(action, _("Something is done"), [_("This is done now: %(what)s") % {"what": action}], by)


def taken_up_again(action, *, by):
    """Those who heard that it is done, or will not be done, hear that it is to be done again."""
    said = [_("This is to be done again: %(what)s") % {"what": action}]
    behind(action, _("Something is taken up again"), said, by)


def stopped(action, *, by):
    said = [_("This will not be done: %(what)s") % {"what": action}]
    said.append(_("Why: %(because)s") % {"because": action.because})
    behind(action, _("Something will not be done"), said, by)


def behind(action, subject, text, by):
    """To everyone behind an idea that its decision answers: their thread has moved."""
    if action.decision:
        hear(
            action.decision.ideas.all(), by=by, subject=subject, text=text,
            url=action.get_absolute_url(), about=action,
        )  # fmt: skip


def in_words(action):
    return [
        action.what,
        action.due and _("By when: %(day)s") % {"day": as_people_write(action.due)},
        action.note,
    ]
