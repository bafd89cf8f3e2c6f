from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.conversation.models import Update
from ui.forms import DayField, Form, ModelForm
from ui.meanwhile import OpenedAtField


class UpdateForm(ModelForm):
    """All that an update says, and who it is for."""

    promised_on = DayField(
        label=_("When will you say more?"),
        help_text=_("You are reminded on that day. For example, 20 7 2027."),
        required=False,
    )
    opened_at = OpenedAtField()

    class Meta:
        model = Update
        fields = ["kind", "headline", "text", "what_next", "promised_on", "have_a_say", "easy",
                  "easy_tested", "audience", "keeps"]  # fmt: skip
        widgets = {
            "kind": forms.RadioSelect,
            "audience": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 7}),
        }
        labels = {
            "kind": _("What kind of update is it?"),
            "headline": _("What is it about, in one sentence?"),
            "text": _("What happened?"),
            "easy": _("The same in easy words"),
            "easy_tested": _("Someone who needs easy words has read them and understood"),
            "what_next": _("What happens next?"),
            "have_a_say": _("How can people have a say?"),
            "audience": _("Who is it for?"),
            "keeps": _("Does it say what an earlier update promised?"),
        }
        help_texts = {
            "headline": _("For example: The clinic stays open on Saturdays until the summer."),
            "text": _("Say bad news as it is, and why. Leave out names."),
            "what_next": _("What the team does now, and when. You can leave it empty."),
            "have_a_say": _("Where people can say what they think, and until when."),
            "easy": _("Short words, one thought in each sentence. Readers see it is a draft."),
        }

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        promises = project.updates.promises()
        mine = self.initial.get("keeps")
        if mine:
            promises = project.updates.sent().filter(pk=mine) | project.updates.promises()
        self.fields["keeps"].queryset = promises
        self.fields["keeps"].empty_label = _("No")
        if not promises.exists():
            del self.fields["keeps"]

    def clean_promised_on(self):
        """A day that was there already may be over by now."""
        day = self.cleaned_data["promised_on"]
        if day and day != self.initial.get("promised_on") and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose one that is still to come."))
        return day

    def clean(self):
        said = super().clean()
        says_when = said.get("promised_on") or "promised_on" in self.errors
        if said.get("kind") == Update.Kind.UNKNOWN and not says_when:
            self.add_error("promised_on", _("Say on which day you will know more."))
        if said.get("easy_tested") and not said.get("easy") and "easy" not in self.errors:
            self.add_error("easy", _("Write the easy words that were read."))
        return said

    @property
    def words(self):
        """What was typed, for the model's verbs."""
        return {name: value for name, value in self.cleaned_data.items() if name in Update.WORDS}


def as_typed_in(update):
    """What the form says when it is opened about a draft that is there already."""
    said = {name: getattr(update, name) for name in Update.WORDS if name != "keeps"}
    return said | {"keeps": update.keeps_id, "opened_at": update.version}


class CorrectForm(Form):
    text = forms.CharField(
        label=_("What is right?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what is right.")},
    )
    easy = forms.CharField(
        label=_("What is right, in easy words"),
        help_text=_("Short words, one thought in each sentence. You can leave this empty."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    because = forms.CharField(
        label=_("What was wrong, and how did it come about?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write why. A short, honest reason is enough.")},
    )
