from django import forms
from django.utils.translation import gettext_lazy as _

from privacy.models import Destroyed
from ui.forms import Form


class EraseMeForm(Form):
    sure = forms.BooleanField(
        label=_("Yes, erase me. I know that this cannot be undone."),
        error_messages={"required": _("Tick this box if you are sure.")},
    )


class EraseForm(Form):
    """On a written request: where the letter is, so that it can be found again."""

    note = forms.CharField(
        label=_("Where is the letter kept?"),
        max_length=Destroyed._meta.get_field("note").max_length,
        help_text=_(
            "For example, “letters 2027, number 14”. Do not write the person’s name: it stays "
            "in the list of what was destroyed."
        ),
    )
    sure = forms.BooleanField(
        label=_("Yes, erase this person. They asked for it in writing. It cannot be undone."),
        error_messages={"required": _("Tick this box if you are sure.")},
    )
