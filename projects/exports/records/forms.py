from django.utils.translation import gettext_lazy as _

from projects.exports.models import Record
from ui.forms import ModelForm


class RecordForm(ModelForm):
    """Nothing has to be typed: a record is made in one press."""

    class Meta:
        model = Record
        fields = ["note"]
        labels = {"note": _("Why do you make it now?")}
        help_texts = {
            "note": _("For example: before the board decides. It stands in the record. No names.")
        }
