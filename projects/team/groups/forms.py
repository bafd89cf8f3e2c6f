from django import forms
from django.utils.translation import gettext_lazy as _

from projects.models import AffectedGroup
from ui.forms import ModelForm
from ui.meanwhile import OpenedAtField


class GroupForm(ModelForm):
    """A group of people whom the change affects."""

    here = forms.ChoiceField(
        label=_("Is someone of this group in the team?"),
        choices=[
            ("yes", _("Yes")),
            ("no", _("Not yet")),
            ("", _("We do not know")),
        ],
        required=False,
        widget=forms.RadioSelect,
        help_text=_(
            "Never write down who. Only say yes when that person is happy for the team to know."
        ),
    )
    opened_at = OpenedAtField()

    class Meta:
        model = AffectedGroup
        fields = ["name", "affected", "here", "ask"]
        labels = {
            "name": _("Which group of people is it?"),
            "affected": _("How could the change affect them?"),
            "ask": _("Who could ask them?"),
        }
        help_texts = {
            "name": _("For example: people who look after a child. Name a group, never a person."),
            "affected": _("What could get better for them, and what could get worse."),
            "ask": _("An organisation or a role that knows them, such as the carers' centre."),
        }
        widgets = {"ask": forms.Textarea(attrs={"rows": 2})}

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


def as_typed_in(group):
    """What the form says when it is opened about a group that is there already."""
    said = {name: getattr(group, name) for name in GroupForm.Meta.fields}
    return said | {"opened_at": group.version}
