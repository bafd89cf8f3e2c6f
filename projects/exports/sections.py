"""What the papers about a whole project are made of: sections, in the order in which they are read.

A room comes to a paper with two lines: what it tells, in `rooms.rooms_of`, and a section here.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Section:
    id: str
    words: str | Promise
    """As the list at the head of the paper calls it."""
    fragment: str
    """In `templates/projects/exports/`; it draws a `section` with this id and a heading."""
    says: tuple
    """The names of what it draws, in `summary_of(…)`: the record keeps just these as data."""

    @property
    def template(self):
        return f"projects/exports/{self.fragment}"


IDEA = Section("idea", _("The idea"), "_idea.html", ("idea",))
TOGETHER = Section("together", _("Can this be done together?"), "_together.html", ("together",))
OPEN = Section("open", _("What is open?"), "_open.html", ("parts", "changes"))
PEOPLE = Section(
    "people",
    _("Who was involved"),
    "_team.html",
    ("team", "earlier", "has_lived", "affected"),
)
PAYMENT = Section("payment", _("Payment and costs"), "_offered.html", ("offered",))
EVIDENCE = Section("evidence", _("What we found out"), "_evidence.html", ("evidence",))
EQUALITY = Section("equality", _("Equality check"), "_equality.html", ("equality",))
IMPACT = Section("impact", _("What difference it makes"), "_impact.html", ("impact",))
PARTNERSHIP = Section(
    "partnership", _("How the team works together"), "_partnership.html", ("partnership",)
)
PLAN = Section("plan", _("The plan"), "_plan.html", ("plan",))
STORY = Section("story", _("You said, we did"), "_story.html", ("story",))
MEETINGS = Section("meetings", _("Meetings"), "_meetings.html", ("meetings",))
TALK = Section("talk", _("Updates, questions and answers"), "_talk.html", ("talk",))
HEARD = Section("heard", _("Who was heard"), "_asked.html", ("asked",))
IDEAS = Section("ideas", _("Ideas"), "_ideas.html", ("ideas",))
DECISIONS = Section("decisions", _("Decisions"), "_decisions.html", ("decisions", "proposals"))
STANDING = Section(
    "where-it-stands",
    _("Where the project stands"),
    "_standing.html",
    ("stage", "step", "steps", "moves", "status_changes"),
)
CHECKLISTS = Section("checklists", _("The checklists"), "_checklists.html", ())
NEXT = Section("next", _("What is next"), "_next.html", ())
CONTACT = Section("contact", _("How to get in touch"), "_contact.html", ())
TOLD = Section("told", _("How people were told"), "_how_told.html", ("told",))
DIFFERENT = Section(
    "different", _("Where people see things differently"), "_different.html", ("differences",)
)
READ_FROM = Section(
    "read-from", _("Where this example comes from"), "_read_from.html", ("read_from",)
)
"""Of a project that was made from a published case, and of no other."""
NOT_DONE = Section("not-done", _("What was not done"), "_not_done.html", ("not_done",))

SUMMARY = (
    IDEA,
    TOGETHER,
    OPEN,
    PEOPLE,
    PARTNERSHIP,
    PAYMENT,
    EVIDENCE,
    EQUALITY,
    HEARD,
    IDEAS,
    DECISIONS,
    PLAN,
    IMPACT,
    STORY,
    MEETINGS,
    TALK,
    STANDING,
    CHECKLISTS,
    NEXT,
    CONTACT,
)
"""For someone who was not there; as the project is now."""
RECORD = (
    IDEA,
    TOGETHER,
    OPEN,
    PEOPLE,
    PARTNERSHIP,
    PAYMENT,
    MEETINGS,
    HEARD,
    EVIDENCE,
    IDEAS,
    DECISIONS,
    DIFFERENT,
    PLAN,
    IMPACT,
    STORY,
    STANDING,
    TOLD,
    TALK,
    EQUALITY,
    NOT_DONE,
)
"""What was open, who was involved, what was heard, decided and changed, how people were told."""


def sections_of(paper, found):
    """A paper's sections; where an example was read stands at the end, if this is one."""
    return (*paper, READ_FROM) if found["read_from"] else paper
