"""The forms of signing in: allauth's own, with our words and a few rules more."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.core import context, ratelimit
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import second_factor
from accounts.sign_in_code import digest_of
from ui.forms import PlainForm


class RequestCodeForm(PlainForm, RequestLoginCodeForm):
    """The first half of signing in. Known and unknown addresses are answered alike."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages={
            "required": _("Type your e-mail address."),
            "invalid": _("This is not a whole e-mail address. It needs an @."),
        },
    )
    shared = forms.BooleanField(
        label=_("Other people use this computer or phone too"),
        help_text=_("Then we sign you out when you close the browser, or after 2 hours."),
        required=False,
    )


class NumbersForm(PlainForm):
    """Mixed into every form that asks for numbers: spaces in them do no harm."""

    def clean_code(self):
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        return super().clean_code()


def numbers_field(label, **more):
    return forms.CharField(
        label=label,
        error_messages={"required": _("Type the numbers.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "nhsuk-input--code nhsuk-input--width-10",
            }
        ),
        **more,
    )


class ConfirmCodeForm(NumbersForm, ConfirmLoginCodeForm):
    """The second half: the six digits from the e-mail.

    `address` is whose guesses are counted: a new code does not bring new guesses for ever.
    """

    code = numbers_field(_("The six numbers from the e-mail"))

    def __init__(self, *args, address, **kwargs):
        self.address = address.lower()
        super().__init__(*args, **kwargs)

    def clean_code(self):
        guess = {"action": "confirm_login_code", "key": self.address}
        if not ratelimit.consume(context.request, **guess):
            raise get_adapter().validation_error("too_many_login_attempts")
        self.cleaned_data["code"] = digest_of("".join(self.cleaned_data["code"].split()))
        return super().clean_code()


class SecondStepForm(NumbersForm):
    """Mixed into the forms that take an app's numbers or a recovery code: nothing works twice."""

    def clean_code(self):
        code = super().clean_code()
        if not second_factor.use_once(self.user, code):
            raise second_factor.MFAAdapter().validation_error("incorrect_code")
        return code


class AppNumbersForm(SecondStepForm):
    """Someone without an app is asked for a recovery code: a passkey has a button of its own."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if not second_factor.has_app(user):
            self.fields["code"].label = _("One of your recovery codes")
            self.fields["code"].help_text = _("Each works once.")


class AuthenticateForm(AppNumbersForm, mfa_forms.AuthenticateForm):
    """The second step of signing in."""

    code = numbers_field(
        _("The six numbers in your app"),
        help_text=_("Or one of your recovery codes. Each works once."),
    )


class ReauthenticateForm(AppNumbersForm, mfa_forms.ReauthenticateForm):
    """Showing again that it is you, before something that matters."""

    code = numbers_field(
        _("The six numbers in your app"),
        help_text=_("Or one of your recovery codes. Each works once."),
    )


class ActivateAppForm(SecondStepForm, ActivateTOTPForm):
    code = numbers_field(_("The six numbers that your app shows now"))


class AddPasskeyForm(PlainForm, AddWebAuthnForm):
    name = forms.CharField(
        label=_("A name for this passkey"),
        max_length=60,
        required=False,
        help_text=_("So that you know it from others. For example, my phone."),
    )
    passwordless = forms.BooleanField(
        label=_("Sign in with it alone, without an e-mail"),
        help_text=_("Your device then asks for your finger, your face or a PIN."),
        required=False,
        initial=True,
    )


class RenamePasskeyForm(PlainForm, EditWebAuthnForm):
    name = forms.CharField(label=_("A name for this passkey"), max_length=60)
