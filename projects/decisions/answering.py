"""Choosing the ideas that a decision answers: a few that wait, on its form; all, on a page."""

from itertools import groupby

from django import forms
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _

from projects.ideas.models import Idea

FIRST = 30
"""Ideas that wait for an answer, on the form itself. All others are on a page of their own."""
LARGEST = 2**63 - 1


class AnsweredField(forms.Field):
    """The numbers of the ideas that are ticked. Anything else that is sent is left alone."""

    widget = forms.SelectMultiple

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Which ideas does it answer?"))
        super().__init__(required=False, **kwargs)

    def clean(self, value):
        return numbers_in(value or [])


def numbers_in(texts):
    """The numbers of rows among texts that people or programs sent."""
    found = [int(str(text)) for text in texts if str(text).isdecimal() and len(str(text)) < 20]
    return [number for number in dict.fromkeys(found) if number <= LARGEST]


class Choice:
    """The ideas to choose among on the form: those chosen, and the first that wait."""

    def __init__(self, project, chosen):
        self.chosen = set(chosen)
        first = Case(When(status=Idea.Status.LOOKING, then=Value(0)), default=Value(1))
        shown = project.ideas.shown().ready_to_draw()
        waiting = list(shown.unanswered().order_by(first, "-pk")[: FIRST + 1])
        kept = {idea.pk: idea for idea in waiting[:FIRST]}
        kept |= {idea.pk: idea for idea in shown.filter(pk__in=self.chosen)}
        self.ideas, self.has_more = list(kept.values()), len(waiting) > FIRST

    @property
    def by_theme(self):
        """`[(theme or None, [(idea, is chosen)])]`, what is under no theme first."""
        ordered = sorted(self.ideas, key=place_of)
        return [
            (theme, [(idea, idea.pk in self.chosen) for idea in those])
            for theme, those in groupby(ordered, lambda idea: idea.theme)
        ]


def place_of(idea):
    theme = (idea.theme.position, idea.theme_id) if idea.theme else (-1, 0)
    return theme, -idea.pk


def in_words(ideas):
    """Several ideas as one text, a line each, to lay beside another."""
    return "\n".join(f"– {idea}" for idea in sorted(ideas, key=lambda idea: idea.pk))
