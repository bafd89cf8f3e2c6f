from django import forms
from django.utils.translation import gettext_lazy as _

from ui.forms import Form
from ui.meanwhile import OpenedAtField

LONG = 60_000


class SummaryForm(Form):
    text = forms.CharField(
        label=_("The summary"),
        widget=forms.Textarea(attrs={"rows": 24}),
        max_length=LONG,
        help_text=_(
            "Change it as you like. A line that begins with # is a heading, one that begins with - "
            "is a point in a list."
        ),
    )
    easy = forms.CharField(
        label=_("The same in easy read"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LONG,
        required=False,
        help_text=_("Short sentences. One thing in each. People with easy read see this first."),
    )
    opened_at = OpenedAtField()


class CloseForm(SummaryForm):
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)
    """The mark of what was written down when the page was opened."""


class CorrectForm(SummaryForm):
    because = forms.CharField(
        label=_("Why is it corrected?"),
        widget=forms.Textarea,
        help_text=_("It stands beside the summary, and everyone in the team reads it."),
    )

    field_order = ["because", "text", "easy", "opened_at"]
