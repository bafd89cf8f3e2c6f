from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from projects.plan.models import PlanChange
from ui.forms import ModelForm


class DecisionsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, decision):
        return Truncator(decision.question).chars(100)


class PlanChangeForm(ModelForm):
    """What changes, why, and what happens next: people who gave their time will ask."""

    kind = forms.ChoiceField(
        label=_("What kind of change is it?"),
        choices=PlanChange.Kind.choices,
        widget=forms.RadioSelect,
    )
    decisions = DecisionsField(
        label=_("Which decisions does it touch?"),
        help_text=_("Everyone behind an idea of these decisions hears of the change."),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = PlanChange
        fields = ["kind", "what", "because", "next_step", "decisions"]
        labels = {
            "what": _("What changes?"),
            "because": _("Why?"),
            "next_step": _("What happens next?"),
        }
        help_texts = {
            "what": _("For example: the new room will open in May, not in March."),
            "because": _("The honest reason, also when it is about money."),
            "next_step": _("If you do not know yet, say so, and say when you will."),
        }

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["decisions"].queryset = project.decisions.agreed()

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
