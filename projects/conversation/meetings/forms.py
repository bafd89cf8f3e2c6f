import re
from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.conversation.models import Coming, Meeting, MeetingRole
from ui.forms import DayField, Form, ModelForm, say_of_text
from ui.meanwhile import OpenedAtField

CLOCK = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?\.?m?\.?", re.I)


class ClockField(forms.CharField):
    """A time of day, as people write it: 14:30, 2.30pm, 2pm."""

    def clean(self, value):
        text = super().clean(value).strip()
        if not text:
            return None
        found = CLOCK.fullmatch(text)
        hour, minute = (int(found[1]), int(found[2] or 0)) if found and text.isascii() else (24, 0)
        half = (found[3] or "").lower() if found else ""
        if half and not 1 <= hour <= 12:
            hour = 24
        elif half:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour > 23 or minute > 59:
            raise forms.ValidationError(_("Write a time like 14:30 or 2pm."))
        return time(hour, minute)


class MeetingForm(ModelForm):
    """When, where and what for; how to get in and how to join from elsewhere; who does what."""

    day = DayField(label=_("On which day?"))
    start = ClockField(label=_("From"), help_text=_("For example, 10:30 or 2pm."))
    end = ClockField(label=_("Until"))
    link = forms.URLField(
        label=_("Link to join online"),
        max_length=1000,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Copy the whole address, such as https://example.org.")},
    )
    ROLES = MeetingRole.Role.choices

    class Meta:
        model = Meeting
        fields = ["what_for", "place", "getting_in", "link", "phone", "on_the_day", "breaks"]
        labels = {
            "what_for": _("What is the meeting for?"),
            "place": _("Where?"),
            "getting_in": _("How do people get there and get in?"),
            "phone": _("Phone number to join by"),
            "on_the_day": _("Whom can people call on the day?"),
            "breaks": _("When are breaks?"),
        }
        help_texts = {
            "what_for": _("In a few words that everyone understands."),
            "place": _("The room and the whole address. Leave it empty if it is online only."),
            "getting_in": _(
                "Bus stop, parking, steps or level, which door, lift, toilets, a quiet room."
            ),
            "phone": _("With the number people have to type in, if there is one."),
            "on_the_day": _(
                "A name and a number. We forget it when the meeting is closed, or a week after it."
            ),
            "breaks": _("For example: at 3pm, for 15 minutes."),
        }

    field_order = [
        "what_for", "day", "start", "end", "place", "getting_in", "link", "phone", "on_the_day",
        "breaks",
    ]  # fmt: skip

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].required = True
        for name in ("start", "end"):
            self.fields[name].widget.attrs["class"] = "nhsuk-input--width-5"
        self.members = members_of(project)
        people = [(str(one.pk), one.user.name) for one in self.members.values()]
        for role, label in self.ROLES:
            self.fields[role] = forms.ChoiceField(
                label=label, choices=[("", _("Nobody yet, or see below")), *people], required=False
            )
            self.fields[f"{role}_words"] = forms.CharField(
                label=_("%(role)s: in your words") % {"role": label}, max_length=200, required=False
            )
            self.fields[role].error_messages["invalid_choice"] = _("Choose one of these.")
            say_of_text(self.fields[f"{role}_words"])
            for name in (role, f"{role}_words"):
                self.fields[name].says_when_needed = True

    def clean(self):
        said = super().clean()
        day, start, end = (said.get(name) for name in ("day", "start", "end"))
        if start and end and end <= start:
            self.add_error("end", _("This is before the meeting begins."))
        elif day and start and end:
            said["starts_at"], said["ends_at"] = at(day, start), at(day, end)
        if not any(said.get(name) for name in ("place", "link", "phone")) and not self.errors:
            self.add_error("place", _("Say where you meet, or give a link or a phone number."))
        return said

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in (*self.Meta.fields, *Meeting.TIMES)}

    @property
    def roles(self):
        """`{role: a membership or words}`; words win, because somebody wrote them."""
        said = self.cleaned_data
        found = {
            role: said[f"{role}_words"] or self.members.get(said[role])
            for role, _label in self.ROLES
        }
        return {role: who for role, who in found.items() if who}

    @property
    def role_fields(self):
        return [self[name] for role, _label in self.ROLES for name in (role, f"{role}_words")]

    @property
    def has_roles(self):
        return any(field.value() or field.errors for field in self.role_fields)


class ChangeMeetingForm(MeetingForm):
    because = forms.CharField(
        label=_("Why does it change?"),
        widget=forms.Textarea,
        required=False,
        help_text=_("Everybody reads it. You need it when the time or the place changes."),
    )
    opened_at = OpenedAtField()

    def __init__(self, meeting, *args, **kwargs):
        self.meeting = meeting
        super().__init__(meeting.project, *args, initial=as_typed_in(meeting), **kwargs)
        self.fields["because"].says_when_needed = True

    def clean(self):
        said = super().clean()
        names = [name for name in Meeting.NEEDS_WHY if name in said]
        is_other = any(said[name] != getattr(self.meeting, name) for name in names)
        if is_other and not said.get("because"):
            self.add_error("because", _("Say why, so that nobody has to guess."))
        return said


def members_of(project):
    here = project.memberships.here().select_related("user").order_by("user__name", "pk")
    return {str(member.pk): member for member in here}


def at(day, clock):
    return timezone.make_aware(datetime.combine(day, clock))


def as_typed_in(meeting):
    """What the form says when it is opened about a meeting that is there already."""
    start, end = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    said = {name: getattr(meeting, name) for name in MeetingForm.Meta.fields}
    for role, who in meeting.roles.items():
        is_words = isinstance(who, str)
        said |= {f"{role}_words": who} if is_words else {role: str(who.pk)}
    clocks = {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
    return said | clocks | {"day": start.date(), "opened_at": meeting.version}


class WhyForm(Form):
    because = forms.CharField(
        label=_("Why is it called off?"),
        widget=forms.Textarea,
        help_text=_("Everybody who was invited reads it."),
    )


class ComingForm(Form):
    """What a member said on paper, by phone or in passing, written down by a lead."""

    member = forms.ChoiceField(label=_("Who told you?"), choices=[])
    answer = forms.ChoiceField(
        label=_("What did they say?"), choices=Coming.Answer.choices, widget=forms.RadioSelect
    )

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.members = members_of(project)
        people = [(str(one.pk), one.user.name) for one in self.members.values()]
        self.fields["member"].choices = [("", _("Choose one")), *people]

    def clean_member(self):
        return self.members[self.cleaned_data["member"]]
