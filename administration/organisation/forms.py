from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from administration.organisation.colour import ENOUGH, contrast_with_white
from ui.forms import Form, ModelForm


class OrganisationForm(ModelForm):
    """What an organisation says of itself, at the head and the foot of its pages."""

    class Meta:
        model = Organisation
        fields = [
            "name",
            "colour",
            "contact_name",
            "contact_email",
            "contact_phone",
            "contact_address",
            "crisis_help",
        ]
        labels = {
            "name": _("Name of the organisation"),
            "colour": _("Colour of the head of each page"),
            "contact_name": _("Who can people ask?"),
            "contact_email": _("E-mail address for questions"),
            "contact_phone": _("Phone number for questions"),
            "contact_address": _("Postal address"),
            "crisis_help": _("Where to find help when someone is upset"),
        }
        help_texts = {
            "colour": _("White words stand on it, so it has to be dark."),
            "contact_name": _("A person or a team."),
            "contact_address": _("Stands on letters."),
            "crisis_help": _("Stands at the foot of every page. Give a phone number and a time."),
        }
        widgets = {"colour": forms.TextInput(attrs={"type": "color", "class": "colour-box"})}
        error_messages = {
            "name": {"unique": _("There is an organisation with this name already.")},
            "contact_email": {
                "invalid": _("This is not a whole e-mail address. It needs an @."),
            },
        }

    def clean_colour(self):
        colour = self.cleaned_data["colour"].lower()
        Organisation._meta.get_field("colour").run_validators(colour)
        if contrast_with_white(colour) < ENOUGH:
            raise ValidationError(
                _("White words cannot be read well on this colour. Choose a darker one.")
            )
        return colour


class AddForm(Form):
    """Someone for a list. Known and unknown addresses are answered alike."""

    email = forms.EmailField(
        label=_("Their e-mail address"),
        max_length=User._meta.get_field("email").max_length,
        widget=forms.EmailInput(attrs={"inputmode": "email"}),
        help_text=_("They sign in with it: we send a code each time. We write to them now."),
        error_messages={
            "required": _("Type their e-mail address."),
            "invalid": _("This is not a whole e-mail address. It needs an @."),
        },
    )
    name = forms.CharField(
        label=_("What should we call them?"),
        max_length=User._meta.get_field("name").max_length,
        required=False,
        help_text=_("Only for someone who is new here. They can change it."),
    )

    def clean_email(self):
        return self.cleaned_data["email"].lower()
