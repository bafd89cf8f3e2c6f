from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from ui.display import Contrast, TextSize, Wording
from ui.forms import Form


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
