from django import forms
from django.utils.translation import gettext_lazy as _

from projects.impact.models import Lesson
from stages.models import Stage
from ui.forms import ModelForm
from ui.meanwhile import OpenedAtField

STAGES = [(stage.value, f"{stage.number}. {stage.label}") for stage in Stage]


class LessonForm(ModelForm):
    """What a team learned. Only a lead can put it on the shelf for other teams."""

    stage = forms.ChoiceField(
        label=_("Which stage is it about?"),
        choices=[*STAGES, ("", _("No stage in particular"))],
        required=False,
    )
    sharing = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=Lesson.Sharing.choices,
        widget=forms.RadioSelect,
        initial=Lesson.Sharing.TEAM,
    )
    opened_at = OpenedAtField()

    class Meta:
        model = Lesson
        fields = ["text", "stage", "worked", "did_not", "sharing"]
        labels = {
            "text": _("What did you learn?"),
            "worked": _("What worked?"),
            "did_not": _("What did not work?"),
        }
        help_texts = {
            "text": _("One sentence that another team can use. Leave out names."),
            "did_not": _("Say it openly, so that others do not repeat it. Nobody is to blame."),
        }

    field_order = Meta.fields

    def __init__(self, *args, may_share=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = [*STAGES, ("", _("No stage in particular"))]
        if not may_share:
            del self.fields["sharing"]

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}


class ShelfForm(forms.Form):
    """What to look for on the shelf; anything else is left alone."""

    is_filter = True
    stage = forms.ChoiceField(
        label=_("Stage"), choices=[("", _("All stages")), *STAGES], required=False
    )
    q = forms.CharField(label=_("Look for words"), required=False)

    @property
    def stage_and_words(self):
        typed = {name: str(self.data.get(name, "")) for name in ("stage", "q")}
        stage = typed["stage"] if typed["stage"] in Stage.values else ""
        return stage, typed["q"].replace("\0", "").strip()[:200]


def as_typed_in(lesson):
    """What the form says when it is opened about one that is there already."""
    said = {name: getattr(lesson, name) for name in LessonForm.Meta.fields}
    return said | {"opened_at": lesson.version}
