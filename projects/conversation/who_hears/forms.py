from django.utils.translation import gettext_lazy as _

from projects.conversation.models import Hearer
from ui.forms import ModelForm
from ui.meanwhile import OpenedAtField


class HearerForm(ModelForm):
    """One line of the plan for keeping in touch."""

    opened_at = OpenedAtField()

    class Meta:
        model = Hearer
        fields = list(Hearer.WORDS)
        labels = {
            "who": _("Who hears?"),
            "what": _("What do they hear?"),
            "how": _("How?"),
            "how_often": _("How often?"),
            "seen_to_by": _("Who sees to it?"),
        }
        help_texts = {
            "who": _("A group, not a name. For example: carers on the ward."),
            "what": _("For example: what was decided, and what is asked next."),
            "how": _("For example: a letter, a notice on the wall, at the Friday group."),
            "how_often": _("For example: every month, or after each meeting."),
            "seen_to_by": _("A role, not a name. For example: the ward clerk."),
        }

    @property
    def words(self):
        return {name: self.cleaned_data[name] for name in Hearer.WORDS}


def as_typed_in(hearer):
    return {name: getattr(hearer, name) for name in Hearer.WORDS} | {"opened_at": hearer.version}
