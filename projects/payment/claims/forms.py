from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.payment.account_numbers import check_no_account_numbers
from projects.payment.models import Claim
from ui.forms import DayField, Form


class AmountField(forms.DecimalField):
    """Pounds, however people type them: £4.50, 4,50 or 4."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def __init__(self, **kwargs):
        kwargs.setdefault("error_messages", {}).setdefault(
            "invalid", _("Write an amount in pounds, like 4.50.")
        )
        super().__init__(min_value=0, max_digits=7, decimal_places=2, localize=False, **kwargs)
        self.error_messages |= {"max_digits": _("This amount is too large.")}

    def to_python(self, value):
        text = str(value or "").replace("£", "").replace(" ", "")
        return super().to_python(text.replace(",", "."))


class ClaimForm(Form):
    """What someone would like to be paid for: never where to, and nothing about benefits."""

    what = forms.CharField(
        label=_("What would you like to claim for?"),
        max_length=200,
        validators=[check_no_account_numbers],
        help_text=_(
            "For example: the meeting on 3 May, or my bus fare. Never write a bank account, a "
            "National Insurance number or anything about benefits or tax here."
        ),
    )
    on = DayField(label=_("Which day was it?"))
    amount = AmountField(
        label=_("How much is it, if you know?"),
        required=False,
        help_text=_("In pounds, like 4.50. You can leave it empty."),
    )

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day and abs(day - timezone.localdate()) > timedelta(days=2 * 366):
            raise ValidationError(_("Choose a day within two years of today."))
        return day


class TurnForm(Form):
    """What became of a claim. If it is not paid, they are told why."""

    status = forms.ChoiceField(
        label=_("What became of it?"), choices=Claim.Status.choices, widget=forms.RadioSelect
    )
    because = forms.CharField(
        label=_("Why can it not be paid?"),
        required=False,
        max_length=500,
        validators=[check_no_account_numbers],
        widget=forms.Textarea,
        help_text=_("Only they read it. Be kind, and say what they can do now."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].reveals = {Claim.Status.NOT_PAID.value: "because"}
        self.revealed = ("because",)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("status") != Claim.Status.NOT_PAID:
            self.errors.pop("because", None)
            cleaned["because"] = ""
        elif not cleaned.get("because") and "because" not in self.errors:
            self.add_error("because", _("Say why. They wait for it."))
        return cleaned
