"""What someone may choose in the portfolio. The choice stands in the address."""

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from projects.models import Project
from projects.reasons import REASONS
from stages.models import STEPS
from ui.forms import Form

ANY_REASON = "any"


class Sort(TextChoices):
    TITLE = "title", _("By title")
    STEP = "step", _("By step, first steps first")
    LATEST = "latest", _("Latest activity first")
    QUIET = "quiet", _("Quiet for longest first")
    STARTED = "started", _("Newest projects first")


class FilterForm(Form):
    """Every field may be left alone; what the address says wrongly counts as left alone."""

    USUAL = {"status": Project.Status.ACTIVE.value, "sort": Sort.TITLE.value}

    SHORT = {"words": _("Words"), "reason": _("Reason")}
    """Labels for what was chosen, where the field's own is a sentence."""

    words = forms.CharField(label=_("Words in the title, the idea or the service"), required=False)
    stage = forms.ChoiceField(
        label=_("Step"),
        choices=[("", _("Any step")), *((step.value, step.label) for step in STEPS)],
        required=False,
    )
    service = forms.CharField(label=_("Service"), max_length=120, required=False)
    status = forms.ChoiceField(label=_("Status"), choices=Project.Status.choices, required=False)
    reason = forms.ChoiceField(
        label=_("A reason to offer help"),
        choices=[
            ("", _("With or without a reason")),
            (ANY_REASON, _("Any reason")),
            *((reason.key, reason.words) for reason in REASONS),
        ],
        required=False,
    )
    sort = forms.ChoiceField(label=_("Order"), choices=Sort.choices, required=False)

    def choice(self):
        """`{name: value}` of every field, with the usual value where nothing was chosen."""
        self.is_valid()
        return {
            name: self.cleaned_data.get(name) or self.USUAL.get(name, "") for name in self.fields
        }

    def chosen(self):
        """The part of the choice that someone made: what the address has to carry."""
        return {
            name: value
            for name, value in self.choice().items()
            if value and value != self.USUAL.get(name)
        }

    def in_words(self):
        """`(label, value)` of each filter that was chosen, as people read them."""
        chosen = {name: value for name, value in self.chosen().items() if name != "sort"}
        for name, value in chosen.items():
            field = self.fields[name]
            label = self.SHORT.get(name, field.label)
            yield label, dict(getattr(field, "choices", ())).get(value, value)
