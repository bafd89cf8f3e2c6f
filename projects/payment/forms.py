from django import forms
from django.utils.translation import gettext_lazy as _

from projects.models import Membership
from projects.payment.models import PaymentOffer
from ui.forms import Form, ModelForm
from ui.meanwhile import OpenedAtField


class OfferForm(ModelForm):
    """What the project offers for people's time and costs."""

    pays = forms.ChoiceField(
        label=_("What do you pay for people's time?"),
        choices=PaymentOffer.Pays.choices,
        widget=forms.RadioSelect,
    )
    opened_at = OpenedAtField()

    class Meta:
        model = PaymentOffer
        fields = list(PaymentOffer.SAID)
        labels = {
            "paid": _("What should people know about it?"),
            "expenses": _("Which costs do you pay?"),
            "how_to_claim": _("How do people claim?"),
            "how_long": _("How long does it take until they have the money?"),
            "ask": _("Who can they ask?"),
            "benefits": _("Where do they get advice about benefits?"),
        }
        help_texts = {
            "paid": _("Your own amounts, or why you cannot pay. Promise only what you can keep."),
            "expenses": _(
                "For example: bus, taxi, someone to look after the person they care for."
            ),
            "how_to_claim": _("Can you pay costs before people have them? Then say so here."),
            "benefits": _(
                "Being paid can change someone's benefits. Say who gives advice that is free, "
                "before they say yes."
            ),
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("pays") == PaymentOffer.Pays.OWN and not cleaned.get("paid"):
            self.add_error("paid", _("Write what you pay."))
        return cleaned

    @property
    def details(self):
        """What was typed, for the model's verb."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class LeadField(forms.ModelChoiceField):
    def label_from_instance(self, membership):
        return membership.user.name


class KeeperForm(Form):
    """Which lead looks after payment."""

    member = LeadField(
        label=_("Which lead looks after payment?"),
        queryset=Membership.objects.none(),
        empty_label=_("Choose one"),
        help_text=_("They, and nobody else, see what others in the team claim."),
    )

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        leads = project.memberships.here().leads().filter(user__is_active=True)
        self.fields["member"].queryset = leads.select_related("user")
