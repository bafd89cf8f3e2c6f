from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User, Way
from accounts.sign_in_forms import numbers_field
from ui.forms import Form

ENOUGH_DIGITS = 5


class CodeForm(Form):
    """What stands on a letter, a card or a poster, however it is typed."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=100,
        help_text=_("For example: K7QP 4M2X 9TRD. Small letters and spaces do no harm."),
        error_messages={"required": _("Type the code from your letter, card or poster.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "code-field"}),
    )
    own_device = forms.BooleanField(
        label=_("This is my own phone or computer: keep me signed in"), required=False
    )


NEEDED = {
    "email": _("Write your whole e-mail address, or choose another way."),
    "phone": _("Write the whole phone number, or choose another way."),
}


class ReachedForm(Form):
    """Asks for one way to reach someone, in the field `asks`.

    What belongs to a way that was not chosen is not kept, and not looked at.
    """

    asks: str
    belongs: dict[str, str]
    """Each field and the way it belongs to."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages={"invalid": _("This is not a whole e-mail address. It needs an @.")},
    )
    phone = forms.CharField(
        label=_("Your phone number"),
        required=False,
        max_length=User._meta.get_field("phone").max_length,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        here = {name: way for name, way in self.belongs.items() if name in self.fields}
        self.revealed = tuple(here)
        self.fields[self.asks].reveals = {way: name for name, way in here.items()}

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned = super().clean()
        for name in self.revealed:
            if cleaned.get(self.asks) != self.belongs[name]:
                self.errors.pop(name, None)
                cleaned[name] = ""
            elif name in NEEDED and name not in self.errors and not is_whole(name, cleaned[name]):
                self.add_error(name, NEEDED[name])
        return cleaned


def is_whole(name, text):
    return bool(text) if name == "email" else sum(map(str.isdigit, text)) >= ENOUGH_DIGITS


class AgreeForm(Form):
    """Someone with an account says yes."""

    agreed = forms.BooleanField(
        label=_("I have read how you look after what you know about me"),
        error_messages={"required": _("Tick this box to go on. Ask us if something is not clear.")},
    )
    mark = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class AcceptForm(ReachedForm, AgreeForm):
    """Someone new says yes. `proved` is the address their invitation was sent to, or nothing."""

    asks = "way"
    belongs = {"email": Way.EMAIL.value, "phone": Way.PHONE.value, "post_to": Way.POST.value}

    name = forms.CharField(
        label=_("What name do you want to go by?"),
        max_length=User._meta.get_field("name").max_length,
        help_text=_("The team sees this name. It does not have to be your real or full name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    way = forms.ChoiceField(
        label=_("How should we tell you things?"), choices=Way.choices, widget=forms.RadioSelect
    )
    post_to = forms.CharField(
        label=_("Your postal address"),
        required=False,
        max_length=User._meta.get_field("post_to").max_length,
        help_text=_("Leave it empty if someone in the team hands you your letters."),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
    )
    shared = forms.BooleanField(
        label=_("Other people use this computer or phone too"),
        required=False,
        help_text=_("Then we sign you out after 2 hours."),
    )
    field_order = ["name", "way", "email", "phone", "post_to", "shared", "agreed"]

    def __init__(self, *args, proved, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = _("We send six numbers there, to see that it is yours.")
        if proved:
            del self.fields["email"]
            self.revealed = self.revealed[1:]
            self.fields["way"].reveals.pop(Way.EMAIL.value)


class NumbersForm(Form):
    """Spaces in the numbers do no harm."""

    numbers = numbers_field(_("The six numbers from the e-mail"), max_length=40)

    def clean_numbers(self):
        return "".join(self.cleaned_data["numbers"].split())


class DeclineForm(Form):
    because = forms.CharField(
        label=_("Do you want to say why?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea,
        help_text=_("Only the person who asked you reads it. You can leave this empty."),
    )


class AskForm(ReachedForm):
    """Someone who has read a poster asks to join."""

    asks = "reached"
    belongs = {"email": "email", "phone": "phone"}
    REACHED = (
        ("email", _("By e-mail")),
        ("phone", _("By phone")),
        ("code", _("I come back here with a code and read it myself")),
    )

    name = forms.CharField(
        label=_("What should we call you?"),
        max_length=80,
        help_text=_("Any name you like. It does not have to be your real or full name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    reached = forms.ChoiceField(
        label=_("How can our answer reach you?"), choices=REACHED, widget=forms.RadioSelect
    )
    perspective = forms.ChoiceField(label=_("What would you bring?"), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Do you want to say why?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("You do not have to tell us about your health."),
    )
    mark = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    field_order = ["name", "reached", "email", "phone", "perspective", "why"]

    def __init__(self, page, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["perspective"].choices = page.offered
