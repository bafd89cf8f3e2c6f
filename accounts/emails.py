"""What is told to someone whose way of signing in has changed."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outbox.models import Message

CHANGES = {
    "totp_activated": gettext_lazy("An app was set up for your second step."),
    "totp_deactivated": gettext_lazy("The app for your second step was taken away."),
    "webauthn_added": gettext_lazy("A passkey was set up."),
    "webauthn_removed": gettext_lazy("A passkey was taken away."),
    "recovery_codes_generated": gettext_lazy("New recovery codes were made."),
}
"""By the names that allauth gives to its own mails."""


def second_step_changed(person, what):
    text = _(
        "How you sign in has changed. %(what)s\n\n"
        "Was it you? Then you need do nothing.\n\n"
        "Was it not you? Then tell us at once. You find our phone number and e-mail at the end of "
        "every page."
    ) % {"what": CHANGES[what]}
    Message.write(
        to=person,
        subject=_("How you sign in has changed"),
        text=text,
        url=reverse("mfa_index"),
        address=person.email or "",  # also for someone who wants no news
        at_once=True,
    )
