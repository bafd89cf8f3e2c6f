"""What a short code means, in words that someone who looks after accounts can act on."""

from django.utils.translation import gettext as _


def in_words(code):
    said = {
        "timeout": _("The mail server did not answer in time."),
        "dropped": _("The mail server ended the connection half-way."),
        "no-line": _("The mail server could not be reached."),
        "no-answer": _("The mail server had the whole e-mail and did not say whether it took it."),
        "killed": _("Our program was ended just as it handed the e-mail over."),
        "unwritable": _("This e-mail could not be written. Look at the address."),
        "530": _("The mail server wants us to sign in. Look at EMAIL_URL."),
        "535": _("The mail server does not know our name or password. Look at EMAIL_URL."),
        "550": _("There is no such mailbox, or it does not want our e-mail."),
        "552": _("The mailbox is full, or the e-mail is too big."),
    }
    if code in said:
        return said[code]
    if code.startswith("5"):
        return _("The e-mail was refused for good.")
    if code.startswith("4"):
        return _("The mail server asked us to come back later.")
    return ""
