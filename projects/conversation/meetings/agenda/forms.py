from django import forms
from django.utils.translation import gettext_lazy as _

from projects.conversation.models import AgendaPoint
from ui.forms import ModelForm
from ui.meanwhile import OpenedAtField

LONGEST = 600
"""Minutes: nobody meets for longer than ten hours."""


class PointForm(ModelForm):
    minutes = forms.IntegerField(
        label=_("How many minutes?"), min_value=1, max_value=LONGEST, required=False
    )
    minutes.widget.attrs["class"] = "nhsuk-input--width-3"

    class Meta:
        model = AgendaPoint
        fields = ["title"]
        labels = {"title": _("What would you like to talk about?")}
        help_texts = {"title": _("In your own words. The team reads it, with your name.")}

    field_order = ["title", "minutes"]


class ChangePointForm(PointForm):
    opened_at = OpenedAtField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].label = _("What do you talk about?")
        self.fields["title"].help_text = ""
