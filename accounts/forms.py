from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import HowOften, User, Way
from ui.display import Contrast, TextSize, Wording
from ui.forms import Form


class DisplayForm(Form):
    wording = forms.ChoiceField(
        label=_("Which words do you want?"),
        choices=Wording.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Easy read uses short sentences. It is a draft: people have not tested it yet."
        ),
    )
    text_size = forms.ChoiceField(
        label=_("How big should the text be?"), choices=TextSize.choices, widget=forms.RadioSelect
    )
    contrast = forms.ChoiceField(
        label=_("Which colours?"), choices=Contrast.choices, widget=forms.RadioSelect
    )


class NameForm(Form):
    name = forms.CharField(
        label=_("What should we call you?"),
        max_length=User._meta.get_field("name").max_length,
        help_text=_("Your teams see this name. It does not have to be your full name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )


class EmailForm(Form):
    email = forms.EmailField(
        label=_("Your new e-mail address"),
        max_length=User._meta.get_field("email").max_length,
        help_text=_("We send six numbers there, to see that it is yours."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages={
            "required": _("Type your new e-mail address."),
            "invalid": _("This is not a whole e-mail address. It needs an @."),
        },
    )

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class NewAddressForm(Form):
    code = forms.CharField(
        label=_("The six numbers from the e-mail"),
        max_length=20,
        error_messages={"required": _("Type the six numbers from the e-mail.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "nhsuk-input--code nhsuk-input--width-5",
            }
        ),
    )


class WayField(forms.ChoiceField):
    widget = forms.RadioSelect
    reveals = {Way.PHONE: "phone", Way.POST: "post_to"}
    """A choice and the field it needs: with a script it shows only beside that choice."""


class NewsForm(Form):
    """How and how often a person hears from us."""

    way = WayField(label=_("How should we tell you?"), choices=Way.choices)
    phone = forms.CharField(
        label=_("Your phone number"),
        max_length=User._meta.get_field("phone").max_length,
        required=False,
        help_text=_("We phone you and tell you the news. Only those who phone see it."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    post_to = forms.CharField(
        label=_("Your postal address"),
        max_length=User._meta.get_field("post_to").max_length,
        required=False,
        help_text=_("Leave it empty if someone in your team hands you your letters."),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
    )
    how_often = forms.ChoiceField(
        label=_("How often?"), choices=HowOften.choices, widget=forms.RadioSelect
    )
    revealed = ("phone", "post_to")

    def __init__(self, person, *args, **kwargs):
        fields = ("phone", "post_to", "how_often")
        now = {name: getattr(person, name) for name in fields} | {"way": person.reached_by}
        super().__init__(*args, **{"initial": now} | kwargs)
        if not person.email:
            ways = [(way.value, way.label) for way in Way if way != Way.EMAIL]
            self.fields["way"].choices = ways

    def clean(self):
        cleaned = super().clean()
        digits = sum(sign.isdigit() for sign in cleaned.get("phone", ""))
        if cleaned.get("way") == Way.PHONE and "phone" not in self.errors and digits < MIN_DIGITS:
            self.add_error("phone", _("Write the whole phone number, or choose another way."))
        return cleaned


MIN_DIGITS = 5


class TheirNewsForm(NewsForm):
    """The same, filled in by a lead for someone without e-mail."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["way"].label = _("How should we tell them what is new?")
        self.fields["way"].choices = [
            (way, NOT_AT_ALL if way == Way.NONE else label)
            for way, label in self.fields["way"].choices
        ]
        self.fields["phone"].label = _("Their phone number")
        self.fields["phone"].help_text = _("Only those who phone them see it.")
        self.fields["post_to"].label = _("Their postal address")
        self.fields["post_to"].help_text = _("Leave it empty if you hand them their letters.")


NOT_AT_ALL = _("Not at all: they look here themselves")
