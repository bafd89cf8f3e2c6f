"""A grid of ideas to type in: each row a text and, if there are themes, the one it belongs to.

A fixed number of rows, and a button for more that keeps everything that was typed. A row that
is left empty is no idea.
"""

import re

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ui.forms import Form

ROWS = 6
MORE = 6
MOST = 200
"""Rows that one form may have; those who need more save and go on."""


class RowForm(Form):
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    theme = forms.ChoiceField(required=False, label=_("Theme"))

    def __init__(self, number, label, themes, *args, **kwargs):
        super().__init__(*args, prefix=f"row-{number}", **kwargs)
        self.number, self.themes = number, themes
        self.fields["text"].label = label % {"num": number + 1}
        if themes:
            none = [("", _("No theme yet"))]
            self.fields["theme"].choices = none + [(str(pk), themes[pk].name) for pk in themes]
        else:
            del self.fields["theme"]


class Grid:
    """The rows of one form; `sent` is what came, or None when nothing did."""

    MOST = MOST
    IDEA, FORM = _("Idea %(num)s"), _("Form %(num)s")

    def __init__(self, project, sent=None, *, label=IDEA):
        self.asks_for_more = bool(sent) and "more" in sent
        self.before = rows_in(sent) if sent else ROWS
        number = self.before + (MORE if self.asks_for_more else 0)
        themes = {theme.pk: theme for theme in project.themes.all()}
        self.rows = [RowForm(n, label, themes, sent or None) for n in range(min(number, MOST))]
        self.has_themes = bool(themes)

    @property
    def may_have_more(self):
        return len(self.rows) < MOST

    def is_valid(self):
        return all(row.is_valid() for row in self.rows)

    @property
    def ideas(self):
        """`[{"text", "theme"}]` of the rows that say something, as the model's verbs take it."""
        said = [(row, row.cleaned_data) for row in self.rows if row.cleaned_data["text"].strip()]
        return [
            {"text": typed["text"], "theme": row.themes.get(int(typed.get("theme") or 0))}
            for row, typed in said
        ]

    def in_words(self):
        number = len(self.ideas)
        said = ngettext("%(num)s idea is written down.", "%(num)s ideas are written down.", number)
        return said % {"num": number}


class Together:
    """A form and its grid, for the list of what has to be looked at again."""

    def __init__(self, *parts):
        self.parts = parts

    @property
    def errors(self):
        return any(part.errors for part in self.parts)

    def non_field_errors(self):
        return [error for part in self.parts for error in part.non_field_errors()]

    def visible_fields(self):
        return [field for part in self.parts for field in part.visible_fields()]


def rows_in(sent):
    """How many rows the form had: up to the last that came."""
    found = [re.fullmatch(r"row-(\d{1,4})-text", name) for name in sent]
    return min(max([ROWS, *(int(match[1]) + 1 for match in found if match)]), MOST)


def as_typed(*forms_):
    """Draw them with what was typed and nothing said against it: they are not finished yet."""
    for form in forms_:
        form._errors = forms.utils.ErrorDict()
