from django import forms
from django.utils.translation import gettext_lazy as _

from projects.impact.models import Story
from projects.models import Membership
from stages.models import Sharing
from ui.forms import ModelForm, PartialDateField

MINE, OTHERS = "mine", "others"


class StoryForm(ModelForm):
    """A short story: one's own, or somebody's who agreed. What only others' need is asked too."""

    whose = forms.ChoiceField(
        label=_("Whose story is it?"),
        choices=[(MINE, _("It is my own")), (OTHERS, _("Somebody told it to me"))],
        widget=forms.RadioSelect,
    )
    voice = forms.ChoiceField(
        label=_("If somebody told it: whose words are these?"),
        choices=Story.Voice.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    perspective = forms.ChoiceField(
        label=_("If somebody told it: who are they?"),
        choices=[("", _("We do not say")), *Membership.Perspective.choices],
        required=False,
    )
    told_on = PartialDateField(label=_("When was it told?"), required=False)
    agrees = forms.BooleanField(
        label=_("The person whose story it is agreed that we may use it"),
        error_messages={
            "required": _("Ask first. Without a yes, the story cannot stand here."),
        },
    )
    sharing = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=Story.WHO_MAY_READ,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Story
        fields = ["text", "measure", "voice", "perspective", "told_on", "agreed", "sharing"]
        labels = {
            "text": _("What happened, and how was it?"),
            "measure": _("Beside which numbers should it stand?"),
            "agreed": _("If somebody told it: how did they agree?"),
        }
        help_texts = {
            "text": _(
                "A few sentences are enough. Leave out names and anything by which someone could "
                "be found. Nobody has to tell a painful story."
            ),
            "agreed": _("For example: said yes at the May meeting. Leave out names."),
        }

    field_order = ["text", "measure", "whose", "voice", "perspective", "told_on", "agrees",
                   "agreed", "sharing"]  # fmt: skip

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["measure"].queryset = project.measures.standing()
        self.fields["measure"].empty_label = _("None in particular")
        self.fields["measure"].error_messages["invalid_choice"] = _("Choose one of these.")
        self.fields["text"].required = True
        self.fields["agreed"].says_when_needed = True
        self.fields["sharing"].initial = Sharing.TEAM

    def clean(self):
        typed = self.cleaned_data
        if typed.get("whose") == OTHERS:
            if not typed.get("voice"):
                self.add_error("voice", _("Choose one."))
            if not typed.get("agreed"):
                self.add_error("agreed", _("Write how they said yes."))
        return typed

    def details(self, membership, hand):
        """What was typed, for the model's verb; of one's own story we know whose words it is."""
        said = {name: self.cleaned_data[name] for name in self.Meta.fields}
        if self.is_mine:
            is_groups = hand is not None and hand.is_group
            perspective = hand.perspective if is_groups else membership.perspective
            said |= {"voice": Story.Voice.OWN, "perspective": perspective, "agreed": ""}
        return said

    @property
    def is_mine(self):
        return self.cleaned_data["whose"] == MINE
