from django import forms
from django.utils.translation import gettext_lazy as _

from projects.models import Activity, Membership, Project
from stages.models import STEPS, Stage
from ui.forms import DayField, Form, ModelForm

IDEA_LABELS = {
    "title": _("What do you call it?"),
    "idea": _("What is the idea?"),
    "problem": _("What problem does it solve, and for whom?"),
    "origin": _("Where did the idea come from?"),
    "origin_note": _("More about where it came from"),
    "affected": _("Who could this affect, for better or worse?"),
    "already_decided": _("What is already decided, and by whom?"),
    "already_said": _("What have people already said about this?"),
    "service": _("Which service is it about?"),
    "contact": _("How can people get in touch about it?"),
}
IDEA_HINTS = {
    "title": _("A few plain words, such as “A calmer waiting room”."),
    "idea": _("Two or three plain sentences. Someone new should be able to say it back to you."),
    "problem": _(
        "Describe the problem before the answer, so that people can suggest other answers."
    ),
    "origin": _(
        "Be honest: people can see it on every page of the project. It stays as it is for the "
        "life of the project, whatever you write later."
    ),
    "origin_note": _("If the reason is money, safety or a deadline, say so here."),
    "affected": _(
        "People who use the service, people who may need it later, carers, staff, partners."
    ),
    "already_decided": _(
        "Write down what is fixed, and who decided it. Leave empty if nothing is."
    ),
    "already_said": _(
        "Complaints, surveys, earlier meetings. People should not have to say it again."
    ),
    "contact": _("A phone number, an e-mail address or a place. It stands in the summary."),
}


class BigIdeaForm(ModelForm):
    """Everything the big idea says, but its origin, which stays.

    `opened_at` is a mark of the text it was opened with.
    """

    review_on = DayField(label=_("When will you look at this project again?"), required=False)
    opened_at = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Project
        fields = [
            "title",
            "problem",
            "idea",
            "affected",
            "already_decided",
            "already_said",
            "origin_note",
            "service",
            "contact",
        ]
        labels = IDEA_LABELS
        help_texts = IDEA_HINTS

    field_order = [*Meta.fields, "review_on"]


class NewForm(ModelForm):
    """What a project begins with; the rest can be written later."""

    perspective = forms.ChoiceField(
        label=_("What do you bring to it yourself?"),
        choices=Membership.Perspective.choices,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Project
        fields = ["title", "problem", "idea", "origin", "already_decided", "already_said"]
        labels = IDEA_LABELS
        help_texts = IDEA_HINTS
        widgets = {"origin": forms.RadioSelect}

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["origin"].choices = Project.Origin.choices
        self.fields["idea"].required = True
        self.organisations = user.may_start_in()
        if len(self.organisations) > 1:
            self.fields["organisation"] = forms.ModelChoiceField(
                self.organisations,
                label=_("Which organisation is it for?"),
                empty_label=_("Choose one"),
                error_messages={"required": _("Choose one.")},
            )
            self.order_fields(["organisation"])

    def details(self):
        """What `start_project` takes."""
        return {"organisation": self.organisations[0]} | self.cleaned_data


class PublicPartsForm(Form):
    """Whether anyone may read the aim on the public page, and which agreed decisions."""

    aim = forms.BooleanField(label=_("Anyone may read the aim"), required=False)

    decisions = forms.ModelMultipleChoiceField(
        label=_("Which decisions may anyone read?"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They see the question, what was decided, why and when. Nothing else of it."),
    )

    def __init__(self, aim, decisions, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["decisions"].queryset = decisions
        if aim is None:
            del self.fields["aim"]
        else:
            self.fields["aim"].help_text = aim.sentence
        if not decisions:
            del self.fields["decisions"]


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, membership):
        return f"{membership.user.name} ({membership.get_perspective_display()})"


class MoveForm(Form):
    """Where to, why, and who was asked: one person from each side is the usual, not a rule."""

    stage = forms.ChoiceField(label=_("Where does the project go?"), widget=forms.RadioSelect)
    because = forms.CharField(label=_("Why?"), widget=forms.Textarea)
    asked_lived = PersonField(
        label=_("Which person who uses services or carer did you ask?"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("Nobody was asked"),
    )
    asked_staff = PersonField(
        label=_("Which member of staff did you ask?"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("Nobody was asked"),
    )

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        here = STEPS.index(Stage(project.stage))
        self.fields["stage"].choices = [
            (step.value, self.says(position - here, step))
            for position, step in enumerate(STEPS)
            if position != here
        ]
        people = project.memberships.here().select_related("user")
        self.fields["asked_lived"].queryset = people.lived()
        self.fields["asked_staff"].queryset = people.exclude(perspective__in=Membership.LIVED)

    @staticmethod
    def says(steps_away, step):
        if steps_away == 1:
            return _("On to %(step)s") % {"step": step.label}
        if steps_away > 1:
            return _("Skip ahead to %(step)s") % {"step": step.label}
        return _("Back to %(step)s") % {"step": step.label}


class StatusForm(Form):
    status = forms.ChoiceField(label=_("What happens to the project?"), widget=forms.RadioSelect)
    because = forms.CharField(
        label=_("Why?"),
        widget=forms.Textarea,
        help_text=_("Everyone who gave something to this project can read it. Be honest and kind."),
    )

    SAYS = {
        Project.Status.ACTIVE: _("Start it again"),
        Project.Status.PAUSED: _("Pause it: it goes on later"),
        Project.Status.STOPPED: _("Stop it: it will not go on"),
        Project.Status.NOT_COLLABORATIVE: _("It is not collaborative after all"),
        Project.Status.COMPLETE: _("Complete it: the work is done"),
    }

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        may = [Project.Status.ACTIVE] if project.is_closed else list(Project.Status)
        self.fields["status"].choices = [
            (status.value, self.SAYS[status]) for status in may if status != project.status
        ]


class ActivityForm(Form):
    """Who did it, and what it was about, read from the address."""

    is_filter = True

    person = forms.ModelChoiceField(
        queryset=None, label=_("Who"), required=False, empty_label=_("Everyone")
    )
    kind = forms.ChoiceField(
        label=_("About"), choices=[("", _("Everything")), *Activity.Kind.choices], required=False
    )

    def __init__(self, people, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people
