from django import forms
from django.utils.translation import gettext_lazy as _

from projects.conversation.meetings.forms import members_of
from projects.conversation.models import AgendaPoint
from projects.decisions.models import Decision
from projects.plan.models import Action
from ui.forms import Form, ModelForm, PartialDateField
from ui.meanwhile import OpenedAtField

ROOM, ME = "room", "me"


class SaidForm(ModelForm):
    """What was said about a point, one text that all write in."""

    opened_at = OpenedAtField()

    class Meta:
        model = AgendaPoint
        fields = ["said"]
        labels = {"said": _("What was said?")}
        help_texts = {"said": _("The main things, without names. Others can go on with it.")}


class DecisionForm(ModelForm):
    status = forms.ChoiceField(
        label=_("How far is it?"),
        choices=[
            (Decision.Status.AGREED, _("We agreed it here")),
            (Decision.Status.PROPOSED, _("It is a proposal")),
        ],
        widget=forms.RadioSelect,
        initial=Decision.Status.AGREED,
    )

    class Meta:
        model = Decision
        fields = ["question", "decision", "reason", "dissent"]
        labels = {
            "question": _("What was the question?"),
            "decision": _("What was decided?"),
            "reason": _("Why?"),
            "dissent": _("Did anyone not agree, and why?"),
        }
        help_texts = {
            "reason": _("People who were not there will ask. A short reason is enough."),
            "dissent": _("Leave out names, unless the person wants theirs to stand."),
        }

    field_order = ["question", "decision", "reason", "dissent", "status"]

    def __init__(self, point, *args, may_agree, **kwargs):
        question = point.decision.question if point.decision else point.title
        kwargs.setdefault("initial", {"question": question})
        super().__init__(*args, prefix="decision", **kwargs)
        self.fields["reason"].required = False
        for name in ("decision", "reason", "dissent"):
            self.fields[name].widget.attrs["rows"] = 2
        if not may_agree:
            self.fields["decision"].label = _("What is proposed?")
            del self.fields["status"]

    @property
    def details(self):
        return {"status": Decision.Status.PROPOSED} | self.cleaned_data


class ActionForm(ModelForm):
    """Who does what by when: a member, or another team or body."""

    owner = forms.ChoiceField(label=_("Who does it?"), choices=[], required=False)
    due = PartialDateField(label=_("By when?"), required=False)

    class Meta:
        model = Action
        fields = ["what", "body"]
        labels = {"what": _("What is to be done?"), "body": _("Or another team or body")}

    field_order = ["what", "owner", "body", "due"]

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, prefix="action", **kwargs)
        self.members = members_of(project)
        people = [(str(one.pk), one.user.name) for one in self.members.values()]
        self.fields["owner"].choices = [("", _("Nobody yet")), *people]

    def clean(self):
        said = super().clean()
        if said.get("owner") and said.get("body"):
            self.add_error("body", _("Choose a member, or write another team. Not both."))
        return said

    @property
    def details(self):
        return self.cleaned_data | {"owner": self.members.get(self.cleaned_data["owner"])}


class IdeaForm(Form):
    text = forms.CharField(
        label=_("What is the idea?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In the words in which it was said. Nobody changes them later."),
    )
    whose = forms.ChoiceField(label=_("Whose idea is it?"), choices=[])

    def __init__(self, project, me, *args, **kwargs):
        super().__init__(*args, prefix="idea", **kwargs)
        self.members, self.me = members_of(project), me
        others = [(key, one.user.name) for key, one in self.members.items() if one.user != me]
        self.fields["whose"].choices = [
            (ROOM, _("Said in the room: no name")), (ME, _("Mine")), *others
        ]  # fmt: skip

    @property
    def details(self):
        whose = self.cleaned_data["whose"]
        mine = next((one for one in self.members.values() if one.user == self.me), None)
        return {
            "text": self.cleaned_data["text"],
            "member": mine if whose == ME else self.members.get(whose),
        }


class ParkForm(Form):
    title = forms.CharField(
        label=_("What has no time today?"),
        max_length=300,
        help_text=_("It is kept for another meeting."),
    )


class PeopleForm(Form):
    """Who is here: members by a tick, others as a number and a group."""

    came = forms.MultipleChoiceField(
        label=_("Who is here?"),
        choices=[],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only people of the team. The team reads it; it is not printed."),
    )
    guests = forms.IntegerField(
        label=_("How many others?"),
        min_value=0,
        max_value=100_000,
        required=False,
        help_text=_("People who are not in the team. They are counted, and never named."),
    )
    guests_from = forms.CharField(
        label=_("Where are they from?"),
        max_length=300,
        required=False,
        help_text=_("As a group, never a name. For example: carers from the lunch club."),
    )

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.members = members_of(project)
        people = [(key, one.user.name) for key, one in self.members.items()]
        self.fields["came"].choices = people
        self.fields["guests"].widget.attrs["class"] = "nhsuk-input--width-5"

    @property
    def details(self):
        said = self.cleaned_data
        return {
            "members": [self.members[key] for key in said["came"]],
            "guests": said["guests"],
            "guests_from": said["guests_from"],
        }
