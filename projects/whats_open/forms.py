from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models import Part
from stages.levels import LevelField
from ui.forms import DayField, Form, ModelForm
from ui.meanwhile import OpenedAtField


class PartForm(ModelForm):
    """One row of “What is open?”."""

    state = forms.ChoiceField(
        label=_("Can people still shape it?"),
        choices=[
            (Part.State.OPEN, _("Open")),
            (Part.State.PARTLY, _("Partly open")),
            (Part.State.FIXED, _("Fixed")),
        ],
        widget=forms.RadioSelect,
    )
    state.hints = {
        Part.State.OPEN.value: _("Nothing is settled. People can shape it."),
        Part.State.PARTLY.value: _("Some of it is settled. People can shape the rest."),
        Part.State.FIXED.value: _("It is settled. Say so now, so that nobody is led on."),
    }
    no_reason_yet = forms.BooleanField(
        label=_("We do not have the reason yet"),
        required=False,
        help_text=_("Only for what is fixed. The sheet says that the reason is missing."),
    )
    level = LevelField(label=_("How much say do people have?"))
    look_again_on = DayField(label=_("When will you look at it again?"), required=False)
    opened_at = OpenedAtField()

    class Meta:
        model = Part
        fields = ["name", "state", "because", "by_whom", "level", "look_again_on"]
        labels = {
            "name": _("Which part of the change is it?"),
            "because": _("Why is it open, partly open or fixed?"),
            "by_whom": _("Who said so?"),
        }
        help_texts = {
            "name": _("One thing in a few words. For example: opening hours, the building, money."),
            "because": _(
                "For example: the money is for this year only, or a law says so. "
                "What is fixed needs a reason."
            ),
            "by_whom": _("A role, a group or a law. For example: the trust board."),
        }

        error_messages = {
            "because": {
                "required": _("Write the reason, or tick “We do not have the reason yet” below.")
            },
        }

    field_order = [*Meta.fields[:3], "no_reason_yet", *Meta.fields[3:]]

    def __init__(self, project, *args, easy=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["because"].says_when_needed = True
        is_fixed = self["state"].value() == Part.State.FIXED
        self.fields["because"].required = bool(
            self.is_bound and is_fixed and not self["no_reason_yet"].value()
        )
        self.fields["level"].explain(project.edition, easy=easy)

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


def as_typed_in(part):
    """What the form says when it is opened about a part that is there already."""
    said = {name: getattr(part, name) for name in PartForm.Meta.fields}
    return said | {"opened_at": part.version, "no_reason_yet": part.is_bare}


class DayForm(Form):
    """A day of the past, to see the sheet as it stood."""

    is_filter = True
    day = DayField(label=_("Which day?"))

    @classmethod
    def of(cls, query):
        """From `?day=2026-05-03`, or from the three boxes; today when there is neither."""
        if "day" in query:
            year, month, number, *_rest = [*query["day"].split("-"), "", "", ""]
            number, month = number.lstrip("0"), month.lstrip("0")
            return cls({"day_day": number, "day_month": month, "day_year": year})
        today = timezone.localdate()
        boxes = {"day_day": today.day, "day_month": today.month, "day_year": today.year}
        return cls({name: query.get(name, str(value)) for name, value in boxes.items()})
