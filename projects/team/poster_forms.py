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
    """What the poster says, and to whom."""

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
    perspectives = forms.MultipleChoiceField(
        label=_("Who do you look for?"),
        choices=Membership.Perspective.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one.")},
    )
    role = PosterRoleField(
        label=_("What will they do?"),
        choices=JoinPage.Role.choices,
        help_text=_("Nobody becomes a lead by a poster."),
    )
    closes_on = DayField(
        label=_("Until when can people ask?"), help_text=_("After that day the page says so.")
    )

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
