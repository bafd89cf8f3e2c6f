from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.impact.models import WhatNext
from ui.forms import DayField, ModelForm


class WhatNextForm(ModelForm):
    """Whether the change stays, who keeps watch, and when somebody looks again."""

    choice = forms.ChoiceField(
        label=_("What happens to the change?"),
        choices=WhatNext.Choice.choices,
        widget=forms.RadioSelect,
    )
    look_on = DayField(label=_("When will you look at the numbers again?"), required=False)

    class Meta:
        model = WhatNext
        fields = ["choice", "because", "watcher", "look_on"]
        labels = {
            "because": _("Why, and how will it last?"),
            "watcher": _("Who keeps watch?"),
        }
        help_texts = {
            "because": _("Say it so that someone who was not there understands it."),
            "watcher": _("A role or a part in the team. Leave out names."),
        }

    field_order = Meta.fields

    def clean_look_on(self):
        day = self.cleaned_data["look_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Write one that is still to come."))
        return day
