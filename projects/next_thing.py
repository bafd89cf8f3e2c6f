"""The one next thing: one sentence and one button, or that nothing is waiting."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from needs.waiting import waiting_for
from projects.checklist.models import Answer, ChecklistItem
from projects.models import Project
from stages.models import STEPS, Stage
from ui.jinja import day


@dataclass(frozen=True)
class NextThing:
    sentence: str
    button: str
    address: str


def next_thing_in(project, membership, display):
    """What this member could do now in this project, or None. The first that fits, in this order:

    what they said they would look at; for leads, a team without lived experience, an empty
    “What is open?” sheet, a step whose items are all answered; then the next unanswered item.
    """
    if project.is_closed or "contribute" not in membership.abilities:
        return None
    mine = project.checklist.still_open().filter(given_to=membership).first()
    if mine:
        return given(mine, display)
    if "lead" in membership.abilities:
        return gap_in(project) or next_item(project, display) or all_answered(project)
    return next_item(project, display)


def given(item, display):
    words = item.words(display)
    if item.due_on and item.due_on < timezone.localdate():
        sentence = _("You said you would look at this by %(day)s: “%(item)s”") % {
            "day": day(item.due_on),
            "item": words,
        }
    elif item.due_on:
        sentence = _("By %(day)s, please look at this: “%(item)s”") % {
            "day": day(item.due_on),
            "item": words,
        }
    else:
        sentence = _("You said you would look at this: “%(item)s”") % {"item": words}
    return NextThing(sentence, _("Go to it"), item.get_absolute_url())


def gap_in(project):
    """What a lead should see to before the work goes on, or None."""
    step = STEPS.index(Stage(project.stage))
    past = [stage for stage in STEPS if STEPS.index(stage) <= step]
    if Stage.BUILDING_THE_TEAM in past and not (project.service_users or project.carers):
        return NextThing(
            _("Nobody who uses the service and no carer is in the team yet."),
            _("Invite someone to the team"),
            reverse("team:invite", args=[project.pk]),
        )
    if Stage.DECISION_TIME in past and not project.parts.exists():
        return NextThing(
            _("Say what is open and what is fixed, before people give their time."),
            _("Begin the “What is open?” sheet"),
            reverse("whats_open:new", args=[project.pk]),
        )
    return None


def all_answered(project):
    """For a lead, when the step has no unanswered item: on to the next, or the end."""
    stage = Stage(project.stage)
    if stage == STEPS[-1]:
        return NextThing(
            _("Everything in “%(step)s” has an answer.") % {"step": stage.label},
            _("Complete the project"),
            reverse("projects:status", args=[project.pk]),
        )
    return NextThing(
        _("Everything in “%(step)s” has an answer. Move on when your team is ready.")
        % {"step": stage.label},
        _("Move on"),
        reverse("projects:move", args=[project.pk]),
    )


def next_item(project, display):
    """The first item of the current step that nobody has answered, or None."""
    unanswered = project.checklist.kept().filter(stage=project.stage, value=Answer.NONE)
    item = unanswered.order_by("position").first()
    if item is None:
        return None
    sentence = _("Next to talk about in “%(step)s”: “%(item)s”") % {
        "step": Stage(project.stage).label,
        "item": item.words(display),
    }
    return NextThing(sentence, _("Open the checklist"), item.get_absolute_url())


def next_thing_for(user, display):
    """(project, next thing) across all the person's projects, or None.

    First what waits in `needs`, which belongs to no project; then what they were given, soonest
    date first; then the active project that moved last.
    """
    waiting = waiting_for(user)
    if waiting:
        return None, waiting
    projects = Project.objects.of_member(user).filter(status=Project.Status.ACTIVE)
    mine = ChecklistItem.objects.given_to(user).filter(project__in=projects)
    item = mine.select_related("project").first()
    if item:
        return item.project, given(item, display)
    latest = projects.order_by("-last_activity_at").first()
    if latest is None:
        return None
    membership = latest.memberships.here().filter(user=user).select_related("user").get()
    thing = next_thing_in(latest, membership, display)
    return (latest, thing) if thing else None
