from django import forms
from django.utils.translation import gettext_lazy as _

from ui.forms import DayField, Form


class ReadsForm(Form):
    """Whose, and from when to when. What cannot be read counts as left alone."""

    words = forms.CharField(
        label=_("Name of who looked, or at whose"), required=False, max_length=200
    )
    since = DayField(label=_("From this day"), required=False)
    until = DayField(label=_("To this day"), required=False)
    is_filter = True
