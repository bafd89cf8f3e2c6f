from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("These are not the numbers we sent. Look at the newest e-mail."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then ask for a new code."),
        "rate_limited": _("Too many tries. Wait five minutes, then ask for a new code."),
    }

    def is_open_for_signup(self, request):
        """People come by being added to a team; nobody signs up on their own yet."""
        return False

    def login(self, request, user):
        """A session that was short before signing in has its full life after it."""
        super().login(request, user)
        request.session.set_expiry(None)
