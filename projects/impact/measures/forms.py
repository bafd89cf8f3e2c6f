from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.impact.models import Meaning, Measure, Reading
from projects.impact.numbers import as_number, in_plain_digits
from stages.models import STEPS, Stage
from ui.forms import DayField, Form, ModelForm, PartialDateField
from ui.meanwhile import OpenedAtField


class FigureField(forms.CharField):
    """A number or words, tidied: “1250” becomes “1,250”, so that the same is written the same."""

    def __init__(self, **kwargs):
        super().__init__(max_length=200, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        number, words = as_number(text)
        return words if number is None else in_plain_digits(number)


class MeasureForm(ModelForm):
    """What is measured. Only its name, its kind and which way is better have to be said."""

    kind = forms.ChoiceField(
        label=_("What kind of measure is it?"),
        choices=Measure.Kind.choices,
        widget=forms.RadioSelect,
    )
    kind.hints = {
        Measure.Kind.OUTCOME.value: _("What is different for people. For example: how calm it is."),
        Measure.Kind.PROCESS.value: _("What we do. For example: how many were asked."),
        Measure.Kind.BALANCING.value: _("What could get worse meanwhile. For example: waiting."),
    }
    direction = forms.ChoiceField(
        label=_("Which way is better?"),
        choices=Measure.Direction.choices,
        widget=forms.RadioSelect,
    )
    expected = FigureField(
        label=_("What do you expect to see?"),
        help_text=_("A number, such as 25. Or a few words, such as: fewer than now."),
        required=False,
    )
    target_by = PartialDateField(label=_("By when?"), required=False)
    opened_at = OpenedAtField()

    class Meta:
        model = Measure
        fields = ["name", "unit", "purpose", "kind", "direction", "target_by", "numbers_from",
                  "collected_by", "note"]  # fmt: skip
        labels = {
            "name": _("What do you measure?"),
            "unit": _("What is it counted in?"),
            "purpose": _("What will it tell you?"),
            "numbers_from": _("Where do the numbers come from?"),
            "collected_by": _("Who collects them?"),
            "note": _("What else should people know about these numbers?"),
        }
        help_texts = {
            "name": _("For example: complaints about noise."),
            "unit": _("For example: complaints a month, people, or per cent."),
            "numbers_from": _("For example: the complaints book, or a short survey each month."),
            "collected_by": _("A role or a part in the team. Leave out names."),
            "note": _("For example: it counts two wards together."),
        }

    field_order = [*Meta.fields[:5], "expected", *Meta.fields[5:]]

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        said = {name: self.cleaned_data[name] for name in self.Meta.fields}
        number, words = as_number(self.cleaned_data["expected"])
        return said | {"target": number, "target_words": words}


def as_typed_in(measure):
    """What the form says when it is opened about a measure that is there already."""
    names = [*MeasureForm.Meta.fields, "expected"]
    return {name: getattr(measure, name) for name in names} | {"opened_at": measure.version}


class ReadingForm(ModelForm):
    """A number with its day, or with words for the time it is about."""

    figure = FigureField(
        label=_("What is the number?"),
        help_text=_("Words will do where there is no number. For example: 300 to 350, or Good."),
    )
    on = PartialDateField(label=_("When was it?"), required=False)
    time = forms.ChoiceField(
        label=_("Is it from before the change?"),
        choices=[
            ("before", _("Yes, it shows how things were before")),
            ("later", _("No, it is from later")),
        ],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Reading
        fields = ["period", "note"]
        labels = {
            "period": _("Is it for a longer time? Which?"),
            "note": _("What else should people know about this number?"),
        }
        help_texts = {
            "period": _("For example: the first 23 months after the change."),
        }

    field_order = ["figure", "on", "period", "time", "note"]

    def clean(self):
        if not self.errors and not (self.cleaned_data["on"] or self.cleaned_data["period"]):
            self.add_error("on", _("Write at least the year, or say below which time it is for."))
        return self.cleaned_data

    @property
    def details(self):
        typed = self.cleaned_data
        value, words = as_number(typed["figure"])
        said = {name: typed[name] for name in ("on", "period", "note")}
        return said | {"value": value, "words": words, "is_baseline": typed["time"] == "before"}


class CorrectForm(ReadingForm):
    because = forms.CharField(
        label=_("Why do you correct it?"),
        help_text=_("The earlier number stays, with this reason beside the new one."),
        widget=forms.Textarea,
    )

    field_order = [*ReadingForm.field_order, "because"]


class RetireForm(Form):
    because = forms.CharField(
        label=_("Why will you not collect it any more?"), widget=forms.Textarea
    )


class ActionsForm(Form):
    """Of which actions the measure shows whether they helped."""

    actions = forms.TypedMultipleChoiceField(
        label=_("What should this measure show the effect of?"),
        help_text=_("When one of these is done, the chart marks the day."),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, offered, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offered = {action.pk: action for action in offered}
        self.fields["actions"].choices = [(pk, one.what) for pk, one in self.offered.items()]

    @property
    def chosen(self):
        return [self.offered[pk] for pk in self.cleaned_data["actions"]]


class MeaningForm(ModelForm):
    """What people agreed when they looked at the numbers together."""

    agreed_on = DayField(label=_("When did you look at it together?"))

    class Meta:
        model = Meaning
        fields = ["text", "who", "agreed_on"]
        labels = {
            "text": _("What do you make of it?"),
            "who": _("Who looked at it?"),
        }
        help_texts = {
            "text": _(
                "What is better, and how do you know? Is anyone worse off? What do you not know? "
                "Everyone whose ideas led here is told what you write. Leave out names."
            ),
            "who": _("For example: two carers, a nurse and the ward manager. Leave out names."),
        }

    field_order = Meta.fields

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agreed_on"].error_messages["required"] = _("Write the day.")

    def clean_agreed_on(self):
        day = self.cleaned_data["agreed_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day


def time_now(project):
    """Until the project makes its change, a new number most likely shows how things were."""
    return "before" if STEPS.index(project.stage) < STEPS.index(Stage.MAKE_THE_CHANGE) else "later"


def as_typed_in_reading(reading):
    names = ("figure", "on", "period", "time", "note")
    return {name: getattr(reading, name) for name in names}
