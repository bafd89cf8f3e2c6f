"""The account: what someone told us of themselves, and how they sign in."""

from django.apps import apps
from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers


@gathers()
def account(person):
    keys = {
        "name": _("The name people here call you"),
        "email": _("E-mail address"),
        "phone": _("Phone number"),
        "postal_address": _("Postal address"),
        "way": _("How we tell you things"),
        "how_often": _("How often"),
        "wording": _("Which words you chose"),
        "text_size": _("How big the text is"),
        "contrast": _("Which colours"),
        "since": _("Your account began"),
        "last_signed_in": _("You signed in last"),
        "administration": _("You may use the administration pages"),
    }
    row = (
        person.name,
        person.email,
        person.phone,
        person.post_to,
        person.get_way_display(),
        person.get_how_often_display(),
        person.get_wording_display(),
        person.get_text_size_display(),
        person.get_contrast_display(),
        person.date_joined,
        person.last_login,
        person.is_staff or None,
    )
    return Group("account", _("Your account"), keys, [row])


@gathers(
    "accounts.Organisation.involvement_team",
    "accounts.Organisation.administrators",
    "accounts.Organisation.staff",
)
def organisations(person):
    places = (
        (_("You are in the involvement team"), person.oversees.all()),
        (_("You are an administrator"), person.administers.all()),
        (_("You are staff: you may start a project"), person.works_for.all()),
    )
    keys = {"organisation": _("Organisation"), "place": _("Your place")}
    rows = [(one.name, words) for words, found in places for one in found]
    return Group("organisations", _("Organisations"), keys, rows)


@gathers("account.EmailAddress.user")
def addresses(person):
    keys = {"email": _("E-mail address"), "checked": _("You showed that it is yours")}
    rows = person.emailaddress_set.values_list("email", "verified")
    return Group("sign_in_addresses", _("Addresses you sign in with"), keys, rows)


@gathers(
    "mfa.Authenticator.user", "usersessions.UserSession.user", "socialaccount.SocialAccount.user"
)
def signing_in(person):
    """Never the secret itself: only that there is one, and since when."""
    rows = []
    if apps.is_installed("allauth.mfa"):
        found = person.authenticator_set.values_list("type", "created_at", "last_used_at")
        rows += [(SECOND_STEPS[kind](), "", since, used) for kind, since, used in found]
    if apps.is_installed("allauth.usersessions"):
        found = person.usersession_set.values_list("user_agent", "ip", "created_at", "last_seen_at")
        rows += [
            (_("Signed in: %s") % browser, ip, since, used) for browser, ip, since, used in found
        ]
    if apps.is_installed("allauth.socialaccount"):
        found = person.socialaccount_set.values_list("provider", "uid", "date_joined", "last_login")
        rows += [
            (_("Signed in through %s") % who, uid, since, used) for who, uid, since, used in found
        ]
    keys = {
        "what": _("What"),
        "from": _("Where from, or under which number"),
        "since": _("Since"),
        "last_used": _("Used last"),
    }
    return Group("signing_in", _("How and where you sign in"), keys, rows)


SECOND_STEPS = {
    "totp": lambda: _("An app that shows numbers"),
    "webauthn": lambda: _("A passkey"),
    "recovery_codes": lambda: _("Codes for when all else fails"),
}


@gathers("projects.PersonalCode.membership")
def code_cards(person):
    keys = {"project": _("Project"), "made_at": _("Made"), "last_used_at": _("Used last")}
    places = person.memberships.filter(code__isnull=False).select_related("project", "code")
    rows = [(one.project.title, one.code.made_at, one.code.last_used_at) for one in places]
    return Group("code_cards", _("Your code on a card"), keys, rows)


GROUPS = (account, organisations, addresses, signing_in, code_cards)
