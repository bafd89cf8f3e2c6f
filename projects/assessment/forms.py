from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from projects.assessment.models import Assessment
from projects.decisions.models import Decision
from projects.models import Part
from stages.levels import levels_of
from ui.forms import DayField, Form

Outcome = Assessment.Outcome


class ThoughtForm(Form):
    """What one person says to a question. `assessment` is the one it was opened in."""

    note = forms.CharField(
        label=_("What do you say?"),
        widget=forms.Textarea,
        required=False,
        help_text=_("Your team reads it, with your name. You can leave it empty and go on."),
    )
    note.says_when_needed = True
    assessment = forms.CharField(required=False, widget=forms.HiddenInput)


class ResultForm(Form):
    """All, part or none of it; why; and what is offered instead."""

    revealed = ("parts",)

    outcome = forms.ChoiceField(
        label=_("How much of this can we do together?"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
    )
    outcome.hints = {
        Outcome.ALL.value: _("People can shape everything that is not fixed by others."),
        Outcome.PART.value: _("Some parts are shared. You say which."),
        Outcome.NONE.value: _("It is kinder to say so now than to pretend."),
    }
    outcome.reveals = {Outcome.PART.value: "parts"}
    parts = forms.MultipleChoiceField(
        label=_("Which parts of the sheet are shared?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    alternative = forms.CharField(
        label=_("If not all of it: what do you offer instead?"),
        widget=forms.Textarea,
        required=False,
        help_text=_("For example: ask people for their views, or give good information in time."),
    )
    reason = forms.CharField(
        label=_("Why?"),
        widget=forms.Textarea,
        help_text=_("People who gave their time will ask. A short, honest reason is enough."),
    )
    no_reason_yet = forms.BooleanField(label=_("We do not have the reason yet"), required=False)
    by_whom = forms.CharField(
        label=_("Who decided?"),
        max_length=Decision._meta.get_field("by_whom").max_length,
        help_text=_("For example: the team at its meeting in May, or the trust board."),
    )
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
    lived_said = forms.CharField(
        label=_("What did people who use services and carers say?"),
        widget=forms.Textarea,
        required=False,
        help_text=_("Use their own words if you can. Leave out names."),
    )
    staff_said = forms.CharField(
        label=_("What did staff say?"),
        widget=forms.Textarea,
        required=False,
        help_text=_("Use their own words if you can. Leave out names."),
    )
    review_on = DayField(label=_("When will you look at it again?"), required=False)

    def __init__(self, project, *args, easy=False, **kwargs):
        super().__init__(*args, **kwargs)
        levels = levels_of(project.edition)
        found = project.part_versions.standing().exclude(state=Part.State.FIXED)
        self.versions = {str(one.pk): one for one in found.order_by("position", "pk")}
        parts = self.fields["parts"]
        parts.choices = [(key, one.name) for key, one in self.versions.items()]
        parts.hints = {key: said_of(one, levels, easy) for key, one in self.versions.items()}
        self.fields["alternative"].says_when_needed = True
        reason = self.fields["reason"]
        reason.required = not self["no_reason_yet"].value()
        reason.error_messages["required"] = _(
            "Write the reason, or tick “We do not have the reason yet” below."
        )

    def clean(self):
        cleaned = super().clean()
        outcome = cleaned.get("outcome")
        if outcome == Outcome.PART and not cleaned.get("parts") and "parts" not in self.errors:
            none_there = _("Nothing on the sheet is open. Write the parts on the sheet first.")
            choose = _("Choose at least one part.")
            self.add_error("parts", ValidationError(choose if self.versions else none_there))
        is_bare = not cleaned.get("alternative") and "alternative" not in self.errors
        if outcome in (Outcome.PART, Outcome.NONE) and is_bare:
            self.add_error("alternative", ValidationError(_("Say what you offer instead.")))
        return cleaned

    @property
    def details(self):
        """What was typed, for `Assessment.conclude`."""
        typed = dict(self.cleaned_data)
        typed.pop("no_reason_yet")
        is_part = typed["outcome"] == Outcome.PART
        typed["parts"] = [self.versions[key] for key in typed["parts"]] if is_part else []
        return typed


def said_of(part, levels, easy):
    """The state of a part and how much say people have in it."""
    if not part.level:
        return gettext("%(state)s. How much say is not agreed yet.") % {
            "state": part.get_state_display()
        }
    level = levels[part.level]
    return f"{part.get_state_display()}. {level.easy if easy and level.easy else level.name}"


class AgreeForm(Form):
    note = forms.CharField(
        label=_("Would you like to say why?"),
        widget=forms.Textarea,
        required=False,
        help_text=_("Your team reads that you agree, with your name and these words."),
    )


class SeeDifferentlyForm(Form):
    note = forms.CharField(
        label=_("How do you see it?"),
        widget=forms.Textarea,
        help_text=_(
            "Your team reads it, with your name. It is printed in the summary only if you "
            "agreed that your words may stand there."
        ),
    )
