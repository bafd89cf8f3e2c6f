from django import forms
from django.utils.translation import gettext_lazy as _

from projects.decisions.answering import AnsweredField, Choice
from projects.decisions.models import Decision, OtherView
from stages.levels import LevelField
from stages.models import Stage
from ui.forms import DayField, ModelForm, PartialDateField
from ui.meanwhile import OpenedAtField


class DecisionForm(ModelForm):
    """Everything a decision says. Without a reason only on purpose."""

    no_reason_yet = forms.BooleanField(label=_("We do not have the reason yet"), required=False)
    where = forms.ChoiceField(
        label=_("Was it decided in this team?"),
        choices=[
            (Decision.Where.INSIDE, _("Yes, in this team")),
            (Decision.Where.OUTSIDE, _("No, by someone outside this team")),
            ("", _("We do not know")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    level = LevelField(label=_("How much say did people have?"))
    decided = PartialDateField(label=_("When was it decided?"), required=False)
    review_on = DayField(label=_("When will you look at it again?"), required=False)
    answered = AnsweredField()
    opened_at = OpenedAtField()

    class Meta:
        model = Decision
        fields = [
            "question",
            "stage",
            "options",
            "lived_said",
            "staff_said",
            "decision",
            "reason",
            "dissent",
            "by_whom",
            "where",
            "level",
            "decided",
            "review_on",
        ]
        labels = {
            "question": _("What is the question?"),
            "stage": _("Which stage does it belong to?"),
            "options": _("What could be chosen?"),
            "lived_said": _("What did people who use services and carers say?"),
            "staff_said": _("What did staff say?"),
            "decision": _("What was decided?"),
            "reason": _("Why?"),
            "dissent": _("Did anyone not agree, and why?"),
            "by_whom": _("Who decided?"),
        }
        help_texts = {
            "question": _("For example: What time should the clinic open?"),
            "options": _(
                "Write each choice on a line of its own. Doing nothing can be a choice too."
            ),
            "lived_said": _("Use their own words if you can. Leave out names."),
            "staff_said": _("Use their own words if you can. Leave out names."),
            "decision": _("Say it so that someone who was not there understands it."),
            "reason": _("People who gave their time will ask. A short, honest reason is enough."),
            "dissent": _(
                "This is shown next to the decision, in the same size. Leave out names, unless the "
                "person wants theirs to stand. It is printed in the summary."
            ),
            "by_whom": _("For example: the team at its meeting in May, or the trust board."),
        }

        error_messages = {
            "reason": {
                "required": _("Write the reason, or tick “We do not have the reason yet” below.")
            },
        }

    field_order = [*Meta.fields[:7], "no_reason_yet", *Meta.fields[7:]]

    def __init__(self, project, *args, easy=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.project = project
        self.fields["reason"].required = not self["no_reason_yet"].value()
        stages = [(stage.value, f"{stage.number}. {stage.label}") for stage in Stage]
        self.fields["stage"].choices = [("", _("No stage in particular")), *stages]
        self.fields["level"].explain(project.edition, easy=easy)

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        said = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return said | {"ideas": self.ideas}

    @property
    def ideas(self):
        """Those that are ticked and that the team can read."""
        ticked = self.cleaned_data["answered"]
        return list(self.project.ideas.shown().filter(pk__in=ticked)) if ticked else []

    @property
    def choice(self):
        """The ideas to choose among, those that are ticked already among them."""
        return Choice(self.project, AnsweredField().clean(self["answered"].value()))


class NewDecisionForm(DecisionForm):
    status = forms.ChoiceField(
        label=_("How far is it?"),
        choices=[
            (Decision.Status.AGREED, _("It is agreed")),
            (Decision.Status.PROPOSED, _("It is a proposal")),
        ],
        widget=forms.RadioSelect,
        initial=Decision.Status.AGREED,
    )
    status.hints = {
        Decision.Status.AGREED.value: _("It stays as it is. A newer decision can replace it."),
        Decision.Status.PROPOSED.value: _("You can still change it, and agree it later."),
    }


class ProposalForm(DecisionForm):
    """The same, asked about something that is not agreed yet."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fields = self.fields
        fields["decision"].label = _("What do you propose?")
        fields["by_whom"].label = _("Who decides?")
        fields["where"].label = _("Is it decided in this team?")
        fields["level"].label = _("How much say do people have?")
        fields["dissent"].label = _("Does anyone not agree, and why?")
        fields["decided"].label = _("When is it decided?")


class SeeDifferentlyForm(ModelForm):
    class Meta:
        model = OtherView
        fields = ["note"]
        labels = {"note": _("How do you see it?")}
        help_texts = {
            "note": _(
                "Your team reads it, with your name. It is printed in the summary only if you "
                "agreed that your words may stand there."
            ),
        }


def as_typed_in(decision):
    """What the form says when it is opened about a decision that is there already."""
    said = {name: getattr(decision, name) for name in DecisionForm.Meta.fields}
    on_purpose = decision.is_proposed and not decision.reason
    answered = list(decision.ideas.values_list("pk", flat=True))
    also = {"no_reason_yet": on_purpose, "opened_at": decision.version, "answered": answered}
    return said | also
