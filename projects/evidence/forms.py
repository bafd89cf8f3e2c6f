from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.evidence.models import Source
from projects.files.forms import WithFile
from stages.models import Sharing
from ui.forms import Form, ModelForm, PartialDateField
from ui.meanwhile import OpenedAtField, fill_gaps

JOINED = " to "
"""Between the two ends of a period, as `ui.dates` keeps it."""


class SourceForm(ModelForm):
    """Everything a source says, but for its files."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What kind is it?"),
        choices=Source.Kind.choices,
        widget=forms.RadioSelect,
    )
    kind.hints = {
        Source.Kind.EXPERIENCE: gettext_lazy("What people who use services and carers told you."),
        Source.Kind.STAFF: gettext_lazy("What people who work there see every day."),
        Source.Kind.DATA: gettext_lazy("Numbers about the service or the area."),
        Source.Kind.RESEARCH: gettext_lazy("Studies and reports."),
        Source.Kind.POLICY: gettext_lazy("What has to be done, and who says so."),
        Source.Kind.OTHER_SERVICES: gettext_lazy("How it is done in another place."),
    }
    sort = forms.ChoiceField(
        label=gettext_lazy("What sort of thing is it?"),
        required=False,
    )
    voice = forms.ChoiceField(
        label=gettext_lazy("Whose voice is it?"),
        choices=[*Source.Voice.choices, ("", gettext_lazy("We do not know"))],
        widget=forms.RadioSelect,
        required=False,
    )
    dated = PartialDateField(label=gettext_lazy("When was it?"), required=False)
    dated_until = PartialDateField(
        label=gettext_lazy("Until when, if it took a longer time?"), required=False
    )
    strength = forms.ChoiceField(
        label=gettext_lazy("How strong is it?"),
        choices=[*Source.Strength.choices, ("", gettext_lazy("We do not know yet"))],
        widget=forms.RadioSelect,
        required=False,
    )
    strength.hints = Source.MEANING
    link = forms.URLField(
        label=gettext_lazy("Link to it"),
        help_text=gettext_lazy("Where it can be read on the web, if it can."),
        assume_scheme="https",
        required=False,
        error_messages={
            "invalid": gettext_lazy("Write a web address that begins with https://"),
        },
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )
    sharing = forms.ChoiceField(
        label=gettext_lazy("Who may read it?"),
        choices=[
            (Sharing.TEAM, gettext_lazy("The project team")),
            (Sharing.PUBLIC, gettext_lazy("Anyone, once the project is on the public pages")),
        ],
        widget=forms.RadioSelect,
        initial=Sharing.TEAM,
    )
    opened_at = OpenedAtField()

    class Meta:
        model = Source
        fields = [
            "kind",
            "sort",
            "title",
            "finding",
            "voice",
            "voice_words",
            "group",
            "dated",
            "strength",
            "link",
            "sharing",
        ]
        labels = {
            "title": gettext_lazy("What is it called?"),
            "finding": gettext_lazy("What does it tell us, in one sentence?"),
            "voice_words": gettext_lazy("Which people are they?"),
            "group": gettext_lazy("Which group does it tell us about?"),
        }
        help_texts = {
            "title": gettext_lazy("For example: Survey of visitors, or What night staff told us."),
            "finding": gettext_lazy("Write it so that someone who has not read it understands it."),
            "voice_words": gettext_lazy(
                "For example: parents of young children. Never write a person’s name."
            ),
        }

    field_order = [*Meta.fields[:8], "dated_until", *Meta.fields[8:]]

    def __init__(self, project, *args, may_publish=False, **kwargs):
        super().__init__(*args, **kwargs)
        sorts = [(key, words) for key, (_kind, words) in Source.SORTS.items()]
        other = self["sort"].initial
        if other and other not in Source.SORTS:
            sorts.append((other, other))
        self.fields["sort"].choices = [("", gettext_lazy("Nothing of these")), *sorts]
        self.fields["group"].queryset = project.groups.all()
        self.fields["group"].empty_label = gettext_lazy("No group in particular")
        if not project.groups.exists():
            del self.fields["group"]
        if not may_publish:
            del self.fields["sharing"]

    def clean(self):
        cleaned = super().clean()
        begin, end = cleaned.get("dated"), cleaned.get("dated_until")
        if end and not begin:
            self.add_error("dated", _("Write when it began."))
        elif end and end < begin:
            self.add_error("dated_until", _("The end is before the beginning."))
        elif end:
            cleaned["dated"] = f"{begin}{JOINED}{end}"
        return cleaned

    def fill_gaps(self, now):
        """What was left empty takes what is there now: a period as well."""
        fill_gaps(self, now)
        if not self.cleaned_data["dated"] and JOINED in now.dated:
            parts = self["dated_until"].field.widget.decompress(now.dated.split(JOINED)[1])
            for name, value in zip(("day", "month", "year"), parts, strict=True):
                self.data[f"dated_until_{name}"] = value

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}


class NewSourceForm(WithFile, SourceForm):
    """A new source, with its file at once if it has one."""

    field_order = [*SourceForm.field_order[:-1], "file", "alternative", "sharing"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].label = gettext_lazy("Or a file")


class AddFileForm(WithFile, Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].required = True


class BringForm(Form):
    """Which of the findings on the page to bring."""

    def __init__(self, offered, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offered = {str(source.pk): source for source in offered}

    def clean(self):
        chosen = [number for number in self.data.getlist("source") if number in self.offered]
        if not chosen:
            raise forms.ValidationError(_("Tick at least one finding."))
        self.cleaned_data["sources"] = [self.offered[number] for number in dict.fromkeys(chosen)]
        return self.cleaned_data


def as_typed_in(source):
    """What the form says when it is opened about a source that is there already."""
    said = {name: getattr(source, name) for name in SourceForm.Meta.fields}
    said["dated"], _to, said["dated_until"] = source.dated.partition(JOINED)
    return said | {"group": source.group_id, "opened_at": source.version}
