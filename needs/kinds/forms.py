from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from needs.models import NeedKind
from ui.forms import ModelForm


class KindForm(ModelForm):
    class Meta:
        model = NeedKind
        fields = ["name", "asks", "arrange", "used_for"]
        labels = {
            "name": _("What is it?"),
            "asks": _("What do you ask the person?"),
            "arrange": _("What should people who plan think of?"),
            "used_for": _("When does it matter?"),
        }
        help_texts = {
            "name": _("A few words, such as: A hearing loop. Name what helps, not an illness."),
            "asks": _("One question, such as: How big should the letters be?"),
            "arrange": _("A sentence or two, such as: Test the loop before people come."),
        }
        widgets = {
            "used_for": forms.RadioSelect,
            "arrange": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["used_for"].choices = NeedKind.UsedFor.choices


class NewKindForm(KindForm):
    """A further kind; asks for which organisation where the person looks after several."""

    organisation = forms.ModelChoiceField(
        label=_("For which organisation?"), queryset=Organisation.objects.none(), empty_label=None
    )
    field_order = ["organisation", *KindForm.Meta.fields]

    def __init__(self, organisations, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        if len(organisations) == 1:
            del self.fields["organisation"]
