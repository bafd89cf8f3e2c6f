from django import forms
from django.utils.translation import gettext_lazy as _

from privacy.models import Statement
from ui.forms import ModelForm


class StatementForm(ModelForm):
    opened_at = forms.IntegerField(widget=forms.HiddenInput, required=False)
    """The number of the version that the form was opened with; 0 for the first words."""

    class Meta:
        model = Statement
        fields = ["text", "easy"]
        labels = {"text": _("The words"), "easy": _("The same in easy read")}
        help_texts = {
            "text": _(
                "Begin a heading with “# ” and each line of a list with “- ”. Leave an empty line "
                "between paragraphs. A line with [square brackets] in it is still to be written: "
                "only administrators see it."
            ),
            "easy": _("Short sentences, one thought in each. Leave it empty if you have none."),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 24}),
            "easy": forms.Textarea(attrs={"rows": 14}),
        }
