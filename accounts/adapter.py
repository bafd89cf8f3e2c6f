from datetime import timedelta

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import confinement, emails, sessions, sign_in_log
from accounts.sign_in_code import SignInCode
from outbox.models import Message


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("These are not the numbers we sent. Look at the newest e-mail."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
        "rate_limited": _("Too many tries. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request):
        """People come by being added to a team; nobody signs up on their own yet."""
        return False

    def send_mail(self, template_prefix, email, context):
        """Through the outbox, sealed: a mail server in trouble holds no page."""
        context = {"request": allauth_context.request, "email": email} | context
        mail = self.render_mail(template_prefix, email, context)
        Message.write(
            to=context.get("user"),
            address=email,
            subject=mail.subject,
            text=mail.body,
            at_once=True,
            secret=True,
            expires_at=timezone.now() + timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT),
        )

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """allauth says so whenever someone's second step or recovery codes have changed."""
        emails.second_step_changed(user, template_prefix.rpartition("/")[2])

    def generate_login_code(self):
        return SignInCode(super().generate_login_code())

    def login(self, request, user):
        """A session has its own length from now on, and is no longer that of a code on paper."""
        request.session.pop(confinement.KEY, None)
        super().login(request, user)
        sessions.set_length(request.session, user)
        sign_in_log.note("signed in", user)

    def logout(self, request):
        """Nothing is kept of a session that its person ended."""
        sign_in_log.note("signed out", request.user)
        sessions.forget(request.session.session_key)
        super().logout(request)

    def add_message(self, request, level, *args, message=None, **kwargs):
        """Too many tries have a page of their own, which says what to do."""
        if message != self.error_messages["too_many_login_attempts"]:
            super().add_message(request, level, *args, message=message, **kwargs)

    def respond_user_inactive(self, request, user):
        sign_in_log.warn("refused: the account is closed", user)
        return super().respond_user_inactive(request, user)

    def get_reauthentication_methods(self, user):
        """Ways to show again that it is you, in our words."""
        words = {
            "mfa_reauthenticate": _("Use the app on your phone, or a recovery code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": words[method["id"]]} for method in methods]
