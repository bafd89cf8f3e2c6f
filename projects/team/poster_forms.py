from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models import Membership
from projects.team.forms import ROLE_HINTS
from projects.team.invitation_forms import WordsForm
from projects.team.models import JoinPage
from ui.forms import DayField, Form

WORDS = _("We are changing this service together. Would you like to have a say?")


class PosterRoleField(forms.ChoiceField):
    widget = forms.RadioSelect
    hints = ROLE_HINTS


class PosterForm(Form):
    """What the notice says, and to whom. What is left empty is not on it."""

    title = forms.CharField(
        label=_("The big words at the top"),
        max_length=100,
        help_text=_("Anyone can read them. Name no person and no illness."),
    )
    words = forms.CharField(
        label=_("What it is about"),
        max_length=1000,
        widget=forms.Textarea,
        help_text=_("Two or three short sentences."),
    )
    easy = forms.CharField(
        label=_("The same in easy words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
        help_text=_("For people who read easy read. Very short sentences, one thought in each."),
    )
    purpose = forms.CharField(
        label=_("What is the team for?"),
        max_length=300,
        required=False,
        help_text=_("One sentence."),
    )
    perspectives = forms.MultipleChoiceField(
        label=_("Who do you look for?"),
        choices=Membership.Perspective.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one.")},
    )
    groups = forms.MultipleChoiceField(
        label=_("Which groups are not here yet, and should find themselves on it?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They come from the page “Who it affects”."),
    )
    role = PosterRoleField(
        label=_("What will they do?"),
        choices=JoinPage.Role.choices,
        help_text=_("Nobody becomes a lead by a poster."),
    )
    time = forms.CharField(
        label=_("How much time does it take?"),
        max_length=300,
        required=False,
        help_text=_("For example: two hours a month, for half a year."),
    )
    where = forms.CharField(label=_("Where and when do you meet?"), max_length=300, required=False)
    support = forms.CharField(
        label=_("What help is there to take part?"),
        max_length=600,
        required=False,
        widget=forms.Textarea,
        help_text=_("For example: an interpreter, a room without steps, someone to come with you."),
    )
    offer = forms.CharField(
        label=_("Payment and costs"),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
        help_text=_("Promise only what you can keep."),
    )
    questions = forms.CharField(
        label=_("How can people ask you a question first?"), max_length=300, required=False
    )
    closes_on = DayField(
        label=_("Until when can people ask to join?"),
        help_text=_("For example, 20 7 2027. After that day the page says so."),
    )

    def __init__(self, groups, *args, **kwargs):
        """`groups` are the names that can be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["groups"].choices = [(name, name) for name in groups]
        if not groups:
            del self.fields["groups"]

    def clean_closes_on(self):
        day = self.cleaned_data["closes_on"]
        if day and (day - timezone.localdate()).days > 366:
            raise ValidationError(_("Choose a day at most a year from now."))
        return day


class AnswerForm(WordsForm):
    """An answer to someone who asks to join. Nobody becomes a lead by a poster."""

    said = forms.ChoiceField(
        label=_("What do you answer?"),
        choices=[("yes", _("Yes, they are welcome")), ("no", _("Not this time"))],
        widget=forms.RadioSelect,
    )
    reply = forms.CharField(
        label=_("Your words to them"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("They read these words. If you say no, say why, kindly."),
        error_messages={"required": _("Write a few kind words. They are waiting for them.")},
    )
    field_order = ["said", "reply", "role", "offer"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, may_lead=False, **kwargs)
        del self.fields["what_for"]
        poster = JoinPage.objects.filter(project=self.project).first()
        if poster:
            self.initial["role"] = poster.role
