from django import forms
from django.utils.translation import gettext_lazy as _

from ui.forms import Form


class CodeForm(Form):
    """What stands on a letter, a card or a poster, however it is typed."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=100,
        help_text=_("For example: K7QP 4M2X 9TRD. Small letters and spaces do no harm."),
        error_messages={"required": _("Type the code from your letter, card or poster.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
