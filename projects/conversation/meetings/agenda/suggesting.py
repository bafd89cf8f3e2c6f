"""What is open in the project and could be talked about: to tick, never put there by itself."""

from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from projects.conversation.models import AgendaPoint
from projects.decisions.models import Decision
from projects.plan.models import Action
from ui.jinja import day

MOST = 8
"""Of each kind: more than a meeting can talk about."""
TITLE = 300


@dataclass(frozen=True)
class Suggestion:
    """One thing to tick: `value` names it in the form, `about` is what a point keeps of it."""

    value: str
    words: str
    note: str
    about: dict


def suggestions_for(meeting, display):
    """`[(heading, [suggestions])]` of what is not on the agenda yet; a fixed number of queries."""
    project, there = meeting.project, there_already(meeting)
    groups = [
        (_("Left over from an earlier meeting"), left_over(meeting)),
        (_("Actions that are late"), late_actions(project)),
        (_("Proposed decisions"), proposals(project)),
        (_("Questions without an answer"), questions(meeting)),
        (_("Actions to hear about"), actions(project)),
        (_("In “%(step)s”") % {"step": project.get_stage_display()}, items(project, display)),
        (_("Ideas that wait for an answer"), ideas(project)),
        (_("“What is open?”: to look at again"), parts(project)),
    ]
    found = [
        (heading, [one for one in those if one.value not in there]) for heading, those in groups
    ]
    return [(heading, those[:MOST]) for heading, those in found if those]


def chosen_of(groups, ticked):
    """What a point keeps of each that was ticked, in the order of the page."""
    return [one.about for _heading, those in groups for one in those if one.value in ticked]


def there_already(meeting):
    """The values of what stands on this agenda."""
    names = AgendaPoint.ABOUT
    rows = meeting.points.values(*(f"{name}_id" for name in names))
    return {f"{name}-{row[f'{name}_id']}" for row in rows for name in names if row[f"{name}_id"]}


def suggestion(name, thing, words, note=""):
    title = Truncator(" ".join(words.split())).chars(TITLE)
    return Suggestion(f"{name}-{thing.pk}", title, note, {"title": title, name: thing})


def left_over(meeting):
    """Nobody has taken it up again since."""
    found = AgendaPoint.objects.parked().filter(
        meeting__project=meeting.project_id, meeting__starts_at__lt=meeting.starts_at, again=None
    )
    return [suggestion("parked", point, point.title) for point in found.exclude(meeting=meeting)]


def late_actions(project):
    return [
        by_its_day(action, _("It was planned for %(day)s.")) for action in project.actions.overdue()
    ]


def actions(project):
    others = project.actions.open().exclude(due_on__lt=timezone.localdate())
    return [by_its_day(action, _("By %(day)s.")) for action in others[: 2 * MOST]]


def by_its_day(action: Action, words):
    note = words % {"day": day(action.due_on)} if action.due_on else ""
    return suggestion("action", action, action.what, note)


def proposals(project):
    found = project.decisions.filter(status=Decision.Status.PROPOSED).order_by("pk")
    return [suggestion("decision", decision, decision.question) for decision in found[: 2 * MOST]]


def questions(meeting):
    """What stands on the agenda with the same words is there already."""
    there = set(meeting.points.values_list("title", flat=True))
    found = meeting.project.asked_questions.open_to_the_team()[: 2 * MOST]
    note = _("Asked on %(day)s.")
    offered = [
        suggestion("asked", one, one.question, note % {"day": day(one.asked_on)}) for one in found
    ]
    return [replace(one, about={"title": one.words}) for one in offered if one.words not in there]


def items(project, display):
    found = project.checklist.still_open().filter(stage=project.stage)
    return [suggestion("item", item, item.words(display)) for item in found]


def ideas(project):
    found = project.ideas.shown().unanswered().order_by("pk")
    return [suggestion("idea", idea, idea.text) for idea in found[: 2 * MOST]]


def parts(project):
    due = project.parts.filter(look_again_on__lte=timezone.localdate())
    return [suggestion("part", part, part.name) for part in due]
