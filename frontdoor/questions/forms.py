from django import forms
from django.utils.translation import gettext_lazy as _

from projects.conversation.questions.forms import AskForm
from ui.forms import Form

EMAIL = {"invalid": _("This is not a whole e-mail address. It needs an @.")}


def email_field(**how):
    box = forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"})
    errors = EMAIL | {"required": _("Write your whole e-mail address.")}
    label = how.pop("label", _("Your e-mail address"))
    return forms.EmailField(label=label, widget=box, error_messages=errors, max_length=254, **how)


class AskFromOutsideForm(AskForm):
    """One box, and an address for those who like to hear by e-mail."""

    email = email_field(
        required=False,
        label=_("Your e-mail address, if you like to hear the answer by e-mail"),
        help_text=_("Nobody in the team sees it. Without it you come back with a code."),
    )
    mark = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class FollowForm(Form):
    email = email_field()

    def clean_email(self):
        return self.cleaned_data["email"].lower()
