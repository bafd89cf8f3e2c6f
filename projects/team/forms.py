from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models import Membership
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
    """Someone new: by a name, with an e-mail address if they have one."""

    name = forms.CharField(
        label=_("What should we call them?"),
        max_length=User._meta.get_field("name").max_length,
        help_text=_("The name they chose. It does not have to be their full name."),
    )
    email = forms.EmailField(
        label=_("Their e-mail address"),
        required=False,
        help_text=_(
            "They sign in with it. Leave it empty if they have none: they are as full a member "
            "as anyone, and you can write for them."
        ),
    )
    field_order = ["name", "email", "role", "perspective", "speaks_for"]

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.project = project

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        here = self.project.memberships.here()
        if email and here.filter(user__email=email).exists():
            raise ValidationError(_("Someone with this address is in the team already."))
        return email

    def clean(self):
        cleaned = super().clean()
        name = cleaned.get("name", "")
        if not cleaned.get("email") and self.namesake(name):
            again = _("%(name)s is in the team already. Is this someone else? Add to the name.")
            self.add_error("name", ValidationError(again % {"name": name}))
        return cleaned

    def namesake(self, name):
        """Someone without e-mail by that name who is here: most likely this form, sent twice."""
        here = self.project.memberships.here()
        return here.filter(user__name__iexact=name, user__email=None).exists()

    def person(self):
        """The account with this address, or a new one; a known person keeps their own name."""
        email = self.cleaned_data["email"]
        known = User.objects.filter(email=email).first() if email else None
        return known or User.objects.create_user(email, self.cleaned_data["name"])


class ChangeForm(PlaceForm):
    """A lead changes a place in the team; the name in the summary is the member's own choice.

    For someone without e-mail a lead looks after the name too, and adds an address later.
    """

    name = forms.CharField(
        label=_("What should we call them?"), max_length=User._meta.get_field("name").max_length
    )
    email = forms.EmailField(
        label=_("Their e-mail address, if they have one now"),
        required=False,
        help_text=_("From then on they sign in with it and look after their name themselves."),
    )
    field_order = NewForm.field_order

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        person = self.instance.user
        if person.email:
            del self.fields["name"], self.fields["email"]
        else:
            self.initial["name"] = person.name

    def clean_email(self):
        email = self.cleaned_data["email"].lower() or None
        if email and User.objects.filter(email=email).exists():
            raise ValidationError(
                _("Someone with this address is here already. Add them to the team instead.")
            )
        return email


class OwnForm(Form):
    """What members decide themselves."""

    speaks_for = forms.CharField(
        label=_("Who do you speak for?"),
        max_length=200,
        required=False,
        help_text=_("Yourself, a group or an organisation."),
    )
    name_in_summary = forms.BooleanField(
        label=_("My name may stand in the printed summary"),
        required=False,
        help_text=_("Without this, the summary says only how many people took part."),
    )
