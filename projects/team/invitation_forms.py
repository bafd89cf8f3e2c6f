from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models import Membership
from projects.team.forms import RoleField
from projects.team.models import Invitation
from projects.team.models.invitations import OFFER, WHAT_FOR, six_weeks_from_now
from ui.display import Wording
from ui.forms import DayField, Form

WAYS = {
    Invitation.Way.EMAIL: _("By e-mail"),
    Invitation.Way.POST: _("By post: I print a letter"),
    Invitation.Way.IN_PERSON: _("In person: I print a letter and hand it over"),
}


class WayField(forms.ChoiceField):
    widget = forms.RadioSelect
    reveals = {Invitation.Way.EMAIL: "email", Invitation.Way.POST: "post_to"}


class WordsForm(Form):
    """What the invitation says in the lead's own words, and for how long it is good."""

    role = RoleField(label=_("What will they do?"), choices=Membership.Role.choices)
    what_for = forms.CharField(
        label=_("What for?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("In your own plain words: why you ask this person, and what you hope for."),
    )
    offer = forms.CharField(
        label=_("What do you offer?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("Payment, expenses, support. Promise only what you can keep."),
    )

    def __init__(self, project, *args, may_lead, **kwargs):
        starts = {"role": Membership.Role.PARTICIPANT, **words_of(project)}
        super().__init__(*args, **{"initial": starts} | kwargs)
        self.project = project
        if not may_lead:
            roles = [role for role in Membership.Role.choices if role[0] != Membership.Role.LEAD]
            self.fields["role"].choices = roles


def words_of(project):
    """The words of the project's latest invitation, or the ones we suggest.

    What the project offers for time and costs comes first, where that is written down.
    """
    words = {"what_for": str(WHAT_FOR), "offer": str(OFFER)}
    if latest := project.invitations.order_by("-pk").first():
        words = {"what_for": latest.what_for, "offer": latest.offer}
    if offered := getattr(project, "payment_offer", None):
        words["offer"] = offered.in_words[:2000]
    return words


class InviteForm(WordsForm):
    """One person to ask."""

    name = forms.CharField(
        label=_("What do you call them?"),
        max_length=User._meta.get_field("name").max_length,
        help_text=_("It stands in the invitation. They choose their own name when they join."),
    )
    way = WayField(label=_("How do you invite them?"), choices=list(WAYS.items()))
    email = forms.EmailField(
        label=_("Their e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"inputmode": "email"}),
    )
    post_to = forms.CharField(
        label=_("Their postal address"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It stands at the top of the letter, for an envelope with a window."),
    )
    phone = forms.CharField(
        label=_("Their phone number"),
        required=False,
        max_length=40,
        help_text=_("If you may ring them about this."),
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )
    perspective = forms.ChoiceField(
        label=_("What do they bring?"),
        choices=Membership.Perspective.choices,
        widget=forms.RadioSelect,
    )
    speaks_for = forms.CharField(
        label=_("Who do they speak for?"),
        max_length=200,
        required=False,
        help_text=_("Themselves, a group or an organisation."),
    )
    answer_by = DayField(
        label=_("Until when can they answer?"), help_text=_("Six weeks is a good time.")
    )
    revealed = ("email", "post_to")
    field_order = ["name", "way", "email", "post_to", "phone", "perspective", "speaks_for", "role"]

    def __init__(self, *args, asked_by, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked_by = asked_by
        self.initial.setdefault("answer_by", six_weeks_from_now())

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if email and email == self.asked_by.email:
            raise ValidationError(_("This is your own address."))
        if email and self.asked_already(email=email):
            raise ValidationError(_("This address has been invited already. See the team page."))
        return email

    def clean_name(self):
        name = self.cleaned_data["name"]
        if self.asked_already(name__iexact=name):
            again = _("You have invited %(name)s already. Is this someone else? Add to the name.")
            raise ValidationError(again % {"name": name})
        return name

    def asked_already(self, **who):
        """Most likely this form, sent twice."""
        return self.project.invitations.unanswered().filter(**who).exists()

    def clean_answer_by(self):
        day, today = self.cleaned_data["answer_by"], timezone.localdate()
        if day and not 0 <= (day - today).days <= 366:
            raise ValidationError(_("Choose a day from today to a year from now."))
        return day

    def clean(self):
        cleaned = super().clean()
        ways = Invitation.Way
        if cleaned.get("way") == ways.EMAIL and not cleaned.get("email"):
            if "email" not in self.errors:
                self.add_error("email", _("Write their e-mail address."))
        elif "email" in self.errors:
            del self.errors["email"]
        for way, name in ((ways.EMAIL, "email"), (ways.POST, "post_to")):
            if cleaned.get("way") != way:
                cleaned[name] = ""
        return cleaned


class OnPaperForm(Form):
    """Where the letter goes that takes the place of an e-mail."""

    post_to = forms.CharField(
        label=_("Their postal address"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Leave it empty if you hand the letter over."),
    )


class LetterForm(Form):
    """How the letter is printed."""

    words = forms.ChoiceField(
        label=_("Which words should the letter have?"),
        choices=Wording.choices,
        widget=forms.RadioSelect,
        help_text=_("Easy read uses short sentences. The letter is in large print either way."),
    )


class ReplyForm(Form):
    """What someone said on the slip, by phone or in person."""

    said = forms.ChoiceField(
        label=_("What did they say?"),
        choices=[("yes", _("Yes, they want to join")), ("no", _("No"))],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("What should we call them?"),
        max_length=User._meta.get_field("name").max_length,
        help_text=_("The name they chose. It does not have to be their full name."),
    )
    because = forms.CharField(
        label=_("What else did they say?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea,
        help_text=_("Only if they said no, and want you to know why."),
    )
