"""One page of what was found, at a cost that does not grow with the number of projects."""

from dataclasses import dataclass

from portfolio.queries import MANY, count_up_to, with_columns

SIZE = 25
LAST = MANY // SIZE
"""The last page there can be: whoever wants to see more chooses fewer, or takes the spreadsheet."""


@dataclass(frozen=True)
class Page:
    number: int
    projects: list
    count: int

    @property
    def is_many(self):
        """More than anyone counts or turns pages through."""
        return self.count > MANY

    @property
    def last(self):
        return min(LAST, max(1, -(-self.count // SIZE)))

    @property
    def before(self):
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self):
        return self.number + 1 if self.number < self.last else None


def page_of(found, number):
    """The page with this number; the last one if there are fewer."""
    number = min(max(number, 1), LAST)
    projects = rows_from(found, number)
    is_end = len(projects) <= SIZE and (projects or number == 1)
    count = (number - 1) * SIZE + len(projects) if is_end else count_up_to(MANY, found)
    page = Page(number, projects[:SIZE], count)
    return page if projects or number == 1 else page_of(found, page.last)


def rows_from(found, number):
    """The projects of a page, and one more if there is another page."""
    start = (number - 1) * SIZE
    return list(with_columns(found)[start : start + SIZE + 1])


def number_in(text):
    """The page that an address asks for; 1 for anything that is not a number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
