from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.ideas.models import Session
from projects.models import Membership
from ui.forms import DayField, Form, ModelForm, PartialDateField
from ui.meanwhile import OpenedAtField

WAYS = {
    "group": _("A conversation in a group"),
    "workshop": _("A workshop"),
    "one": _("Talking with one person after another"),
    "stall": _("A stall or an event"),
    "visit": _("A visit, or walking round together"),
    "call": _("A phone or video call"),
}
"""The usual ways; people may say another in their own words."""
LARGEST = 1_000_000


class PaperForm(ModelForm):
    """Several forms on paper, typed in together: where they came from."""

    met = PartialDateField(label=_("When were they written?"), required=False)
    how_many = forms.IntegerField(
        label=_("How many people filled them in?"),
        help_text=_("Leave it empty if each form is from one person."),
        min_value=1,
        max_value=LARGEST,
        required=False,
    )

    class Meta:
        model = Session
        fields = ["question", "where", "community", "group", "how_many"]
        labels = {
            "question": _("Which question do the forms answer?"),
            "where": _("Where were they handed in?"),
            "community": _("Who wrote them?"),
            "group": _("Is it one of the groups whom the change affects?"),
        }
        help_texts = {
            "question": _("Its six letters stand at the top of each form."),
            "where": _("For example: the box in the waiting room."),
            "community": _(
                "As a group, never a name. For example: visitors of ward 3. If you do not know, "
                "say that."
            ),
        }

    field_order = ["question", "where", "community", "group", "met", "how_many"]

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["question"].queryset = project.open_questions.all()
        self.fields["question"].label_from_instance = lambda one: f"{one.word}: {one.question}"
        self.fields["question"].empty_label = _("No question in particular")
        self.fields["group"].queryset = project.groups.all()
        self.fields["group"].empty_label = _("None of them, or we do not know")
        self.fields["how_many"].widget.attrs["class"] = "nhsuk-input--width-5"
        for name in ("question", "group"):
            if not self.fields[name].queryset:
                del self.fields[name]

    needs_ideas = True

    def details_with(self, ideas):
        """What `Session.record` takes. Each form is from one person, unless somebody counted."""
        how_many = self.cleaned_data["how_many"] or len(ideas)
        mine = {"way": Session.Way.PAPER, "how_many": how_many, "ideas": ideas}
        return self.cleaned_data | mine


class SessionForm(PaperForm):
    """Where people were met, who they were as a group, how many, how, and what they said."""

    met = PartialDateField(label=_("When did you meet?"), required=False)
    how = forms.ChoiceField(
        label=_("How did you ask them?"),
        choices=[("", _("Choose one, or say it below")), *WAYS.items()],
        required=False,
    )
    own_way = forms.CharField(
        label=_("How, in your own words"), max_length=200, required=False,
        help_text=_("For example: with pictures, or in Polish with an interpreter."),
    )  # fmt: skip
    how_many = forms.IntegerField(
        label=_("How many people were there?"),
        help_text=_("If there were fewer than five, we do not show how many."),
        min_value=1,
        max_value=LARGEST,
        required=False,
    )
    opened_at = OpenedAtField()

    class Meta:
        model = Session
        fields = [
            "question",
            "where",
            "community",
            "group",
            "how_many",
            "how_many_note",
            "main_points",
            "answer_to",
        ]
        labels = {
            "question": _("Which question did you ask?"),
            "where": _("Where did you meet?"),
            "community": _("Who was there?"),
            "group": _("Is it one of the groups whom the change affects?"),
            "how_many_note": _("Is there more to say about the number?"),
            "main_points": _("What were the main points?"),
            "answer_to": _("Who brings the answer back to them?"),
        }
        help_texts = {
            "where": _("For example: the Friday lunch club."),
            "community": _(
                "As a group, never a name: people in the room are never named here. For example: "
                "carers at the lunch club."
            ),
            "how_many_note": _("For example: about 30, people came and went."),
            "main_points": _("One point on a line. What is an idea goes into the rows below."),
            "answer_to": _("So that they hear what became of what they said."),
        }

    field_order = [
        "where",
        "community",
        "group",
        "met",
        "how_many",
        "how_many_note",
        "how",
        "own_way",
        "question",
        "main_points",
        "answer_to",
    ]
    COUNTED = [f"of_{key}" for key in Membership.Perspective.values]

    def __init__(self, project, *args, **kwargs):
        super().__init__(project, *args, **kwargs)
        for key, label in Membership.Perspective.choices:
            self.fields[f"of_{key}"] = counted(label)

    @property
    def counted(self):
        """The boxes for how many of which people, which are drawn in a place of their own."""
        return [self[name] for name in self.COUNTED]

    @property
    def somebody_counted(self):
        return any(field.errors or field.value() for field in self.counted)

    def clean(self):
        said = super().clean()
        parts = [said.get(name) or 0 for name in self.COUNTED]
        if said.get("how_many") and sum(parts) > said["how_many"]:
            self.add_error("how_many", _("You counted more people by what they bring than in all."))
        own, usual = said.get("own_way", ""), said.get("how", "")
        said["method"] = ", ".join(str(one) for one in (WAYS.get(usual), own) if one)
        return said

    needs_ideas = False

    def details_with(self, ideas):
        return self.details | {"ideas": ideas}

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        said = dict(self.cleaned_data)
        counts = {name.removeprefix("of_"): said.pop(name) for name in self.COUNTED}
        for name in ("how", "own_way", "opened_at"):
            del said[name]
        return said | {"breakdown": {key: number for key, number in counts.items() if number}}


def counted(label):
    field = forms.IntegerField(label=label, min_value=0, max_value=LARGEST, required=False)
    field.widget.attrs["class"] = "nhsuk-input--width-5"
    return field


SAID = ("question", "where", "community", "group", "met", "how_many", "how_many_note",
        "main_points", "answer_to")  # fmt: skip


def as_typed_in(session):
    """What the form says when it is opened about a session that is there already."""
    said = {name: getattr(session, name) for name in SAID}
    said |= {f"of_{key}": number for key, number in session.breakdown.items()}
    usual = {str(label): key for key, label in WAYS.items()}
    how = usual.get(session.method, "")
    own_way = "" if how else session.method
    return said | {"how": how, "own_way": own_way, "opened_at": session.version}


class GivenBackForm(Form):
    """The group has got its answer: when, and from whom."""

    on = DayField(label=_("On which day?"))
    who = forms.CharField(
        label=_("Who brought it?"),
        max_length=200,
        help_text=_("A name from the team, or a role. For example: the ward manager."),
    )
    up_to = OpenedAtField()
    """The number of the last outcome that was there when the form was opened."""
    moves = OpenedAtField()
    """How much had happened to their ideas by then."""

    def clean_on(self):
        if self.cleaned_data["on"] and self.cleaned_data["on"] > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come. Write it down afterwards."))
        return self.cleaned_data["on"]
