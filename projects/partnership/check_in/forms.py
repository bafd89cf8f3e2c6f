import secrets
from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from projects.partnership.models import CheckIn, ContactWish
from ui.forms import DayField, Form, PartialDateField, say_it_plainly

A_WEEK = timedelta(days=7)
WORDS = 1_000
"""Letters of one answer in someone's own words."""


class OpenForm(Form):
    """When a check-in ends, and who answers on paper; for a pulse, after which meeting."""

    after = forms.CharField(
        label=_("After which meeting?"),
        max_length=200,
        required=False,
        help_text=_("For example: the planning meeting."),
    )
    after_on = DayField(label=_("Which day was it?"), required=False)
    closes_on = DayField(
        label=_("What is the last day to answer?"),
        help_text=_("A week is enough for most teams. After this day everyone sees the answers."),
    )
    on_paper = forms.MultipleChoiceField(
        label=_("Who answers on paper?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "They get a form from you, and answer on that. Everyone else answers here. So each "
            "person answers once. Papers do not make up the five: if fewer than five people answer "
            "here, nothing is shown, unless everyone answers on paper."
        ),
    )

    def __init__(self, project, *args, kind=CheckIn.Kind.FULL, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        if kind != CheckIn.Kind.PULSE:
            del self.fields["after"], self.fields["after_on"]
        asked = CheckIn.asked_in(project).select_related("user").order_by("user__name", "pk")
        self.members = {str(member.pk): member for member in asked}
        self.fields["on_paper"].choices = [(key, str(one)) for key, one in self.members.items()]
        self.initial.setdefault("closes_on", timezone.localdate() + A_WEEK)
        self.initial.setdefault(
            "on_paper", [key for key, one in self.members.items() if is_not_reached_here(one)]
        )
        self.fields["on_paper"].says_when_needed = True

    def clean_closes_on(self):
        last = self.cleaned_data["closes_on"]
        if last < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return last

    def clean(self):
        cleaned = super().clean()
        says_which = cleaned.get("after") or cleaned.get("after_on")
        is_wrong = {"after", "after_on"} & set(self.errors)
        if self.kind == CheckIn.Kind.PULSE and not says_which and not is_wrong:
            self.add_error("after", _("Say which meeting it was, or on which day."))
        return cleaned

    @property
    def details(self):
        typed = dict(self.cleaned_data)
        typed["on_paper"] = [self.members[key] for key in typed["on_paper"]]
        return typed | {"kind": self.kind}


def is_not_reached_here(member):
    return member.user.reached_by != "email"


class AnswerForm(Form):
    """The questions of a check-in. Every one can be left out."""

    mark = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, check_in, *args, easy=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("mark", secrets.token_urlsafe(12))
        self.scaled, self.open_ones, self.contact = check_in.questions()
        scale = list(check_in.edition.check_in_scale.all())
        choices = [(value.key, value.easy if easy else value.label) for value in scale]
        for question in self.scaled:
            self.fields[name_of(question)] = forms.ChoiceField(
                label=words_of(question, easy), choices=choices, required=False,
                widget=forms.RadioSelect,
            )  # fmt: skip
        for question in self.open_ones:
            self.fields[name_of(question)] = said = forms.CharField(
                label=words_of(question, easy), widget=forms.Textarea, required=False,
                max_length=WORDS,
                help_text=gettext(
                    "Your team and the involvement team read these words, without your name. "
                    "Leave out names of people."
                ),
            )  # fmt: skip
            said.says_when_needed = True
        self.add_side()
        if self.contact:
            self.add_contact(check_in, easy)
        say_it_plainly(self)

    def add_side(self):
        self.fields["side"] = forms.ChoiceField(
            label=gettext("What do you bring to this team?"),
            choices=[
                ("lived", gettext("I use services, or I am a carer")),
                ("staff", gettext("I am a member of staff")),
                ("", gettext("Something else, or I would rather not say")),
            ],
            required=False,
            widget=forms.RadioSelect,
            help_text=gettext(
                "It is used only if at least five people on each side answer. Then your team sees "
                "both sides beside each other."
            ),
        )

    def add_contact(self, check_in, easy):
        self.fields["contact"] = forms.CharField(
            label=words_of(self.contact, easy), widget=forms.Textarea, required=False,
            max_length=WORDS,
            help_text=gettext(
                "Write your name, and how to reach you. Only the one you choose below reads it. "
                "It is kept apart, and deleted when they have been in touch."
            ),
        )  # fmt: skip
        self.fields["contact"].says_when_needed = True
        to = ContactWish.whom_in(check_in.project)
        self.fields["contact_to"] = forms.ChoiceField(
            label=gettext("Who should contact you?"),
            choices=to,
            required=False,
            initial=to[0][0],
            widget=forms.RadioSelect,
        )

    @property
    def scaled_fields(self):
        return [self[name_of(question)] for question in self.scaled]

    @property
    def open_fields(self):
        return [self[name_of(question)] for question in self.open_ones]

    @property
    def details(self):
        """What was answered, for the verbs of a check-in: what was left out is not there."""
        typed = self.cleaned_data
        values = {one.key: typed[name_of(one)] for one in self.scaled}
        said = {one.key: typed[name_of(one)].strip() for one in self.open_ones}
        return {
            "answers": {key: int(value) for key, value in values.items() if value.isdecimal()},
            "words": {key: text for key, text in said.items() if text},
            "side": typed["side"],
            "contact": typed.get("contact", "").strip(),
            "contact_to": typed.get("contact_to") or ContactWish.To.LEADS,
        }


def name_of(question):
    return f"q_{question.key}"


def words_of(question, easy):
    return question.easy if easy else question.statement


class FixForm(Form):
    """The one thing to fix: what, who sees to it, and by when."""

    what = forms.CharField(
        label=_("What is the one thing that you will fix?"),
        max_length=300,
        help_text=_("Something small that you can do soon."),
    )
    owner = forms.ChoiceField(label=_("Who sees to it?"), required=False)
    due = PartialDateField(label=_("By when?"), required=False)

    def __init__(self, project, *args, **kwargs):
        super().__init__(*args, **kwargs)
        here = project.memberships.here().select_related("user").order_by("user__name", "pk")
        self.members = {str(member.pk): member for member in here}
        names = [(key, str(member)) for key, member in self.members.items()]
        self.fields["owner"].choices = [("", _("Nobody yet")), *names]

    @property
    def details(self):
        typed = self.cleaned_data
        return typed | {"owner": self.members.get(typed["owner"])}
