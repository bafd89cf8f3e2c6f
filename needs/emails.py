"""What is told, one function for each. No subject and no text says what someone needs."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Way
from outbox.models import Message
from ui.jinja import day


def need_shown(need, person):
    """To someone who was chosen to see a need."""
    Message.write(
        to=person,
        subject=_("Someone has shown you what they need"),
        text=_(
            "%(name)s has shown you something that they need, so that they can take part.\n\n"
            "Please read it and think of it when you plan."
        )
        % {"name": need.person.name},
        url=need.get_absolute_url(),
        about=need,
        at_once=True,
    )


def need_changed(need, person):
    """To everyone who sees it: read it again."""
    Message.write(
        to=person,
        subject=_("Someone has changed what they need"),
        text=_("%(name)s has changed what they told you. Please read it again.")
        % {"name": need.person.name},
        url=need.get_absolute_url(),
        about=need,
        at_once=True,
    )


def need_arranged(need):
    """To the person: something was done about it."""
    Message.write(
        to=need.person,
        subject=_("Something has been arranged for you"),
        text=_("Someone has arranged something that you asked for. You can read it on your page."),
        url=need.get_absolute_url(),
        about=need,
        at_once=True,
    )


def need_to_look_at(need):
    """To the person, once a year: is it still right?"""
    Message.write(
        to=need.person,
        subject=_("Is this still right?"),
        text=_(
            "Some time ago you told us what you need. Please look at it again. "
            "You can keep it, change it, or say that you do not need it any more."
        ),
        url=need.get_absolute_url(),
        about=need,
        at_once=True,
    )


def asked_another_way(asked):
    """To the named person: there is a task, and its day."""
    if asked.named is None:
        return
    Message.write(
        to=asked.named,
        subject=_("Someone asked for something another way"),
        text=_(
            "Someone asked for a page or a paper in another form. "
            "You are the person who sees to it.\n\n"
            "Please answer by %(day)s."
        )
        % {"day": day(asked.due_on)},
        url=asked.get_absolute_url(),
        about=asked,
        at_once=True,
    )


def another_way_answered(asked):
    """To the asker, when there is a way to tell them.

    The answer itself goes only to those who cannot read it on their own page.
    """
    if not asked.can_be_told:
        return
    said = {
        asked.Outcome.DONE: _("You asked us for something another way. It is done."),
        asked.Outcome.COULD_NOT: _("You asked us for something another way. We could not do it."),
    }[asked.Outcome(asked.outcome)]
    if asked.reach == asked.Reach.KNOWN:
        to = {"to": asked.asker, "url": reverse("needs:asked"), "about": asked}
        reads_it_here = asked.asker.reached_by == Way.EMAIL
    else:
        to, reads_it_here = {"address": asked.email, "secret": True}, False
    Message.write(
        subject=_("An answer to what you asked for"),
        text=said if reads_it_here or not asked.answer else f"{said}\n\n{asked.answer}",
        at_once=True,
        **to,
    )
