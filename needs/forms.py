from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Way
from needs.models import AskedAnotherWay
from ui.forms import DayField, Form


class CircleField(forms.MultipleChoiceField):
    """Tick boxes, one for each person who could be chosen, with what they do as the hint."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, circle):
        self.circle = {str(someone.person.pk): someone.person for someone in circle}
        self.choices = [(key, person.name) for key, person in self.circle.items()]
        self.hints = {str(one.person.pk): one.as_what for one in circle}

    def clean(self, value):
        return [self.circle[key] for key in super().clean(value)]


class WhoForm(Form):
    """Who may see it: nobody until the person chooses.

    With `must_choose` someone has to be, and the first of them is offered: a person with only a
    code on paper cannot come back to it.
    """

    who = CircleField(
        label=_("Who may see this?"),
        required=False,
        help_text=_(
            "Only the people you choose can see it. They can then plan for it. You can take it "
            "back at any time."
        ),
    )

    def __init__(self, circle, *args, must_choose=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].offer(circle)
        if not circle:
            del self.fields["who"]
        elif must_choose:
            ask_for_someone(self.fields["who"], first=circle[0].person)


def ask_for_someone(field, first):
    field.required = True
    field.initial = [first.pk]
    field.help_text = _(
        "Only the people you choose can see it. If you choose nobody, nobody can help you."
    )
    field.error_messages["required"] = _(
        "Choose at least one person. If you choose nobody, nobody can help you."
    )


class NeedForm(WhoForm):
    """One need, of a kind from the list or in the person's own words."""

    words = forms.CharField(
        label=_("Say it in your own words"), widget=forms.Textarea, max_length=2000
    )
    field_order = ["words", "who"]

    def __init__(self, kind, circle, *args, **kwargs):
        super().__init__(circle, *args, **kwargs)
        ask_about(self.fields["words"], kind)


def ask_about(field, kind):
    """The question of the kind; words are only needed where there is no kind to say it."""
    if kind and kind.asks:
        field.label = kind.asks
    field.help_text = _("You do not have to say why. Say only what helps.")
    field.required = kind is None or not kind.asks


class ChangeForm(Form):
    words = forms.CharField(
        label=_("Say it in your own words"), widget=forms.Textarea, max_length=2000
    )

    def __init__(self, kind, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_about(self.fields["words"], kind)


class ArrangedForm(Form):
    words = forms.CharField(
        label=_("What did you arrange?"),
        widget=forms.Textarea,
        max_length=1000,
        help_text=_("The person reads this. Say who comes, what is booked, what is sent."),
    )
    on = DayField(label=_("For which day, or since when?"))

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("initial", {"on": timezone.localdate()})
        super().__init__(*args, **kwargs)


class WayField(forms.ChoiceField):
    widget = forms.RadioSelect
    reveals = {AskedAnotherWay.Way.LANGUAGE.value: "language"}


class ReachField(forms.ChoiceField):
    widget = forms.RadioSelect
    reveals = {
        AskedAnotherWay.Reach.EMAIL.value: "email",
        AskedAnotherWay.Reach.PHONE.value: "phone",
        AskedAnotherWay.Reach.POST.value: "post_to",
    }


class AnotherWayForm(Form):
    """What someone needs in another form, and how the answer reaches them."""

    way = WayField(label=_("Which way do you need it?"), choices=AskedAnotherWay.Way.choices)
    language = forms.CharField(
        label=_("If you need another language: which one?"), max_length=80, required=False
    )
    words = forms.CharField(
        label=_("What do you need, in your own words?"),
        widget=forms.Textarea,
        max_length=2000,
        required=False,
        help_text=_("You can leave this empty, unless you chose “Something else”."),
    )
    name = forms.CharField(
        label=_("What should we call you?"),
        max_length=80,
        required=False,
        help_text=_("It does not have to be your full name."),
    )
    reach = ReachField(label=_("How can we give it to you?"), choices=AskedAnotherWay.Reach.choices)
    email = forms.EmailField(label=_("Your e-mail address"), required=False)
    phone = forms.CharField(label=_("Your phone number"), max_length=40, required=False)
    post_to = forms.CharField(
        label=_("Your postal address"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=400,
        required=False,
    )
    page = forms.CharField(widget=forms.HiddenInput, required=False)
    revealed = ("language", "email", "phone", "post_to")

    def __init__(self, person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        Reach = AskedAnotherWay.Reach  # noqa: N806 (a class)
        known = person.is_authenticated and person.reached_by != Way.NONE
        self.fields["reach"].choices = [
            choice for choice in Reach.choices if known or choice[0] != Reach.KNOWN
        ]
        self.fields["reach"].hints = {Reach.COME_IN: _("We keep it ready for you.")}
        if known:
            self.fields["reach"].initial = Reach.KNOWN
        if person.is_authenticated:
            del self.fields["name"]
        self.fields["page"].validators.clear()
        self.fields["words"].says_when_needed = True

    NEEDED = {
        AskedAnotherWay.Reach.EMAIL: ("email", _("Write your e-mail address.")),
        AskedAnotherWay.Reach.PHONE: ("phone", _("Write your phone number.")),
        AskedAnotherWay.Reach.POST: ("post_to", _("Write the address we can post it to.")),
    }

    def clean(self):
        """What the choice needs is asked for; what it does not need is not kept."""
        typed = super().clean()
        if typed.get("way") == AskedAnotherWay.Way.LANGUAGE and not typed.get("language"):
            self.needs("language", _("Write which language."))
        if typed.get("way") == AskedAnotherWay.Way.OTHER and not typed.get("words"):
            self.needs("words", _("Write what you need."))
        if typed.get("way") != AskedAnotherWay.Way.LANGUAGE:
            typed["language"] = ""
        for reach, (name, message) in self.NEEDED.items():
            if typed.get("reach") != reach:
                typed[name] = ""
                self.errors.pop(name, None)
            elif not typed.get(name):
                self.needs(name, message)
        return typed

    def needs(self, name, message):
        if name not in self.errors:
            self.add_error(name, ValidationError(message))
