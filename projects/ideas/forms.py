from django import forms
from django.utils.translation import gettext_lazy as _

from projects.ideas.models import Idea
from ui.forms import Form, ModelForm
from ui.meanwhile import OpenedAtField

NO_THEME = "none"


class QuestionField(forms.ModelChoiceField):
    """Open questions, in easy words for those who read easy words."""

    easy = False

    def label_from_instance(self, question):
        return question.in_words(easy=self.easy)


class IdeaForm(ModelForm):
    """A member's own idea. Where nobody is asked anything, there is nothing to choose."""

    question = QuestionField(
        queryset=None, label=_("Does it answer one of these questions?"), required=False,
        empty_label=_("No question in particular"),
    )  # fmt: skip
    theme = forms.ModelChoiceField(
        queryset=None, label=_("Which theme does it belong to?"), required=False,
        empty_label=_("No theme yet"),
    )  # fmt: skip

    class Meta:
        model = Idea
        fields = ["text"]
        labels = {"text": _("What is your idea?")}
        help_texts = {
            "text": _("Write it in your own words. Nobody changes them. Leave out other names.")
        }

    field_order = ["text", "question", "theme"]

    def __init__(self, project, *args, may_lead=False, easy=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["question"].easy = easy
        self.fields["question"].queryset = project.open_questions.open()
        self.fields["theme"].queryset = project.themes.all()
        self.fields["text"].widget.attrs["rows"] = 6
        if not may_lead or not self.fields["theme"].queryset:
            del self.fields["theme"]
        if not self.fields["question"].queryset:
            del self.fields["question"]


class BecameForm(Form):
    """What became of an idea, and why."""

    status = forms.ChoiceField(
        label=_("What becomes of it?"),
        choices=[
            (Idea.Status.LOOKING, _("We are looking at it")),
            (Idea.Status.USED, _("We use it")),
            (Idea.Status.PARTLY, _("We use part of it")),
            (Idea.Status.NOT_USED, _("We do not use it")),
            (Idea.Status.NEW, _("It is new again")),
        ],
        widget=forms.RadioSelect,
    )
    status.hints = {
        Idea.Status.LOOKING.value: _("You are talking about it, or finding out more."),
        Idea.Status.PARTLY.value: _("Say below which part, and why not the rest."),
        Idea.Status.NOT_USED.value: _("Say below why. An honest no is better than silence."),
    }
    because = forms.CharField(
        label=_("Why?"),
        help_text=_(
            "Everyone behind the idea reads this. Write it as you would say it to them. "
            "You need a reason when you use part of it, or none of it."
        ),
        widget=forms.Textarea,
        required=False,
    )
    because.says_when_needed = True
    after = OpenedAtField()
    """The number of the last outcome that was on the page."""

    def clean(self):
        said = super().clean()
        is_bare = not said.get("because", "").strip() and "because" not in self.errors
        if is_bare and said.get("status") in Idea.NEEDS_WHY:
            self.add_error("because", _("Write the reason. People who gave ideas will ask."))
        return said


class PutUnderForm(Form):
    theme = forms.ModelChoiceField(
        queryset=None, label=_("Theme"), required=False, empty_label=_("No theme yet")
    )
    theme.says_when_needed = True

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = project.themes.all()


class FilterForm(Form):
    """Every field may be left alone; what the address says wrongly counts as left alone."""

    is_filter = True

    theme = forms.ChoiceField(label=_("Theme"), required=False)
    status = forms.ChoiceField(
        label=_("What became of it"),
        choices=[("", _("Whatever became of it")), *Idea.Status.choices],
        required=False,
    )
    way = forms.ChoiceField(
        label=_("How it came"), choices=[("", _("Any way")), *Idea.Way.choices], required=False
    )

    def __init__(self, themes, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [
            ("", _("All themes")),
            (NO_THEME, _("No theme yet")),
            *((str(theme.pk), theme.name) for theme in themes),
        ]

    def choice(self):
        """What someone chose: `{name: value}` of those that are not left alone."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def found_in(self, ideas):
        choice = self.choice()
        theme = choice.pop("theme", "")
        if theme:
            ideas = ideas.filter(theme=None if theme == NO_THEME else int(theme))
        return ideas.filter(**choice)

    def in_words(self):
        """`(label, value)` of each that was chosen, as people read them."""
        for name, value in self.choice().items():
            yield self.fields[name].label, dict(self.fields[name].choices)[value]
