from django import forms
from django.utils.translation import gettext_lazy as _

from projects.evidence.equality.starting import hint_of
from projects.evidence.models import CheckedGroup, EqualityLook, EqualityVersion
from ui.forms import DayField, ModelForm
from ui.meanwhile import OpenedAtField


class CheckedGroupForm(ModelForm):
    """A row of the equality check. Only the group has to be there."""

    due_on = DayField(label=_("By when?"), required=False)
    opened_at = OpenedAtField()

    class Meta:
        model = CheckedGroup
        fields = [*CheckedGroup.TEXTS, "due_on"]
        labels = {
            "name": _("Which group of people is it?"),
            "good": _("How could the change be good for them?"),
            "harm": _("How could it harm them, or leave them out?"),
            "known": _("What do we know about this, and from where?"),
            "action": _("What will we do?"),
            "who": _("Who does it?"),
        }
        help_texts = {
            "known": _("For example: a survey in May, or what carers told us. Or say: not known."),
            "action": _("One thing that makes the good more likely, or the harm less likely."),
            "who": _("A role or a part in the team. Leave out names."),
        }

    def __init__(self, *args, key="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = hint_of(key)

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


def as_typed_in(row):
    """What the form says when it is opened about a row that is there already."""
    said = {name: getattr(row, name) for name in CheckedGroupForm.Meta.fields}
    return said | {"opened_at": row.version}


class KeepForm(ModelForm):
    """Why the check is kept as a version just now."""

    why = forms.ChoiceField(
        label=_("Why do you keep a version now?"),
        choices=EqualityVersion.Why.choices,
        widget=forms.RadioSelect,
    )
    mark = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = EqualityVersion
        fields = ["why", "note"]
        labels = {"note": _("What should people know about this version?")}
        help_texts = {
            "note": _("For example, who looked at it with you. Leave out names."),
        }


class LookForm(ModelForm):
    class Meta:
        model = EqualityLook
        fields = ["note"]
        labels = {"note": _("What did you look at?")}
        help_texts = {"note": _("For example: new figures, and what people told us since.")}
