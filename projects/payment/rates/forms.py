from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from projects.payment.claims.forms import AmountField
from projects.payment.models import Rate
from ui.forms import DayField, ModelForm

FAR = timedelta(days=3 * 366)


class RateForm(ModelForm):
    """What the organisation pays for, how much, and from when."""

    amount = AmountField(
        label=_("How much, in pounds?"),
        required=False,
        help_text=_("Leave it empty when you pay back what it costs."),
    )
    unit = forms.ChoiceField(
        label=_("For how much?"), choices=Rate.Unit.choices, widget=forms.RadioSelect
    )
    from_on = DayField(
        label=_("From which day?"),
        help_text=_("What was paid before that day can still be read."),
    )
    field_order = ["what", "amount", "unit", "note", "from_on"]

    class Meta:
        model = Rate
        fields = ["what", "amount", "unit", "note", "from_on"]
        labels = {"what": _("What do you pay for?"), "note": _("What should people know?")}
        help_texts = {
            "what": _("For example: taking part in a meeting, or reading papers at home.")
        }

    def clean_from_on(self):
        day = self.cleaned_data["from_on"]
        if day and abs(day - timezone.localdate()) > FAR:
            raise ValidationError(_("Choose a day within three years of today."))
        return day

    def clean(self):
        cleaned = super().clean()
        is_cost = cleaned.get("unit") == Rate.Unit.COST
        if cleaned.get("amount") is None and not is_cost and "amount" not in self.errors:
            self.add_error("amount", _("Write how much it is, or choose “what it costs”."))
        return cleaned


class NewRateForm(RateForm):
    """A further rate; asks for which organisation where the person looks after several."""

    organisation = forms.ModelChoiceField(
        label=_("For which organisation?"), queryset=Organisation.objects.none(), empty_label=None
    )
    field_order = ["organisation", *RateForm.field_order]

    def __init__(self, organisations, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        if len(organisations) == 1:
            del self.fields["organisation"]
