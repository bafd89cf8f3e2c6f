from django import forms
from django.utils.translation import gettext_lazy as _

from projects.story.you_said import NO_THEME, Part
from ui.forms import Form


class ChooseForm(Form):
    """Which entries to show. What the address says wrongly counts as left alone."""

    is_filter = True

    theme = forms.ChoiceField(label=_("Theme"), required=False)
    part = forms.ChoiceField(
        label=_("What became of it"),
        choices=[("", _("Whatever became of it")), *Part.choices],
        required=False,
    )

    def __init__(self, themes, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [
            ("", _("All themes")),
            (NO_THEME, _("No theme yet")),
            *((str(theme.pk), theme.name) for theme in themes),
        ]

    def choice(self):
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("theme", "part")}
