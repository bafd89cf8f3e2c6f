from django import forms
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from projects.plan.models import Aim
from ui.forms import ModelForm, PartialDateField
from ui.meanwhile import OpenedAtField


class DecisionField(forms.ModelChoiceField):
    """A decision of the project that stands, or the one that is chosen already."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Which decision does it come from?"))
        kwargs.setdefault("empty_label", _("No decision in particular"))
        super().__init__(queryset=None, required=False, **kwargs)

    def of(self, project, chosen=None):
        standing = project.decisions.standing().values("pk")
        self.queryset = project.decisions.filter(Q(pk__in=standing) | Q(pk=chosen))

    def label_from_instance(self, decision):
        return Truncator(decision.question).chars(100)


class AimForm(ModelForm):
    """The aim, part by part. How much and by when may come later."""

    by_when = PartialDateField(label=_("By when?"), required=False)
    opened_at = OpenedAtField()

    class Meta:
        model = Aim
        fields = ["better", "for_whom", "how_much", "by_when"]
        labels = {
            "better": _("What gets better?"),
            "for_whom": _("For whom?"),
            "how_much": _("By how much?"),
        }
        help_texts = {
            "better": _("For example: the waiting room is calmer."),
            "for_whom": _("For example: people who wait there, and those who come with them."),
            "how_much": _("For example: half as many complaints about noise."),
        }
        widgets = {
            "better": forms.Textarea(attrs={"rows": 3}),
            "for_whom": forms.Textarea(attrs={"rows": 2}),
            "how_much": forms.Textarea(attrs={"rows": 2}),
        }

    @property
    def details(self):
        """What was typed, for the model's verbs: each part on one line, as it is read out."""
        return {name: " ".join(self.cleaned_data[name].split()) for name in self.Meta.fields}


class NewAimForm(AimForm):
    """Another aim in place of the one there is."""

    because = forms.CharField(
        label=_("Why is it another aim now?"),
        help_text=_("The team reads this, and the aim you had before stays beside it."),
        widget=forms.Textarea,
    )

    field_order = [*AimForm.Meta.fields, "because"]


def as_typed_in(aim):
    """What the form says when it is opened about the aim that is there already."""
    return {name: getattr(aim, name) for name in Aim.PARTS} | {"opened_at": aim.version}
