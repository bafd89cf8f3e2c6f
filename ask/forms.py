from django import forms
from django.utils.translation import gettext_lazy as _

from ui.forms import Form

EMAIL = {"invalid": _("This is not a whole e-mail address. It needs an @.")}


class WordForm(Form):
    """The word from a poster or a form, or the code to follow an idea with."""

    word = forms.CharField(
        label=_("Your word or code"),
        max_length=100,
        help_text=_(
            "A word on a poster or a form has six letters and numbers. A code to follow your "
            "idea has twelve. Small letters and spaces do no harm."
        ),
        error_messages={"required": _("Type the word from the poster, or your code.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "code-field"}),
    )


class GiveForm(Form):
    """One box, and how to be reached for those who like. Everything but the box may stay empty."""

    text = forms.CharField(
        label=_("Your idea, in your own words"),
        help_text=_("Short or long. Spelling does not matter. Leave out names, yours too."),
        error_messages={"required": _("Write your idea here.")},
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    came_from = forms.CharField(
        label=_("Which group of people do you speak from?"),
        max_length=100,
        required=False,
        help_text=_("For example: carers, people who use the service. No names."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    name = forms.CharField(
        label=_("What should we call you?"),
        max_length=80,
        required=False,
        help_text=_("Any name you like."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages=EMAIL,
    )
    reach = forms.CharField(
        label=_("Or another way to reach you"),
        max_length=400,
        required=False,
        help_text=_("A phone number or a postal address."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    mark = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    ABOUT_THEM = ("came_from", "name", "email", "reach")

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class HearForm(Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages=EMAIL | {"required": _("Write your whole e-mail address.")},
    )

    def clean_email(self):
        return self.cleaned_data["email"].lower()
