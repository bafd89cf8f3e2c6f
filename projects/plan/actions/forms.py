from django import forms
from django.utils.translation import gettext_lazy as _

from projects.checklist.forms import PersonField
from projects.models import Membership
from projects.plan.forms import DecisionField
from projects.plan.models import Action
from ui.forms import Form, ModelForm, PartialDateField
from ui.meanwhile import OpenedAtField


class ActionForm(ModelForm):
    """Something to do. Only what it is has to be said; the rest can come later.

    A lead asks anyone in the team; others take it on themselves, or leave it open.
    """

    owner = PersonField(
        label=_("Who in the team sees to it?"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("Nobody in the team yet"),
    )
    due = PartialDateField(label=_("By when?"), required=False)
    decision = DecisionField()
    opened_at = OpenedAtField()

    class Meta:
        model = Action
        fields = ["what", "owner", "body", "due", "decision", "note"]
        labels = {
            "what": _("What is to be done?"),
            "body": _("Or does another team or body see to it?"),
            "note": _("What else should people know?"),
        }
        help_texts = {
            "what": _("For example: put up the new signs at the door."),
            "body": _("For example: the estates team. Leave out names."),
        }

    def __init__(self, project, place, *args, action=None, **kwargs):
        super().__init__(*args, **kwargs)
        here = project.memberships.here().exclude(role=Membership.Role.OBSERVER)
        if "lead" not in place.abilities:
            here = here.filter(pk__in=[place.pk, action and action.owner_id])
        self.fields["owner"].queryset = here.select_related("user")
        self.fields["decision"].of(project, action and action.decision_id)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("owner") and cleaned.get("body"):
            one = _("Choose someone in the team, or write another body here: not both.")
            self.add_error("body", one)
        return cleaned

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ChangeForm(ActionForm):
    """About something that is planned already: another day says why."""

    why = forms.CharField(
        label=_("Is it another day? Why?"),
        help_text=_("The team reads this. Plans may change, and a short reason is enough."),
        widget=forms.Textarea,
        required=False,
    )

    field_order = ["what", "due", "why", "owner", "body", "decision", "note"]

    def __init__(self, project, place, *args, action, **kwargs):
        super().__init__(project, place, *args, action=action, **kwargs)
        self.before = action.due

    def clean(self):
        cleaned = super().clean()
        is_another = self.before and "due" in cleaned and cleaned["due"] != self.before
        if is_another and not cleaned.get("why") and "why" not in self.errors:
            self.add_error("why", _("It has another day now. Write why."))
        return cleaned


def as_typed_in(action):
    """What the form says when it is opened about something that is planned already."""
    said = {name: getattr(action, name) for name in ActionForm.Meta.fields}
    return said | {"opened_at": action.version}


class StopForm(Form):
    because = forms.CharField(
        label=_("Why will it not be done?"),
        help_text=_("The team reads this, and so does everyone whose idea it came from."),
        widget=forms.Textarea,
    )


class FilterForm(Form):
    """Which of them are shown; what the address says wrongly counts as left alone."""

    is_filter = True

    show = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("", _("What is still to be done")),
            ("mine", _("What is mine to do")),
            ("late", _("What was planned for before today")),
            ("nobody", _("What nobody sees to yet")),
            ("done", _("What is done")),
            ("stopped", _("What will not be done")),
            ("all", _("Everything")),
        ],
        required=False,
    )
    decision = DecisionField(label=_("From which decision"), empty_label=_("Any decision"))

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = project.decisions.exclude(actions=None)

    def choice(self):
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def found_in(self, actions, place):
        choice = self.choice()
        if "decision" in choice:
            actions = actions.filter(decision=choice["decision"])
        return FOUND[choice.get("show", "")](actions, place)


FOUND = {
    "": lambda actions, place: actions.open(),
    "mine": lambda actions, place: actions.open().filter(owner=place.pk or 0),
    "late": lambda actions, place: actions.overdue(),
    "nobody": lambda actions, place: actions.without_owner(),
    "done": lambda actions, place: actions.done().order_by("-done_on", "-pk"),
    "stopped": lambda actions, place: actions.stopped().order_by("-pk"),
    "all": lambda actions, place: actions.order_by("-pk"),
}
