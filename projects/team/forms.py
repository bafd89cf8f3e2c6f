from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models import Membership
from projects.team.models import Invitation
from ui.forms import Form, ModelForm

ROLE_HINTS = {
    "lead": _(
        "Runs the project and records decisions. Two leads are usual: one with lived "
        "experience and one from staff."
    ),
    "participant": _("Ticks items, says what they think, writes."),
    "observer": _("Looks, and changes nothing."),
}


class RoleField(forms.ChoiceField):
    widget = forms.RadioSelect
    hints = ROLE_HINTS


class PlaceForm(ModelForm):
    """A person's place in the team."""

    role = RoleField(label=_("What will they do?"), choices=Membership.Role.choices)

    class Meta:
        model = Membership
        fields = ["role", "perspective", "speaks_for"]
        labels = {
            "perspective": _("What do they bring?"),
            "speaks_for": _("Who do they speak for?"),
        }
        help_texts = {"speaks_for": _("Themselves, a group or an organisation.")}
        widgets = {"perspective": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["perspective"].choices = Membership.Perspective.choices


class NewForm(PlaceForm):
    """Someone without e-mail who has said yes in person. Everyone else is invited."""

    name = forms.CharField(
        label=_("What should we call them?"),
        max_length=User._meta.get_field("name").max_length,
        help_text=_("The name they chose. It does not have to be their full name."),
    )
    field_order = ["name", "role", "perspective", "speaks_for"]

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.project = project

    def clean_name(self):
        name = self.cleaned_data["name"]
        if self.namesake(name):
            again = _("%(name)s is in the team already. Is this someone else? Add to the name.")
            raise ValidationError(again % {"name": name})
        return name

    def namesake(self, name):
        """Someone without e-mail by that name who is here: most likely this form, sent twice."""
        here = self.project.memberships.here()
        return here.filter(user__name__iexact=name, user__email=None).exists()


class ChangeForm(PlaceForm):
    """A lead changes a place in the team; what a member shares is asked in `consents`.

    For someone without e-mail a lead looks after the name too; a lead who came with a code on
    paper gives nobody an address. When they have an address later,
    we ask there: nobody signs in with an address they have not proved.
    """

    name = forms.CharField(
        label=_("What should we call them?"), max_length=User._meta.get_field("name").max_length
    )
    email = forms.EmailField(
        label=_("Their e-mail address, if they have one now"),
        required=False,
        help_text=_(
            "We send them a link there. Once they open it, they sign in with this address and look "
            "after their name themselves."
        ),
    )
    field_order = ["name", "email", "role", "perspective", "speaks_for"]

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        person = self.instance.user
        if person.email:
            del self.fields["name"], self.fields["email"]
        else:
            self.initial["name"] = person.name
            if by.confined_to:
                del self.fields["email"]

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if email and Invitation.opens_more_than(self.instance, by=self.by):
            raise ValidationError(BY_AN_ADMINISTRATOR)
        return email


BY_AN_ADMINISTRATOR = _(
    "An administrator has to do this, because the address would open this person's whole account, "
    "and not only their place in this team."
)


class OwnForm(Form):
    """What members decide themselves."""

    speaks_for = forms.CharField(
        label=_("Who do you speak for?"),
        max_length=200,
        required=False,
        help_text=_("Yourself, a group or an organisation."),
    )
