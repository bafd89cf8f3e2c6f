"""What is printed of the thread: a poster for a wall, and the whole list; and the spreadsheet."""

from django.utils.translation import gettext as _

from projects.story.overall import in_words, map_of
from projects.story.seen import Audience, Seen
from projects.story.you_said import ORDER, Part, fill, you_said_we_did
from ui.dates import as_people_write
from ui.jinja import day

ON_POSTER = {Part.DID: 4, Part.DOING: 3, Part.COULD_NOT: 3}
"""The newest of each: more cannot be read from a step away."""
SAID_ON_POSTER = 2
ON_LIST = 200
SIZES = tuple(range(11, 31))
"""Text sizes in points: the poster gets the largest at which it is one page."""
LARGE_SIZES = tuple(range(18, 23))
"""Large print is never smaller than this, so it may need a second page."""
A3_SIZES = tuple(range(16, 44))


def by_part(entries):
    """`[(Part, its entries)]`, in their order; parts without an entry fall out."""
    found = {part: [entry for entry in entries if entry.part == part] for part in ORDER}
    return [(part, those) for part, those in found.items() if those]


def poster_of(project):
    """A few of each part, for a wall. What is not answered yet is said in a sentence."""
    seen = Seen(project, Audience.WALL)
    found = you_said_we_did(project, seen)
    parts = by_part(found)
    shown = [(part, those[: ON_POSTER[part]]) for part, those in parts if part in ON_POSTER]
    fill([entry for _part, those in shown for entry in those], seen, most=SAID_ON_POSTER)
    waiting = sum(len(entry.ideas) for entry in found if entry.part == Part.NOT_YET)
    return {
        "project": project,
        "parts": shown,
        "waiting": waiting,
        "overall": in_words(map_of(project, seen)),
        "quoted": seen.quoted,
    }


def list_of(project, most=ON_LIST):
    """All of it, for those who want to read it on paper: it may leave the team."""
    seen = Seen(project, Audience.PAPER)
    found = you_said_we_did(project, seen)
    fill(found[:most], seen)
    return {
        "project": project,
        "parts": by_part(found[:most]),
        "rest": max(0, len(found) - most),
        "overall": in_words(map_of(project, seen)),
        "quoted": seen.quoted,
    }


def header():
    return [
        _("What became of it"), _("What people said"), _("Who said it"), _("How many more ideas"),
        _("What a lead said"), _("Why not, or why only a part"), _("Decision"), _("Why"), _("When"),
        _("Done"), _("Still to do"), _("Not doing it"), _("What shows it"),
    ]  # fmt: skip


def rows_of(project, seen):
    """The list as a spreadsheet, a line for each entry. Nobody is named."""
    for entry in fill(you_said_we_did(project, seen), seen):
        decision = entry.decision
        yield [
            Part(entry.part).label,
            "\n".join(said.words for said in entry.said),
            "\n".join(dict.fromkeys(said.who for said in entry.said)),
            entry.more,
            entry.answer,
            entry.because,
            decision.decision if decision else "",
            decision.reason if decision else "",
            as_people_write(decision.decided) if decision else "",
            "\n".join(done_in_words(action) for action in entry.done),
            "\n".join(action.what for action in entry.still),
            "\n".join(f"{action.what} ({action.because})" for action in entry.stopped),
            "\n".join(shown_in_words(shown) for shown in entry.shows),
        ]


def done_in_words(action):
    return f"{action.what} ({day(action.done_on)})" if action.done_on else action.what


def shown_in_words(shown):
    figures = [
        _("before: %(figure)s") % {"figure": shown.before} if shown.before else "",
        _("now: %(figure)s") % {"figure": shown.now} if shown.now else "",
    ]
    said = "; ".join(figure for figure in figures if figure)
    return f"{shown.measure.name}: {said}" if said else shown.measure.name
