"""The five levels of sharing power, as an edition explains them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stages.models import Level, SharingLevel


def levels_of(edition):
    """`{"L-1": SharingLevel}`, all five in order; those the edition leaves out have a bare name."""
    said = {level.key: level for level in edition.levels.all()}
    return {key: said.get(key) or SharingLevel(key=key, name=name) for key, name in Level.choices}


class LevelField(forms.ChoiceField):
    """The five levels to choose from, each with what it means. "" is not decided yet."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs):
        super().__init__(choices=self.and_none(Level.choices), required=False, **kwargs)

    def explain(self, edition, *, easy=False):
        """Names and meanings from the edition, in plain or easy words."""
        levels = levels_of(edition)
        self.choices = self.and_none([(key, level.name) for key, level in levels.items()])
        self.hints = {
            key: level.easy if easy else level.meaning
            for key, level in levels.items()
            if level.meaning
        }

    @staticmethod
    def and_none(choices):
        return [*choices, ("", _("We have not agreed this yet"))]
