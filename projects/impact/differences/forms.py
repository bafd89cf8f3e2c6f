from django import forms
from django.utils.translation import gettext_lazy as _

from projects.impact.models import Difference
from stages.models import Sharing
from ui.forms import ModelForm, PartialDateField
from ui.meanwhile import OpenedAtField

MOST = 40
"""Ideas to choose among: those that are used, the newest first, and those chosen already."""


class DifferenceForm(ModelForm):
    """What was said, what changed, what it meant. Only the first two have to be said."""

    happened = PartialDateField(label=_("When did it change?"), required=False)
    goes_back_to = forms.TypedMultipleChoiceField(
        label=_("Which ideas does it go back to?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    sharing = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=Difference.WHO_MAY_READ,
        widget=forms.RadioSelect,
        initial=Sharing.TEAM,
    )
    opened_at = OpenedAtField()

    class Meta:
        model = Difference
        fields = ["said", "changed", "meant", "taking_part", "happened", "sharing"]
        labels = {
            "said": _("What did someone say?"),
            "changed": _("What changed because of it?"),
            "meant": _("What did that mean for people?"),
            "taking_part": _("How was it to take part?"),
        }
        help_texts = {
            "said": _("In their words, if you can. Leave out names."),
            "changed": _("Small things count: a word in a letter, a chair, a time of day."),
            "meant": _("What is better now, and for whom? What is not?"),
            "taking_part": _("What made it easy to speak up, and what made it hard?"),
        }

    field_order = ["said", "goes_back_to", "changed", "meant", "taking_part", "happened", "sharing"]

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.project = project
        shown = project.ideas.shown()
        used = shown.filter(status__in=("used", "partly")).order_by("-pk")[:MOST]
        chosen = [int(one) for one in self["goes_back_to"].value() or [] if str(one).isdecimal()]
        offered = {idea.pk: idea for idea in used} | {
            idea.pk: idea for idea in shown.filter(pk__in=[one for one in chosen if one < 2**63])
        }
        self.fields["goes_back_to"].choices = [(pk, str(idea)) for pk, idea in offered.items()]
        self.offered = offered
        if not offered:
            del self.fields["goes_back_to"]

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        said = {name: self.cleaned_data[name] for name in self.Meta.fields}
        chosen = self.cleaned_data.get("goes_back_to", ())
        return said | {"ideas": [self.offered[one] for one in chosen]}


def as_typed_in(difference):
    """What the form says when it is opened about one that is there already."""
    said = {name: getattr(difference, name) for name in DifferenceForm.Meta.fields}
    ideas = list(difference.ideas.values_list("pk", flat=True))
    return said | {"goes_back_to": ideas, "opened_at": difference.version}
