"""Everything the papers about a whole project say, gathered once for page and PDF.

It is for a person who was not there, and it may leave the team. So nobody is named who has not
agreed to it, and who sees things differently is said in words, without numbers or names. What
they wrote about it is quoted only with their consent; their name beside it needs the other one.
"""

from itertools import groupby

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from projects.checklist.models import Answer, OtherView
from projects.decisions.models import Decision
from projects.decisions.models import OtherView as Dissent
from projects.exports.rooms import rooms_of
from projects.exports.sections import SUMMARY, sections_of
from projects.exports.some import SHORT
from projects.exports.voices import Voices
from projects.exports.where_read import where_read
from projects.models import Part
from projects.team.missing import people_in_words
from stages.levels import levels_of
from stages.models import STEPS, Sharing, Stage
from ui.display import Display


def summary_of(project, reader=None):
    """What the summary says of the project as it is now, in a fixed number of queries.

    `reader` is a `Display`: who chose easy read gets the easy wording of the guide's texts.
    """
    reader = reader or Display()
    found = gathered(project, reader, Voices(project, reader), SHORT)
    return found | {"sections": sections_of(SUMMARY, found)}


def gathered(project, reader, voices, limits):
    """All that any of the sections draws (`sections.py`), cut to `limits`."""
    items = items_of(project)
    kept = [item for item in items if not item.left_out]
    musts = [item for item in items if item.is_must]
    rooms = rooms_of(project, voices, reader, limits)
    return {
        "project": project,
        "reader": reader,
        "today": timezone.localdate(),
        "levels": levels_in_words(project, reader),
        "parts": parts_of(project),
        **team_of(project),
        **standing_of(project, reader),
        "stages": [figures_of(stage, items) for stage in Stage],
        "all": figures_of(None, items),
        "musts": by_stage(musts),
        "musts_figures": figures_of(None, musts),
        "left_out": [item for item in items if item.left_out],
        "not_needed": [item for item in kept if item.value == Answer.NOT_NEEDED],
        "differences": differences_of(kept, voices),
        **rooms,
        **decisions_of(project, voices, rooms["ideas"]),
        "read_from": where_read(project),
        "quoted": list(voices.quoted.values()),
        "next": [item for item in kept if item.stage == project.stage and is_open(item)],
        "dated": sorted((item for item in kept if item.due_on and is_open(item)), key=by_date),
    }


def items_of(project):
    """All items in the order of the model, with what tells who sees them differently."""
    views = OtherView.objects.with_perspectives().order_by("pk")
    found = project.checklist.select_related("project").prefetch_related(
        Prefetch("views", views, to_attr="other_views")
    )
    order = list(Stage)
    return sorted(found, key=lambda item: (order.index(item.stage), item.position, item.pk))


def differences_of(items, voices):
    """What is seen differently, each with its `quotes`: `[(words, who or "")]`."""
    differences = [item for item in items if item.difference]
    for item in differences:
        item.quotes = voices.quotes_of(item.other_views)
    return differences


def is_open(item):
    return item.value not in (Answer.DONE, Answer.NOT_NEEDED)


def by_date(item):
    return item.due_on, item.position


def by_stage(items):
    """`[(Stage, [items])]` for the stages that have any; `items` are in the model's order."""
    return [(Stage(stage), list(those)) for stage, those in groupby(items, lambda i: i.stage)]


def figures_of(stage, items):
    """How a stage's checklist stands; of all stages together when `stage` is None."""
    mine = [item for item in items if stage is None or item.stage == stage]
    kept = [item.value for item in mine if not item.left_out]
    figures = {
        "stage": stage,
        "label": stage.label if stage else _("All nine stages"),
        "done": kept.count(Answer.DONE),
        "partly": kept.count(Answer.PARTLY),
        "not_yet": kept.count(Answer.NOT_YET),
        "unanswered": kept.count(Answer.NONE),
        "not_needed": kept.count(Answer.NOT_NEEDED),
        "left_out": len(mine) - len(kept),
        "needed": len(kept) - kept.count(Answer.NOT_NEEDED),
    }
    return figures | {"rest": rest_in_words(figures)}


def rest_in_words(figures):
    """What is not done, as people say it: “2 partly, 1 not yet and 3 with no answer”."""
    said = []
    if figures["partly"]:
        said.append(_("%(num)s partly") % {"num": figures["partly"]})
    if figures["not_yet"]:
        said.append(_("%(num)s not yet") % {"num": figures["not_yet"]})
    if figures["unanswered"]:
        said.append(_("%(num)s with no answer") % {"num": figures["unanswered"]})
    if figures["not_needed"]:
        said.append(_("%(num)s not needed") % {"num": figures["not_needed"]})
    if figures["left_out"]:
        said.append(_("%(num)s left out") % {"num": figures["left_out"]})
    return get_text_list(said, _("and"))


def levels_in_words(project, reader):
    """`{"L-4": "We design it together"}`, as the project's edition of the guide says it."""
    levels = levels_of(project.edition)
    return {
        key: level.easy if reader.is_easy and level.easy else level.name
        for key, level in levels.items()
    }


def parts_of(project):
    """`[(State, [parts])]` for all three: what is open comes first, and none is left unsaid."""
    parts = list(project.parts.all())
    return [(state, [part for part in parts if part.state == state]) for state in Part.State]


def team_of(project):
    """Who is in the team and who was, by perspective in words; names only where agreed to."""
    everyone = list(project.memberships.select_related("user"))
    here = [member for member in everyone if member.left_on is None]
    there = {member.user_id for member in here}
    earlier = {m.user_id: m for m in everyone if m.user_id not in there}.values()
    return {
        "team": people_in_words(here),
        "earlier": people_in_words(earlier),
        "has_lived": any(member.is_lived for member in here),
        "named": (named := [member for member in here if member.name_in_summary]),
        "names": sorted(member.user.name for member in named),
    }


def standing_of(project, reader):
    """The step it is at, how it came there, and what its status was when and why."""
    stage = Stage(project.stage)
    text = project.edition.stage_texts.filter(stage=stage).first()
    purpose = (text.purpose_easy if reader.is_easy else text.purpose) if text else ""
    return {
        "stage": stage,
        "step": STEPS.index(stage) + 1,
        "steps": len(STEPS),
        "purpose": purpose,
        "moves": list(project.moves.all()),
        "status_changes": list(project.status_changes.all()),
    }


def decisions_of(project, voices, ideas):
    """Agreed and replaced ones in the order of the decisions page, proposals apart.

    Each with its `voices`, who sees it differently: `[(who, words or "")]`, and with the ideas
    `behind` it.

    One that is for named people only is on no paper.
    """
    shown = project.decisions.exclude(sharing=Sharing.PRIVATE).select_related("replaces")
    views = Dissent.objects.with_perspectives().select_related("decision")
    decisions = list(shown.prefetch_related(Prefetch("views", views, to_attr="other_views")))
    replaced_by = {d.replaces_id: d for d in decisions if d.replaces_id}
    for decision in decisions:
        decision.now_instead = replaced_by.get(decision.pk)
        decision.voices = voices.all_of(decision.other_views)
        decision.behind = ideas.behind(decision)
    return {
        "decisions": [decision for decision in decisions if not decision.is_proposed],
        "proposals": [decision for decision in decisions if decision.is_proposed],
        "agreed": sum(decision.is_agreed for decision in decisions),
        "replaced": sum(d.status == Decision.Status.REPLACED for d in decisions),
    }
