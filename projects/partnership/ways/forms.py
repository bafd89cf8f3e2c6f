from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.partnership.models import Ways
from ui.forms import DayField, Form, ModelForm
from ui.meanwhile import OpenedAtField

MANY = 20
LONGEST = 300


class WaysForm(ModelForm):
    """The ways of working, one on each line."""

    revisit_on = DayField(
        label=_("When will you look at it again?"),
        required=False,
        help_text=_("Three months is a good time. For example, 20 7 2027."),
    )
    opened_at = OpenedAtField()

    class Meta:
        model = Ways
        fields = ["text", "revisit_on", "because"]
        labels = {
            "text": _("How do you want to work together?"),
            "because": _("Why do you change it?"),
        }
        help_texts = {
            "text": _("Write in your own words, one way on each line. Ten lines are plenty."),
            "because": _("Everyone reads it, and is asked again if they agree."),
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args, is_first=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["because"].required = False
        if is_first:
            del self.fields["because"]

    def clean_text(self):
        lines = [line.strip() for line in self.cleaned_data["text"].splitlines() if line.strip()]
        if len(lines) > MANY:
            raise ValidationError(_("These are too many to keep in mind. Use 20 lines or fewer."))
        if any(len(line) > LONGEST for line in lines):
            raise ValidationError(_("One line is very long. Use 300 letters or fewer in each."))
        return "\n".join(lines)

    @property
    def details(self):
        typed = self.cleaned_data
        return {name: typed[name] for name in ("text", "revisit_on", "because") if name in typed}


class LookAgainForm(Form):
    revisit_on = DayField(label=_("When will you look at it again?"))


class AgreeForm(Form):
    note = forms.CharField(
        label=_("Would you like to say something with it?"),
        widget=forms.Textarea,
        required=False,
        help_text=_("Your team reads that you agree, with your name and these words."),
    )


class NotYetForm(Form):
    note = forms.CharField(
        label=_("What does not work for you?"),
        widget=forms.Textarea,
        help_text=_("Your team reads it, with your name. Then you talk about it together."),
    )
