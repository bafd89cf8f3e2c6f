from django import forms
from django.utils.translation import gettext_lazy as _

from projects.consents.models import Consent, ConsentUse
from projects.consents.wording import SHOWN_BY_HAND, Use
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


class UsedForm(Form):
    """Where a lead showed what people said yes to."""

    what = forms.CharField(
        label=_("Where was it used?"),
        max_length=ConsentUse._meta.get_field("what").max_length,
        help_text=_("For example: Poster in the library, May 2026. The person can read this."),
    )
    whose = forms.MultipleChoiceField(
        label=_("What did you use, and of whom?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, consents, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.consents = {str(one.pk): one for one in consents}
        self.fields["whose"].choices = [(key, in_words(one)) for key, one in self.consents.items()]
        say_it_plainly(self)

    def clean_whose(self):
        return [self.consents[key] for key in self.cleaned_data["whose"]]


def in_words(consent):
    """“Moira Bell: A photo in public”."""
    return f"{consent.membership.user.name}: {SHOWN_BY_HAND[Use(consent.use)]}"
