from django import forms
from django.utils.translation import gettext_lazy as _

from ui.forms import Form

OWN_WORDS = "own"
REASONS = {
    "person": (
        _("It names a person"),
        _("Your idea names a person. Please send it again without names, and we can take it in."),
    ),
    "other": (
        _("It is about something else"),
        _("Your idea is about something that this project cannot change."),
    ),
    "harm": (
        _("It could hurt someone"),
        _("Your words could hurt someone who reads them. You can say it again in another way."),
    ),
}


class RefuseForm(Form):
    """Why an idea is not taken in, as whoever gave it reads it."""

    reason = forms.ChoiceField(
        label=_("Why do you not take it in?"),
        choices=[
            *((key, label) for key, (label, _words) in REASONS.items()),
            (OWN_WORDS, _("Another reason")),
        ],
        widget=forms.RadioSelect,
    )
    reason.hints = {key: words for key, (_label, words) in REASONS.items()}
    because = forms.CharField(
        label=_("In your own words"),
        help_text=_(
            "Whoever gave the idea reads this. Leave it empty to send the words beside your choice."
        ),
        widget=forms.Textarea,
        required=False,
    )
    because.says_when_needed = True

    def clean(self):
        said = super().clean()
        is_bare = not said.get("because", "").strip() and "because" not in self.errors
        if is_bare and said.get("reason") == OWN_WORDS:
            self.add_error("because", _("Write the reason in your own words."))
        return said

    @property
    def words(self):
        """What the giver reads."""
        own = self.cleaned_data["because"].strip()
        return own or str(REASONS[self.cleaned_data["reason"]][1])
