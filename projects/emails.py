"""What the models of a project tell people, one function per message."""

from django.urls import reverse
from django.utils.translation import gettext as _

from outbox.models import Message


def asked_to_help(support, code):
    """To the one who was named, at once. Someone without an account gets a secret link."""
    name = {"name": support.member.user.name}
    text = _(
        "%(name)s takes part in a project, and would like you to help them with it.\n\n"
        "You would use the project's pages for them. What you write counts as theirs, and your "
        "name stands beside it.\n\nYou can say yes or no, and stop at any time."
    )
    what = {"subject": _("Someone would like your help"), "text": text % name, "at_once": True}
    if code:
        url = reverse("supporting:asked", args=[code])
        Message.write(to=None, address=support.email, url=url, secret=True, **what)
    else:
        url = reverse("support:agree", args=[support.project_id, support.pk])
        Message.write(to=support.helper, url=url, about=support, **what)


def agreed_to_help(support):
    """To the member, at once."""
    Message.write(
        to=support.member.user,
        subject=_("Someone said yes"),
        text=_("%(name)s agreed to help you. You can end it at any time, with one press.")
        % {"name": support.helper.name},
        url=support.get_absolute_url(),
        at_once=True,
    )


def made_lead(membership):
    """To someone whom another lead made a lead, at once."""
    Message.write(
        to=membership.user,
        subject=_("You were asked to lead a project with others"),
        text=_(
            "You are now one of the leads of “%(project)s”. Leads look after the team, and write "
            "down what was decided.\n\nIf you would rather not, one press puts you back. Nobody "
            "will ask you why."
        )
        % {"project": membership.project.title},
        url=membership.project.get_absolute_url(),
        group=membership.project.title,
        at_once=True,
    )
