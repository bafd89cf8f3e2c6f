from django import forms
from django.utils.translation import gettext_lazy as _

from projects.consents.models import Consent
from ui.forms import Form, say_it_plainly

ANSWERS = [("yes", _("Yes")), ("no", _("No"))]


class ConsentsForm(Form):
    """Every question with yes and no. Nothing is chosen before the person has chosen it."""

    def __init__(self, choices, display, *args, **kwargs):
        kwargs["initial"] = {choice.use: choice.answer for choice in choices}
        super().__init__(*args, **kwargs)
        for choice in choices:
            self.fields[choice.use.value] = forms.ChoiceField(
                label=choice.words.question_for(display),
                help_text=choice.words.means_for(display),
                choices=ANSWERS,
                widget=forms.RadioSelect,
                required=False,
            )
        self.choices = choices
        say_it_plainly(self)

    def answers(self):
        """`[(Choice, "yes" or "no")]` of what has been answered differently from before."""
        typed = [(choice, self.cleaned_data[choice.use.value]) for choice in self.choices]
        return [(choice, now) for choice, now in typed if now and now != choice.answer]


class ForThemForm(ConsentsForm):
    """A lead writes down the answers of someone without e-mail."""

    how = forms.ChoiceField(
        label=_("How did they tell you?"),
        choices=[
            (Consent.How.SAID.value, _("In person or by phone")),
            (Consent.How.PAPER.value, _("On paper")),
        ],
        widget=forms.RadioSelect,
    )
