from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from projects.plan.forms import DecisionField
from projects.plan.models import Cycle
from ui.forms import DayField, ModelForm, PartialDateField
from ui.meanwhile import OpenedAtField


class ActionField(forms.ModelChoiceField):
    """Something of the plan that is still to be done, or what is chosen already."""

    def label_from_instance(self, action):
        return Truncator(action.what).chars(100)


class LookOnField(DayField):
    """The day on which people look again; it lies ahead."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("When will you look at it again, and choose?"))
        kwargs.setdefault(
            "help_text",
            _("For example, 20 7 2027. Without a day a trial can stay for ever, unseen."),
        )
        super().__init__(**kwargs)
        self.error_messages["required"] = _("Write the day on which you look at it again.")


LABELS = {
    "plan": _("What will you try?"),
    "where": _("Where?"),
    "who": _("With whom?"),
    "how_long": _("For how long?"),
    "prediction": _("What do you think will happen?"),
}
HINTS = {
    "plan": _("The smallest thing that can teach you something."),
    "where": _("For example: in one ward, on the Friday clinic."),
    "who": _("For example: with six people who come on Fridays. Leave out names."),
    "how_long": _("For example: for two weeks."),
    "prediction": _(
        "Say it before you begin, so that you can see later if you were right. For example: half "
        "of them will find the door without help."
    ),
}


class CycleForm(ModelForm):
    """The plan of a cycle, with the day to look again."""

    look_on = LookOnField()

    class Meta:
        model = Cycle
        fields = list(Cycle.PLAN)
        labels, help_texts = LABELS, HINTS

    @property
    def plan(self):
        return {name: self.cleaned_data[name] for name in Cycle.PLAN}

    def clean_look_on(self):
        return ahead(self.cleaned_data["look_on"])


class TestForm(CycleForm):
    """A small test with its first plan."""

    name = forms.CharField(label=_("What do you call this small test?"), max_length=200)
    stop_if = forms.CharField(
        label=_("What would make you stop at once?"),
        help_text=_("For example: someone is hurt, or people stop coming."),
        widget=forms.Textarea,
    )
    action = ActionField(
        label=_("Which part of the plan is it for?"),
        queryset=None,
        required=False,
        empty_label=_("None in particular"),
    )
    decision = DecisionField(label=_("Which decision is it about?"))
    opened_at = OpenedAtField()

    TEST = ("name", "stop_if", "look_on", "action", "decision")
    field_order = ["name", *Cycle.PLAN, "stop_if", "look_on", "action", "decision"]

    def __init__(self, project, *args, test=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.before = test.look_on if test else None
        is_open = Q(pk__in=project.actions.open().values("pk"))
        self.fields["action"].queryset = project.actions.filter(
            is_open | Q(pk=test and test.action_id)
        )
        self.fields["decision"].of(project, test and test.decision_id)

    @property
    def details(self):
        """What was typed about the test, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.TEST}

    def clean_look_on(self):
        day = self.cleaned_data["look_on"]
        return day if day == self.before else ahead(day)


class TriedForm(TestForm):
    """The same once something was seen: what was planned and predicted stays as it is."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in Cycle.PLAN:
            del self.fields[name]

    plan = None
    """It is not in this form."""


def ahead(day):
    if day and day <= timezone.localdate():
        raise forms.ValidationError(_("Choose a day after today."))
    return day


def as_typed_in(test):
    """What the form says when it is opened about a test that is there already."""
    said = {name: getattr(test, name) for name in TestForm.TEST} | {"opened_at": test.version}
    return said | {name: getattr(test.cycle, name) for name in Cycle.PLAN}


class SeenForm(ModelForm):
    """Do and study: what happened, and what was seen beside what was predicted."""

    happened_on = PartialDateField(label=_("When was it?"), required=False)
    opened_at = OpenedAtField()

    class Meta:
        model = Cycle
        fields = ["happened", "saw"]
        labels = {
            "happened": _("What happened?"),
            "saw": _("What did you see? Was it what you thought?"),
        }
        help_texts = {
            "happened": _("Also what went otherwise than planned. Leave out names."),
            "saw": _("Say it beside what you thought would happen. A surprise is worth the most."),
        }

    field_order = ["happened", "happened_on", "saw"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["happened"].required = True

    @property
    def details(self):
        return {name: self.cleaned_data[name] for name in Cycle.SEEN}


class ChooseForm(ModelForm):
    """Act: keep it, change it or stop it, and what comes next."""

    choice = forms.ChoiceField(
        label=_("What do you do with it?"), choices=Cycle.Choice.choices, widget=forms.RadioSelect
    )
    choice.hints = {
        Cycle.Choice.KEEP.value: _(
            "It worked. It goes on, and you look again on a day you choose."
        ),
        Cycle.Choice.CHANGE.value: _("You learned something. Next you plan another try."),
        Cycle.Choice.STOP.value: _("It did not help, or it did harm. It ends today."),
    }
    look_on = LookOnField(required=False)

    class Meta:
        model = Cycle
        fields = ["choice", "next_step"]
        labels = {"next_step": _("Why, and what comes next?")}
        help_texts = {
            "next_step": _("The team reads this, and so does everyone whose idea it came from."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["next_step"].required = True

    def clean_look_on(self):
        return ahead(self.cleaned_data["look_on"])

    def clean(self):
        cleaned = super().clean()
        is_kept = cleaned.get("choice") == Cycle.Choice.KEEP
        if is_kept and not cleaned.get("look_on") and "look_on" not in self.errors:
            self.add_error("look_on", _("Write a day, so that it does not stay for ever unseen."))
        return cleaned

    @property
    def details(self):
        typed = self.cleaned_data
        is_over = typed["choice"] == Cycle.Choice.STOP
        look_on = None if is_over else typed["look_on"]
        return {"next_step": typed["next_step"], "look_on": look_on}
