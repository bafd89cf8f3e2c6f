from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.plan.models import Approval
from ui.forms import DayField, ModelForm
from ui.meanwhile import OpenedAtField


class ApprovalForm(ModelForm):
    """Who has to say yes, to what, and by when."""

    needed_by = DayField(label=_("By when do you need it?"), required=False)
    asked_on = DayField(label=_("When did you ask them?"), required=False)
    opened_at = OpenedAtField()

    class Meta:
        model = Approval
        fields = ["who", "what_for", "needed_by", "asked_on"]
        labels = {"who": _("Who must say yes?"), "what_for": _("To what?")}
        help_texts = {
            "who": _(
                "For example: the board, the body that pays, or the council's health scrutiny "
                "group. Leave out names."
            ),
            "what_for": _("For example: the money for the second room."),
        }

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


def as_typed_in(approval):
    """What the form says when it is opened about one that is there already."""
    said = {name: getattr(approval, name) for name in ApprovalForm.Meta.fields}
    return said | {"opened_at": approval.version}


class AnswerForm(ModelForm):
    """What they said. A no, and that it is not needed after all, say why."""

    state = forms.ChoiceField(
        label=_("What did they say?"),
        choices=[
            (Approval.State.HAD, _("Yes")),
            (Approval.State.REFUSED, _("No")),
            (Approval.State.NOT_NEEDED, _("It is not needed after all")),
        ],
        widget=forms.RadioSelect,
    )
    answered_on = DayField(label=_("When?"), required=False)
    opened_at = OpenedAtField()

    class Meta:
        model = Approval
        fields = ["state", "answered_on", "answered_by", "reference", "because"]
        labels = {
            "answered_by": _("Who answered?"),
            "reference": _("Where is it written?"),
            "because": _("Why?"),
        }
        help_texts = {
            "answered_by": _("A role or a group. For example: the board at its May meeting."),
            "reference": _("For example: the number of the paper, or of the minute."),
            "because": _("Needed when they said no, or when it is not needed after all."),
        }

    def clean(self):
        cleaned = super().clean()
        on = cleaned.get("answered_on")
        if on and on > timezone.localdate():
            self.add_error("answered_on", _("This day has not come yet."))
        if cleaned.get("state") in NEED_A_REASON and not cleaned.get("because"):
            self.add_error("because", _("Write why."))
        return cleaned

    @property
    def details(self):
        names = [name for name in self.Meta.fields if name != "state"]
        return {name: self.cleaned_data[name] for name in names}


NEED_A_REASON = (Approval.State.REFUSED, Approval.State.NOT_NEEDED)


def as_answered_in(approval):
    """What the form of the answer says at first: what was said before, or today."""
    said = {name: getattr(approval, name) for name in AnswerForm.Meta.fields}
    if approval.is_waiting:
        said |= {"state": "", "answered_on": timezone.localdate()}
    return said | {"opened_at": approval.version}
