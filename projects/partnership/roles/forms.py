from django import forms
from django.utils.translation import gettext_lazy as _

from projects.partnership.models import MeetingRole
from ui.forms import DayField, Form

OTHER = "other"


class RolesForm(Form):
    """Who did what in the meeting of one day: a member for each, or someone else in words."""

    on = DayField(label=_("Which day was the meeting?"))

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        here = project.memberships.here().select_related("user").order_by("user__name", "pk")
        self.members = {str(member.pk): member for member in here}
        names = [(key, str(member)) for key, member in self.members.items()]
        for role in MeetingRole.Role:
            self.fields[role.value] = forms.ChoiceField(
                label=LABELS[role],
                choices=[("", _("Nobody, or not known")), *names, (OTHER, _("Someone else"))],
                required=False,
            )
            self.fields[f"{role.value}_other"] = other = forms.CharField(
                label=_("If someone else: who?"), max_length=200, required=False,
                help_text=_("For example: the chair of the carers’ forum."),
            )  # fmt: skip
            other.says_when_needed = True

    def clean(self):
        cleaned = super().clean()
        for role in MeetingRole.Role:
            words = cleaned.get(f"{role.value}_other", "")
            if cleaned.get(role.value) == OTHER and not words:
                self.add_error(f"{role.value}_other", _("Write who it was."))
        return cleaned

    @property
    def details(self):
        typed = self.cleaned_data
        return {"on": typed["on"]} | {role.value: self.who(role.value) for role in MeetingRole.Role}

    def who(self, role):
        chosen = self.cleaned_data[role]
        if chosen == OTHER:
            return self.cleaned_data[f"{role}_other"]
        return self.members.get(chosen)


LABELS = {
    MeetingRole.Role.CHAIR: _("Who ran the meeting?"),
    MeetingRole.Role.AGENDA: _("Who set the agenda?"),
    MeetingRole.Role.NOTES: _("Who took the notes?"),
}


def as_typed_in(rows):
    """What the form says when it is opened about a meeting that is written down already."""
    said = {"on": rows[0].on} if rows else {}
    for row in rows:
        said[row.role] = str(row.member_id) if row.member_id else OTHER
        said[f"{row.role}_other"] = row.body
    return said
