from django import forms
from django.utils.translation import gettext_lazy as _

from ui.forms import Form


class StopForm(Form):
    """How someone is told things: one choice where the account has two."""

    WAYS = {
        "weekly": {"way": "email", "how_often": "weekly"},
        "at_once": {"way": "email", "how_often": "at_once"},
        "post": {"way": "post"},
        "phone": {"way": "phone"},
        "stop": {"way": "none"},
    }
    how = forms.ChoiceField(
        label=_("How do you want to hear from your projects?"),
        choices=[
            ("weekly", _("One e-mail a week, with everything together")),
            ("at_once", _("An e-mail each time something happens")),
            ("post", _("On paper, by post or from someone in your team")),
            ("phone", _("Someone from your team phones you")),
            ("stop", _("Not at all. I look in when I want to")),
        ],
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, person):
        """The choice that stands now."""
        if person.way == "email":
            return person.how_often
        return "stop" if person.way == "none" else person.way

    def clean_how(self):
        return self.WAYS[self.cleaned_data["how"]]
