from django import forms
from django.utils.translation import gettext_lazy as _

from ui.forms import Form


class PurposeForm(Form):
    """One sentence that everyone in the team can say."""

    purpose = forms.CharField(
        label=_("What is the team for?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "One sentence that everyone can say by heart. For example: We make the waiting room "
            "a place where nobody is afraid."
        ),
    )
    was = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)
    """What it said when the form was opened: the lock."""

    def clean_purpose(self):
        return " ".join(self.cleaned_data["purpose"].split())
