from django import forms

from stages.models import Stage
from ui.forms import Form


class DocumentForm(Form):
    """Which document of the guide an address asks for: `?stage=…&print=large&words=easy`."""

    stage = forms.ChoiceField(choices=Stage.choices, required=False)
    print = forms.ChoiceField(choices=[("large", "large")], required=False)
    words = forms.ChoiceField(choices=[("easy", "easy")], required=False)
