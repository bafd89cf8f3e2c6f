"""A page of ideas, each with the theme it is under and a box to choose another."""

from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse

from projects.ideas.forms import NO_THEME, FilterForm

PAGE = 25
LARGEST = 2**63 - 1


class SortForm:
    """What the page of sorting shows, and what it sends: `theme-31`, and `was-31` as it was."""

    def __init__(self, project, request):
        self.project, self.themes = project, list(project.themes.all())
        self.sent = request.POST if request.method == "POST" else QueryDict()
        self.asked = request.GET.copy()
        self.asked.setdefault("theme", NO_THEME)  # what nobody has sorted yet

    @property
    def chosen(self):
        """`{an idea's number: (the theme it was under, the theme chosen)}`, None for no theme."""
        pairs = {}
        for name in self.sent:
            number = number_in(name.removeprefix("theme-"))
            if name.startswith("theme-") and number:
                was = number_in(self.sent.get(f"was-{number}", ""))
                pairs[number] = (was, number_in(self.sent[name]))
        return pairs

    @property
    def address(self):
        """The page that was sent; those that are sorted have left it, and others have come up."""
        return f"{reverse('ideas:sort', args=[self.project.pk])}?{self.asked.urlencode()}"

    @property
    def context(self):
        filter_form = FilterForm(self.themes, self.asked)
        ideas = filter_form.found_in(self.project.ideas.shown()).ready_to_draw().by_theme()
        page = Paginator(ideas, PAGE).get_page(self.asked.get("page"))
        rows = [(idea, idea.theme_id) for idea in page]
        return {"themes": self.themes, "choose": filter_form, "page": page, "rows": rows}

    def again(self, done):
        """The rows that somebody else moved, each with what this person chose for it."""
        chosen = self.chosen
        rows = [(idea, chosen[idea.pk][1]) for idea in done.meanwhile]
        return {"themes": self.themes, "rows": rows, "moved": done.moved, "is_again": True}


def number_in(text):
    """The number of a row, or None for anything else."""
    is_number = text.isdecimal() and len(text) < 20 and 0 < int(text) <= LARGEST
    return int(text) if is_number else None
