from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.ideas.models import OpenQuestion
from projects.models import Membership
from ui.forms import DayField, ModelForm
from ui.meanwhile import OpenedAtField


class ReaderField(forms.ModelChoiceField):
    def label_from_instance(self, membership):
        return membership.user.name


class QuestionForm(ModelForm):
    """What everyone is asked, until when, and who reads what comes in."""

    closes_on = DayField(
        label=_("What is the last day to answer?"),
        help_text=_("For example, 20 7 2027. Leave it empty if there is no last day."),
        required=False,
    )
    reader = ReaderField(
        queryset=None,
        label=_("Who reads what comes in?"),
        help_text=_(
            "One person of the team. They read each idea before others can, and hear of it at once."
        ),
        empty_label=None,
    )
    opened_at = OpenedAtField()

    class Meta:
        model = OpenQuestion
        fields = ["question", "easy", "about"]
        labels = {
            "question": _("What do you ask?"),
            "easy": _("How do you ask it in easy words?"),
            "about": _("What should people know first?"),
        }
        help_texts = {
            "question": _("One question. For example: What would make waiting easier for you?"),
            "easy": _("Short words and one thought. It stands on the easy read pages and papers."),
            "about": _(
                "Two or three sentences: what it is for, and what is settled already. “What is "
                "open?” is shown beside it anyway."
            ),
        }

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = project.memberships.here().exclude(role=Membership.Role.OBSERVER)
        self.fields["reader"].queryset = people.select_related("user")

    def clean_closes_on(self):
        """A day that was there already may be over by now."""
        last_day = self.cleaned_data["closes_on"]
        is_new = last_day != self.initial.get("closes_on")
        if last_day and is_new and last_day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose one that is still to come."))
        return last_day

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: value for name, value in self.cleaned_data.items() if name != "opened_at"}


SAID = ("question", "easy", "about", "closes_on", "reader")


def as_typed_in(question):
    """What the form says when it is opened about a question that is there already."""
    return {name: getattr(question, name) for name in SAID} | {"opened_at": question.version}
