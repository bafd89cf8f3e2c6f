from django import forms
from django.utils.translation import gettext_lazy as _

from projects.models import Part
from stages.levels import LevelField
from ui.forms import DayField, ModelForm
from ui.meanwhile import OpenedAtField


class PartForm(ModelForm):
    """One row of “What is open?”."""

    state = forms.ChoiceField(
        label=_("Can people still shape it?"),
        choices=[
            (Part.State.OPEN, _("Open")),
            (Part.State.PARTLY, _("Partly open")),
            (Part.State.FIXED, _("Fixed")),
        ],
        widget=forms.RadioSelect,
    )
    state.hints = {
        Part.State.OPEN.value: _("Nothing is settled. People can shape it."),
        Part.State.PARTLY.value: _("Some of it is settled. People can shape the rest."),
        Part.State.FIXED.value: _("It is settled. Say so now, so that nobody is led on."),
    }
    level = LevelField(label=_("How much say do people have?"))
    look_again_on = DayField(label=_("When will you look at it again?"), required=False)
    opened_at = OpenedAtField()

    class Meta:
        model = Part
        fields = ["name", "state", "because", "by_whom", "level", "look_again_on"]
        labels = {
            "name": _("Which part of the change is it?"),
            "because": _("Why is it open, partly open or fixed?"),
            "by_whom": _("Who said so?"),
        }
        help_texts = {
            "name": _("One thing in a few words. For example: opening hours, the building, money."),
            "because": _("For example: the money is for this year only, or a law says so."),
            "by_whom": _("A role, a group or a law. For example: the trust board."),
        }

    def __init__(self, project, *args, easy=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].explain(project.edition, easy=easy)

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


def as_typed_in(part):
    """What the form says when it is opened about a part that is there already."""
    said = {name: getattr(part, name) for name in PartForm.Meta.fields}
    return said | {"opened_at": part.version}
