from django import forms
from django.utils.translation import gettext_lazy as _

from ui.forms import Form

WEEKS = [
    (1, _("Every week")),
    (2, _("Every 2 weeks")),
    (3, _("Every 3 weeks")),
    (4, _("Every 4 weeks")),
    (6, _("Every 6 weeks")),
    (8, _("Every 8 weeks")),
    (12, _("Every 12 weeks")),
]


class RhythmForm(Form):
    """How often the team means to send an update."""

    weeks = forms.TypedChoiceField(
        label=_("How often?"),
        help_text=_("Choose what you can keep up, also in busy times."),
        choices=WEEKS,
        coerce=int,
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label=_("Why so often?"),
        help_text=_("You can leave this empty."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
