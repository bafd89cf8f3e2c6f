"""The first draft of a summary, written from the agenda alone: a lead reads and changes it.

Of people it gives the names of those who agreed that theirs stand on paper, and what the others
bring. Numbers of people that are small stay unsaid.
"""

from hashlib import sha256

from django.utils.translation import gettext as _

from projects.conversation.meetings.invitation import when
from projects.conversation.meetings.who import who_came
from projects.conversation.models import on_paper
from ui.dates import as_people_write


def draft_of(meeting):
    """The text, in a fixed number of queries."""
    points = list(meeting.points.prefetch_related(
        "captured__decision", "captured__action__owner__user", "captured__idea"
    ).order_by("position", "pk"))  # fmt: skip
    talked = [point for point in points if not point.is_parked or has_something(point)]
    parked = [point for point in points if point.is_parked]
    parts = [opening(meeting)]
    for number, point in enumerate(talked, start=1):
        parts.append(f"# {number}. {one_line(point.title)}\n\n" + "\n\n".join(said_of(point)))
    if parked:
        lines = "\n".join(f"- {one_line(point.title)}" for point in parked)
        parts.append(f"# {_('For another time')}\n\n{lines}")
    return "\n\n".join(parts)


def not_said_in(text, draft):
    """The lines of a draft about decisions, actions and ideas that do not stand in a text."""
    lines = [line for line in draft.splitlines() if line.startswith("- ")]
    return [line.removeprefix("- ") for line in lines if line.removeprefix("- ") not in text]


def mark_of(draft):
    """Two marks differ if anything was written down between them."""
    return sha256(draft.encode()).hexdigest()[:16]


def has_something(point):
    return bool(point.said or point.captured.all())


def opening(meeting):
    said = [_("We met on %(when)s.") % {"when": when(meeting)}]
    if meeting.place:
        said.append(_("We met here: %(place)s.") % {"place": meeting.place.rstrip(".")})
    came = who_came([meeting])[meeting.pk]
    if came.is_known:
        who = [words[:1].lower() + words[1:] for words in came.by_perspective]
        about = {"people": came.people_in_words, "who": ", ".join(who)}
        said.append(_("There were %(people)s: %(who)s.") % about)
    return " ".join(said)


def said_of(point):
    """What was said, then what came of it as a list: decisions, actions, ideas."""
    rows = list(point.captured.all())
    lines = [
        *(in_words_of_decision(row.decision) for row in rows if row.decision),
        *(in_words_of_action(row.action) for row in rows if row.action),
        *(_("Idea: %(idea)s") % {"idea": sentence(row.idea.text)} for row in rows if row.idea),
    ]
    found = [point.said.strip()] if point.said.strip() else []
    found += ["\n".join(f"- {line}" for line in lines)] if lines else []
    return found or [_("Nothing is written down about this.")]


def in_words_of_decision(decision):
    words = _("Decided: %(what)s") if decision.is_agreed else _("Proposed: %(what)s")
    said = [words % {"what": sentence(decision.decision)}]
    if decision.reason:
        said.append(_("Why: %(why)s") % {"why": sentence(decision.reason)})
    if decision.dissent:
        said.append(_("Not everyone agreed: %(what)s") % {"what": sentence(decision.dissent)})
    return " ".join(said)


def in_words_of_action(action):
    said = [_("To do: %(what)s") % {"what": sentence(action.what)}]
    who = on_paper(action.owner) if action.owner else action.body
    if who:
        said.append(_("Who: %(who)s.") % {"who": who})
    if action.due:
        said.append(_("By: %(day)s.") % {"day": as_people_write(action.due)})
    return " ".join(said)


def one_line(text):
    return " ".join(text.split())


def sentence(text):
    """On one line, and with an end: more follows it."""
    line = one_line(text)
    return line if line.endswith((".", "!", "?", "…", "”")) else f"{line}."
