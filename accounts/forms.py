from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from ui.display import Contrast, TextSize, Wording
from ui.forms import Form, PlainForm


class DisplayForm(Form):
    wording = forms.ChoiceField(
        label=_("Which words do you want?"),
        choices=Wording.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Easy read uses short sentences. It is a draft: people have not tested it yet."
        ),
    )
    text_size = forms.ChoiceField(
        label=_("How big should the text be?"), choices=TextSize.choices, widget=forms.RadioSelect
    )
    contrast = forms.ChoiceField(
        label=_("Which colours?"), choices=Contrast.choices, widget=forms.RadioSelect
    )


class AccountForm(DisplayForm):
    name = forms.CharField(
        label=_("What should we call you?"),
        max_length=User._meta.get_field("name").max_length,
        help_text=_("Your teams see this name. It does not have to be your full name."),
    )
    field_order = ["name", "wording", "text_size", "contrast"]


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


class ConfirmCodeForm(PlainForm, ConfirmLoginCodeForm):
    """The second half: the six digits from the e-mail."""

    code = forms.CharField(
        label=_("The six numbers from the e-mail"),
        error_messages={"required": _("Type the six numbers from the e-mail.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "nhsuk-input--code nhsuk-input--width-5",
            }
        ),
    )

    def clean_code(self):
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        return super().clean_code()
