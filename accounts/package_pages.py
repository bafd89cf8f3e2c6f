"""The pages of allauth on which we do more than it does. The others are used as they are."""

from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView, RemoveWebAuthnView
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts import second_factor, sessions, sign_in_log
from accounts.session_store import SHARED
from accounts.sign_in_forms import RequestCodeForm

TOO_MANY = "too_many_login_attempts"


class RequestCode(RequestLoginCodeView):
    """Signing in, first half: numbers are sent to an e-mail address."""

    def form_valid(self, form):
        self.request.session[SHARED] = form.cleaned_data["shared"]
        sign_in_log.note("asked for numbers", form._user)
        return super().form_valid(form)

    def form_invalid(self, form):
        if form.has_error("email", TOO_MANY):
            sign_in_log.warn("refused: asked for numbers too often")
            return render(self.request, "accounts/asked_too_often.html", status=429)
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"oidc_name": settings.OIDC_NAME}


class ConfirmCode(ConfirmLoginCodeView):
    """Signing in, second half: the numbers are typed."""

    def post(self, request, *args, **kwargs):
        if request.POST.get("action") == "resend":
            return self.send_new_numbers()
        return super().post(request, *args, **kwargs)

    def send_new_numbers(self):
        """As if they had asked anew: same limits, same work and same mail for every address."""
        shared = self.request.session.get(SHARED, False)
        form = RequestCodeForm({"email": self.stage.login.email, "shared": shared})
        asking = RequestCode()
        asking.setup(self.request)
        return asking.form_valid(form) if form.is_valid() else asking.form_invalid(form)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"address": self.stage.login.email}

    def form_invalid(self, form):
        person = self.stage.login.user
        response = super().form_invalid(form)
        sign_in_log.warn("refused: wrong numbers", person)
        if response.status_code == 302 or form.has_error("code", TOO_MANY):
            return render(self.request, "accounts/wrong_too_often.html", status=429)
        return response


class LoginPasskey(LoginWebAuthnView):
    """A passkey alone: it is something one has, and asks for a finger, a face or a PIN."""

    def form_invalid(self, form):
        sign_in_log.warn("refused: a passkey we do not know")
        return super().form_invalid(form)


class Authenticate(AuthenticateView):
    """The second step of signing in."""

    def get_context_data(self, **kwargs):
        person = self.stage.login.user
        return super().get_context_data(**kwargs) | {
            "demonstration_numbers": second_factor.demonstration_numbers(person),
            "has_passkey": second_factor.has_passkey(person),
        }

    def form_invalid(self, form):
        sign_in_log.warn("refused: wrong second step", self.stage.login.user)
        return super().form_invalid(form)


class Reauthenticate(ReauthenticateView):
    """The second step once more, before something that matters."""

    def get_context_data(self, **kwargs):
        numbers = second_factor.demonstration_numbers(self.request.user)
        return super().get_context_data(**kwargs) | {"demonstration_numbers": numbers}

    def form_invalid(self, form):
        sign_in_log.warn("refused: wrong second step", self.request.user)
        return super().form_invalid(form)


class FirstSignedInLately:
    """Mixed into what sets up a second step. With one already, allauth asks for that instead."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not second_factor.signed_in_lately(request):
            return render(request, "accounts/sign_in_again.html", {"next": request.path})
        return super().dispatch(request, *args, **kwargs)


class ActivateApp(FirstSignedInLately, ActivateTOTPView):
    def form_valid(self, form):
        response = super().form_valid(form)
        second_factor.set_up(self.request, "app")
        return response


class DeactivateApp(DeactivateTOTPView):
    def form_valid(self, form):
        response = super().form_valid(form)
        second_factor.taken_away(self.request, "app")
        return response


class AddPasskey(FirstSignedInLately, AddWebAuthnView):
    def form_valid(self, form):
        response = super().form_valid(form)
        second_factor.set_up(self.request, "passkey")
        return response


class RemovePasskey(RemoveWebAuthnView):
    def form_valid(self, form):
        response = super().form_valid(form)
        second_factor.taken_away(self.request, "passkey")
        return response


class Sessions(ListUserSessionsView):
    """Where someone is signed in."""

    def get_context_data(self, **kwargs):
        return {"sessions": sessions.places_of(self.request.user), "view": self}

    def form_valid(self, form):
        sessions.end_others(self.request, self.request.user)
        messages.success(self.request, _("You are signed out everywhere but here."))
        return redirect("usersessions_list")
