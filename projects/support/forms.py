from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models import Membership
from ui.forms import Form, PartialDateField

AT_ONCE = 5
"""How many helpers a member may have, so that nobody fills the post of strangers."""


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, membership):
        return f"{membership.user.name} ({membership.get_perspective_display()})"


class NewForm(Form):
    """Who helps: someone of the team, or an e-mail address. A lead may write it for a member."""

    member = PersonField(
        label=_("Who needs a helper?"), queryset=None, required=False, empty_label=_("I do")
    )
    asked = forms.BooleanField(
        label=_("They told me whom they want"),
        required=False,
        help_text=_("Only if you write this for someone else. The record says that you did."),
    )
    helper = PersonField(
        label=_("Someone in the team"),
        queryset=None,
        required=False,
        empty_label=_("Nobody in the team"),
    )
    email = forms.EmailField(
        label=_("Or someone else: their e-mail address"),
        required=False,
        help_text=_("We send them an e-mail. They can say yes or no."),
    )

    def __init__(self, membership, may_lead, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.me = membership
        here = membership.project.memberships.here().select_related("user")
        without_email = here.filter(user__email=None).exclude(pk=membership.pk)
        if may_lead and without_email.exists():
            self.fields["member"].queryset = without_email
        else:
            del self.fields["member"], self.fields["asked"]
        for name in ("helper", "email"):  # one of the two: "optional" would say neither
            self.fields[name].says_when_needed = True
        self.fields["helper"].queryset = (
            here if "member" in self.fields else here.exclude(pk=membership.pk)
        )

    def clean(self):
        cleaned = super().clean()
        cleaned["member"] = member = cleaned.get("member") or self.me
        helper, email = cleaned.get("helper"), (cleaned.get("email") or "").lower()
        cleaned["email"] = email
        if member != self.me and not cleaned.get("asked"):
            self.add_error("asked", ValidationError(_("Ask them first, then tick this.")))
        if "email" not in self.errors and bool(helper) == bool(email):
            one = _("Choose someone in the team, or write one e-mail address.")
            self.add_error("helper", ValidationError(one))
        if helper == member or (email and email == member.user.email):
            self.add_error("helper", ValidationError(_("This is the same person. Choose another.")))
        if member.supports.lasting().count() >= AT_ONCE:
            many = _("There are %(num)s helpers already. End one first.") % {"num": AT_ONCE}
            self.add_error("helper", ValidationError(many))
        return cleaned


class AskedForm(Form):
    """Someone new, who says by what name they would like to be known."""

    name = forms.CharField(
        label=_("What should we call you?"),
        max_length=User._meta.get_field("name").max_length,
        help_text=_("Your name stands beside what you write for them."),
    )


class PersonForm(Form):
    """Write down what a member of the team says."""

    member = PersonField(
        label=_("Whose words do you write down?"), queryset=None, empty_label=_("Choose one")
    )
    asked = forms.BooleanField(
        label=_("They asked me to, or were with me"),
        error_messages={"required": _("Only write for someone who asked you, or was with you.")},
    )

    def __init__(self, membership, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = membership.project.memberships.here().exclude(pk=membership.pk)
        others = others.exclude(role=Membership.Role.OBSERVER)
        self.fields["member"].queryset = others.select_related("user")


class GroupForm(Form):
    """Write down what a group says that is not in the team."""

    group = forms.CharField(
        label=_("Which group?"),
        max_length=150,
        help_text=_("For example: the carers' group at the library. Leave out people's names."),
    )
    people = forms.IntegerField(
        label=_("How many people were there?"),
        min_value=1,
        max_value=10_000,
        required=False,
        help_text=_("If there were fewer than five, we do not show how many."),
    )
    met = PartialDateField(label=_("When did you meet?"), required=False)
    perspective = forms.ChoiceField(
        label=_("Who are they?"),
        choices=[*Membership.Perspective.choices, ("", _("Different people together"))],
        widget=forms.RadioSelect,
        required=False,
    )
