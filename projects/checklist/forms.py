from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.checklist.models import EASY_ANSWERS, Answer, ChecklistItem, OtherView
from projects.models import Membership
from ui.forms import DayField, Form, ModelForm
from ui.meanwhile import OpenedAtField


class AnswerForm(Form):
    """The group's answer. One tap sends only a value; the page sends the note and its version."""

    value = forms.ChoiceField(
        label=_("What does the team say?"),
        choices=Answer.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    note = forms.CharField(
        label=_("A note"),
        widget=forms.Textarea,
        required=False,
        help_text=_(
            "A short note helps with “partly” and “not yet”. “Not needed” has to say why. "
            "Do not write down anything private about a person."
        ),
    )
    opened_at = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, item, *args, easy=False, **kwargs):
        super().__init__(*args, **kwargs)
        words = EASY_ANSWERS if easy else {answer: answer.label for answer in Answer}
        offered = [answer for answer in Answer if answer or item.value]
        take_back = {Answer.NONE: _("Take the answer back")}
        self.fields["value"].choices = [
            (answer.value, (words | take_back)[answer])
            for answer in sorted(offered, key=lambda answer: not answer)
        ]

    def clean(self):
        cleaned = super().clean()
        if "note" not in self.data:
            cleaned["note"] = None
        if cleaned.get("value") == Answer.NOT_NEEDED and not cleaned.get("note"):
            why = _("Write why it is not needed, so that others can understand it later.")
            self.add_error("note", ValidationError(why))
        return cleaned


class SeeDifferentlyForm(ModelForm):
    class Meta:
        model = OtherView
        fields = ["note"]
        labels = {"note": _("How do you see it?")}
        help_texts = {
            "note": _("You can leave this empty. Your team can read it, with your name."),
        }


class ItemForm(ModelForm):
    class Meta:
        model = ChecklistItem
        fields = ["wording", "help", "easy"]
        labels = {
            "wording": _("What is there to do or talk about?"),
            "help": _("A sentence that helps"),
            "easy": _("The same in easy words"),
        }
        help_texts = {
            "wording": _("One thing, in plain words. Begin with a verb: “Ask the night staff.”"),
            "easy": _("Twelve words or fewer."),
        }


class RewordForm(ModelForm):
    opened_at = OpenedAtField()

    class Meta:
        model = ChecklistItem
        fields = ["wording", "easy", "reworded_because"]
        labels = {
            "wording": _("The item in your team's words"),
            "easy": _("The same in easy words"),
            "reworded_because": _("Why do you reword it?"),
        }
        help_texts = {
            "wording": _("The guide's own words stay readable beside yours."),
        }

    def clean(self):
        cleaned = super().clean()
        if self.instance.is_must and not cleaned.get("reworded_because"):
            why = _("This item rests on law or a standard. Write why you reword it.")
            self.add_error("reworded_because", ValidationError(why))
        return cleaned


class LeaveOutForm(Form):
    because = forms.CharField(
        label=_("Why do you leave it out?"), widget=forms.Textarea, required=False
    )
    not_yet = forms.BooleanField(
        label=_("We do not have the reason yet"),
        required=False,
        help_text=_("The involvement team will see that the reason is missing, and offer help."),
    )

    def __init__(self, item, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.item = item
        if not item.is_must:
            del self.fields["not_yet"]
        self.fields["because"].says_when_needed = item.is_must
        self.initial.setdefault("because", item.left_out_because)

    def clean(self):
        cleaned = super().clean()
        missing = not cleaned.get("because") and not cleaned.get("not_yet")
        if self.item.is_must and missing:
            why = _("This item rests on law or a standard. Write why you leave it out.")
            self.add_error("because", ValidationError(why))
        return cleaned


class PersonField(forms.ModelChoiceField):
    """A member, by the name they chose."""

    def label_from_instance(self, membership):
        return f"{membership.user.name} ({membership.get_perspective_display()})"


class GiveForm(Form):
    membership = PersonField(
        label=_("Who looks at it?"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("Nobody in particular"),
    )
    due_on = DayField(label=_("By when?"), required=False)

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        here = project.memberships.here().exclude(role=Membership.Role.OBSERVER)
        self.fields["membership"].queryset = here.select_related("user")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("due_on") and not cleaned.get("membership"):
            who = _("Choose who looks at it, or leave the date empty.")
            self.add_error("membership", ValidationError(who))
        return cleaned
