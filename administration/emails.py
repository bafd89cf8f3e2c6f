"""What administrators' deeds are told with. Subjects name nobody and no organisation."""

from django.urls import reverse
from django.utils.translation import gettext as _

from administration.access import organisations_with
from outbox.models import Message
from projects.telling import leads_of, tell


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
        to=person,
        subject=_("You can sign in"),
        text=text,
        url="/accounts/login/",
        about=organisation,
        at_once=True,
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
    write_about_account(person, person.email, subject=subject, text=text, url="/accounts/")
    Message.write(to=None, address=old, subject=subject, text=text, url="/", at_once=True)


def address_added(person):
    """On paper or by phone, as before: the new address may be somebody else's."""
    text = _(
        "An administrator has added an e-mail address to your account: %(email)s. "
        "Whoever reads e-mail there can sign in as you.\n\n"
        "We still tell you things the way we did before, until you choose another way.\n\n"
        "If this is not your address, or you did not ask for it, tell us at once: "
        "ask the lead of your project, or the people named in this organisation's letters."
    ) % {"email": person.email}
    subject = _("An e-mail address was added to your account")
    write_about_account(person, subject=subject, text=text, url="/accounts/")
    tell_leads_of(person)


def tell_leads_of(person):
    """To the leads of every project that the person is in: they know whether it can be right."""
    text = _(
        "%(name)s had no e-mail address. Now an administrator has added one. "
        "Whoever reads e-mail there can sign in as %(name)s.\n\n"
        "Please ask them on the phone or face to face whether this is right. "
        "If it is not, tell us at once."
    ) % {"name": person.name}
    subject = _("An e-mail address was added for someone in your team")
    for place in person.memberships.here().select_related("project"):
        leads, url = (
            leads_of(place.project, but=person),
            reverse("team:index", args=[place.project_id]),
        )
        said = {"subject": subject, "text": [text], "url": url, "about": place.project}
        tell(place.project, leads, at_once=True, **said)


def write_about_account(person, address="", **what):
    """At once, for an organisation that the person belongs to. What concerns signing in goes to
    their address, whatever way they chose for news.
    """
    about = organisations_with(person).first()
    Message.write(to=person, address=address or "", about=about, at_once=True, **what)


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
    write_about_account(person, subject=subject, text=text, url="/accounts/login/")


def second_step_taken_off(person):
    text = _(
        "An administrator has taken off the second step of your sign-in, because it was lost.\n\n"
        "When you sign in the next time, you set up a new one.\n\n"
        "If you did not ask for this, tell us at once."
    )
    subject = _("Please set up your second step again")
    write_about_account(person, person.email, subject=subject, text=text, url="/accounts/login/")


def put_together(person, other_addresses, *, has_new_way):
    """To every address that either account had; on paper or by phone, and to the leads, when one
    of the two had none.
    """
    subject = _("Your two accounts are one now")
    text = _(
        "You had two accounts here. An administrator has put them together. Everything from both "
        "is in one place now.\n\n"
        "If these were not both yours, tell us at once."
    )
    known = "" if has_new_way else person.email
    write_about_account(person, known, subject=subject, text=text, url="/accounts/")
    if has_new_way:
        tell_leads_of(person)
    for address in sorted(other_addresses):
        Message.write(to=None, address=address, subject=subject, text=text, url="/", at_once=True)
