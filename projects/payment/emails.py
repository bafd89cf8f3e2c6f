"""What is told about claims. Nothing here says what was claimed, how much, or why not."""

from django.utils.translation import gettext as _

from projects.telling import tell
from ui.jinja import day


def asked(claim, keeper):
    """To whoever looks after payment: someone would like to claim. Not to themselves."""
    if keeper is None or keeper == claim.person:
        return
    tell(
        claim.project,
        [keeper],
        subject=_("Someone would like to claim"),
        text=[
            _("You look after payment. Someone in the team would like to be paid for something."),
            _("Please read it, pass it on, and say so, so that they know."),
        ],
        url=claim.get_absolute_url(),
        about=claim,
        at_once=True,
    )


def turned(claim):
    """To the member, at once. On paper too, where others may print it: so it says little."""
    tell(
        claim.project,
        [claim.person],
        subject=_("News about something you asked for"),
        text=[
            SAID[claim.status]() % {"day": day(claim.asked_at)},
            _("Do you want to know more? Ask %(who)s, who looks after payment.")
            % {"who": claim.changed_by.name},
        ],
        url=claim.get_absolute_url(),
        about=claim,
        at_once=True,
    )


SAID = {
    "asked": lambda: _("Your claim of %(day)s is open again."),
    "passed_on": lambda: _("Your claim of %(day)s has been passed on to those who pay."),
    "paid": lambda: _("Your claim of %(day)s has been paid."),
    "not_paid": lambda: _("Your claim of %(day)s cannot be paid. On your page you can read why."),
}
