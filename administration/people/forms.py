from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from ui.forms import Form


class SearchForm(Form):
    """Words of a name or of an address; what cannot be read counts as nothing asked."""

    words = forms.CharField(label=_("A name or an e-mail address"), required=False, max_length=200)
    is_filter = True

    def asked(self):
        return self.cleaned_data.get("words", "") if self.is_valid() else ""


class AddressForm(Form):
    email = forms.EmailField(
        label=_("The right e-mail address"),
        max_length=User._meta.get_field("email").max_length,
        widget=forms.EmailInput(attrs={"inputmode": "email"}),
        error_messages={
            "required": _("Type their e-mail address."),
            "invalid": _("This is not a whole e-mail address. It needs an @."),
        },
    )


class SwitchOffForm(Form):
    because = forms.CharField(
        label=_("Why?"), widget=forms.Textarea, max_length=500, help_text=_("We keep the reason.")
    )
    tell = forms.BooleanField(
        label=_("Tell them by e-mail, with this reason"),
        required=False,
        help_text=_("Take the tick away if the person has died."),
    )


class MergeForm(Form):
    """Which of two accounts stays, and which address signs in."""

    keep = forms.ChoiceField(label=_("Which account stays?"), widget=forms.RadioSelect)
    email = forms.ChoiceField(
        label=_("Which e-mail address do they sign in with?"), widget=forms.RadioSelect
    )

    def __init__(self, one, other, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in (one, other)}
        names = {key: name_and_address(person) for key, person in self.people.items()}
        self.fields["keep"].choices = list(names.items())
        addresses = [person.email for person in (one, other) if person.email]
        self.addresses = addresses
        if len(addresses) > 1:
            self.fields["email"].choices = [(email, email) for email in addresses]
        else:
            del self.fields["email"]

    def clean_keep(self):
        if not self.people[self.cleaned_data["keep"]].is_active:
            raise ValidationError(_("This account is switched off. Bring it back first."))
        return self.cleaned_data["keep"]

    @property
    def kept(self):
        return self.people[self.cleaned_data["keep"]]

    @property
    def gone(self):
        return next(one for one in self.people.values() if one != self.kept)

    @property
    def address(self):
        """The chosen address; the only one there is; or None."""
        return self.cleaned_data.get("email") or next(iter(self.addresses), None)


def name_and_address(person):
    return f"{person.name} ({person.email})" if person.email else person.name
