from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models import Membership
from stages.models import Sharing
from ui.forms import DayField, Form

QUESTION_LENGTH = 2000


class AskForm(Form):
    """A member asks the team."""

    question = forms.CharField(
        label=_("What do you want to know?"),
        max_length=QUESTION_LENGTH,
        help_text=_("One question. Leave out names."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write your question here.")},
    )


class AnswerForm(Form):
    """An answer, or that it is not known yet and when it will be."""

    is_known = forms.ChoiceField(
        label=_("Do you know the answer?"),
        choices=[("yes", _("Yes")), ("no", _("We do not know yet"))],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("What do you say?"),
        help_text=_("Say what you know, and what you do not know. Leave out names."),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write an answer, or what you do to find one.")},
    )
    by_when = DayField(
        label=_("By when will you say more, if you do not know yet?"),
        help_text=_("For example, 20 7 2027. You are reminded when the day has come."),
        required=False,
    )
    easy = forms.CharField(
        label=_("The same in easy words"),
        help_text=_("Short words, one thought in each sentence. You can leave this empty."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    answered_as = forms.CharField(
        label=_("Who answers?"),
        max_length=100,
        required=False,
        help_text=_("A role, not a name: the team, the ward manager. Empty is “the team”."),
    )
    sharing = forms.ChoiceField(
        label=_("Who may read it?"),
        help_text=_("A member’s question is on the public page only if they agreed to that."),
        choices=[
            (Sharing.TEAM, _("The team, and whoever asked")),
            (Sharing.PUBLIC, _("Anyone, on the public page")),
        ],
        widget=forms.RadioSelect,
    )

    def clean(self):
        said = super().clean()
        if said.get("is_known") == "no" and "by_when" not in self.errors:
            if not said.get("by_when"):
                self.add_error("by_when", _("Say by when you will know, or say more."))
            elif said["by_when"] < timezone.localdate():
                self.add_error("by_when", _("This day is over. Choose one that is still to come."))
        return said

    @property
    def details(self):
        """What was typed, for the model's verb."""
        said = dict(self.cleaned_data)
        if said.pop("is_known") == "yes":
            said["by_when"] = None
        return said


class DeclineForm(Form):
    because = forms.CharField(
        label=_("Why do you not answer it?"),
        help_text=_("Whoever asked reads this. Be kind."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write why. A short, honest reason is enough.")},
    )


class MemberField(forms.ModelChoiceField):
    def label_from_instance(self, membership):
        return membership.user.name


class HandOverForm(Form):
    member = MemberField(queryset=None, label=_("Who sees to the answer?"), empty_label=None)

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = project.memberships.here().exclude(role=Membership.Role.OBSERVER)
        self.fields["member"].queryset = people.select_related("user")
