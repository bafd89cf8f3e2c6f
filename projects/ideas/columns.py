"""The ideas as a spreadsheet: what was said and what became of it, and nobody's name."""

from django.utils.translation import gettext as _


def header():
    return [
        _("Idea"),
        _("Theme"),
        _("What became of it"),
        _("Why"),
        _("Decisions"),
        _("How it came"),
        _("Where it came from"),
        _("Question"),
        _("Given on"),
    ]


def rows_of(ideas):
    """A row for each; a fixed number of queries."""
    for idea in ideas.select_related("theme", "session", "question").prefetch_related("decisions"):
        yield [
            idea.text,
            idea.theme or "",
            idea.get_status_display(),
            idea.because,
            "; ".join(decision.question for decision in idea.decisions.all()),
            idea.get_way_display(),
            idea.session.community if idea.session else idea.came_from,
            idea.question or "",
            idea.said_on or "",
        ]
