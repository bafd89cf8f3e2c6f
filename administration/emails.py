"""What administrators' deeds are told with. Subjects name nobody and no organisation."""

from django.utils.translation import gettext as _

from outbox.models import Message


def added(person, organisation, roster):
    text = _(
        "%(organisation)s has put you on a list of its website: %(list)s.\n\n"
        "%(what_they_may_do)s\n\n"
        "Sign in with this e-mail address. We send you six numbers, and you type them. "
        "You need no password.\n\n"
        "If you did not expect this, tell us, or leave it: nothing happens until you sign in."
    ) % {
        "organisation": organisation,
        "list": roster.label,
        "what_they_may_do": roster.what_they_may_do,
    }
    Message.write(
        to=person, subject=_("You can sign in"), text=text, url="/accounts/login/", at_once=True
    )


def address_corrected(person, old):
    """To both addresses: who did not ask for it learns of it where they read."""
    subject = _("The e-mail address of your account was changed")
    text = _(
        "An administrator has changed the e-mail address of your account.\n\n"
        "From now on you sign in with the new address. Where you were signed in, "
        "you have to sign in again.\n\n"
        "If you did not ask for this, tell us at once: answer this message, or ask the people "
        "named at the foot of every page."
    )
    Message.write(to=person, subject=subject, text=text, url="/accounts/", at_once=True)
    if old:
        Message.write(to=None, address=old, subject=subject, text=text, url="/", at_once=True)


def switched_off(person, because):
    text = _(
        "Your account here has been switched off. You cannot sign in any more. "
        "What you wrote stays.\n\n"
        "This is the reason: %(because)s\n\n"
        "If this is wrong, tell us. We can switch it on again."
    ) % {"because": because}
    subject = _("Your account has been switched off")
    if person.email:
        Message.write(to=None, address=person.email, subject=subject, text=text, at_once=True)


def brought_back(person):
    text = _("Your account here has been switched on again. You can sign in as before.")
    subject = _("Your account has been switched on again")
    Message.write(to=person, subject=subject, text=text, url="/accounts/login/", at_once=True)


def second_step_taken_off(person):
    text = _(
        "An administrator has taken off the second step of your sign-in, because it was lost.\n\n"
        "When you sign in the next time, you set up a new one.\n\n"
        "If you did not ask for this, tell us at once."
    )
    subject = _("Please set up your second step again")
    Message.write(to=person, subject=subject, text=text, url="/accounts/login/", at_once=True)


def put_together(person, other_addresses):
    """To every address that either account had."""
    subject = _("Your two accounts are one now")
    text = _(
        "You had two accounts here. An administrator has put them together. Everything from both "
        "is in one place now.\n\n"
        "If these were not both yours, tell us at once."
    )
    Message.write(to=person, subject=subject, text=text, url="/accounts/", at_once=True)
    for address in sorted(other_addresses):
        Message.write(to=None, address=address, subject=subject, text=text, url="/", at_once=True)
