"""What a person is and did in projects: their place, their words, what was given to them."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from projects.checklist.models import ChecklistItem, GivenAnswer, OtherView
from projects.decisions.models import Decision
from projects.decisions.models import OtherView as ViewOfDecision
from projects.evidence.models import Source
from projects.files.models import File
from projects.ideas.models import Idea, MeToo, Outcome
from projects.models import Project


@gathers("projects.Membership.user")
def memberships(person):
    keys = {
        "project": _("Project"),
        "organisation": _("Organisation"),
        "role": _("What you may do"),
        "perspective": _("What you bring"),
        "speaks_for": _("Who you speak for"),
        "name_in_summary": _("Your name may stand in the summary"),
        "joined_on": _("You joined"),
        "left_on": _("You left"),
    }
    rows = [
        (
            one.project.title,
            one.project.organisation.name,
            one.get_role_display(),
            one.get_perspective_display(),
            one.speaks_for,
            one.name_in_summary,
            one.joined_on,
            one.left_on,
        )
        for one in person.memberships.select_related("project__organisation")
    ]
    return Group("teams", _("Your teams"), keys, rows)


@gathers("projects.Project.started_by")
def started(person):
    keys = {"project": _("Project"), "at": _("When")}
    rows = Project.objects.filter(started_by=person).values_list("title", "started_at")
    return Group("started", _("Projects you started"), keys, rows)


@gathers("projects.Activity.actor", "projects.Move.by", "projects.StatusChange.by")
def activity(person):
    """Each move and each change of status is a line here too, with its reason as the note."""
    keys = {
        "project": _("Project"),
        "at": _("When"),
        "what": _("What you did"),
        "subject": _("To what"),
        "note": _("What you wrote"),
    }
    lines = person.activity.select_related("project").order_by("-at", "-pk")
    rows = [(one.project.title, one.at, _(one.what), one.subject, one.note) for one in lines]
    return Group("activity", _("What you did in projects"), keys, rows)


@gathers(
    "checklist.GivenAnswer.by",
    "checklist.ChecklistItem.answered_by",
    "checklist.ChecklistItem.note_by",
)
def answers(person):
    keys = {
        "project": _("Project"),
        "item": _("Item"),
        "at": _("When"),
        "answer": _("Answer"),
        "note": _("Your note"),
    }
    found = GivenAnswer.objects.filter(by=person).select_related("item__project")
    rows = [
        (one.item.project.title, one.item.wording, one.at, one.get_value_display(), one.note)
        for one in found
    ]
    return Group("answers", _("Answers you gave for your team"), keys, rows)


@gathers("checklist.OtherView.by")
def views(person):
    keys = {
        "project": _("Project"),
        "item": _("Item"),
        "at": _("When"),
        "note": _("How you see it"),
    }
    found = OtherView.objects.filter(by=person).select_related("item__project")
    rows = [(one.item.project.title, one.item.wording, one.at, one.note) for one in found]
    return Group("views", _("What you see differently"), keys, rows)


@gathers("decisions.OtherView.by")
def views_of_decisions(person):
    keys = {
        "project": _("Project"),
        "decision": _("Decision"),
        "at": _("When"),
        "note": _("How you see it"),
    }
    found = ViewOfDecision.objects.filter(by=person).select_related("decision__project")
    rows = [(one.decision.project.title, one.decision.question, one.at, one.note) for one in found]
    return Group("views_of_decisions", _("Decisions you see differently"), keys, rows)


@gathers("checklist.ChecklistItem.given_to")
def given(person):
    keys = {"project": _("Project"), "item": _("Item"), "due_on": _("By when")}
    found = ChecklistItem.objects.filter(given_to__user=person).select_related("project")
    rows = [(one.project.title, one.wording, one.due_on) for one in found]
    return Group("given", _("What you were asked to look at"), keys, rows)


@gathers("decisions.Decision.recorded_by")
def decisions(person):
    keys = {
        "project": _("Project"),
        "question": _("Question"),
        "decision": _("What was decided"),
        "at": _("You wrote it down"),
    }
    found = Decision.objects.filter(recorded_by=person).select_related("project")
    rows = [(one.project.title, one.question, one.decision, one.recorded_at) for one in found]
    return Group("decisions", _("Decisions you wrote down"), keys, rows)


@gathers("ideas.Idea.given_by")
def ideas(person):
    keys = {
        "project": _("Project"),
        "idea": _("Your idea"),
        "given_on": _("Given"),
        "status": _("What became of it"),
        "because": _("Why"),
    }
    found = Idea.objects.filter(given_by=person).select_related("project")
    rows = [
        (one.project.title, one.text, one.given_on, one.get_status_display(), one.because)
        for one in found
    ]
    return Group("ideas", _("Ideas you gave"), keys, rows)


@gathers("ideas.MeToo.by")
def me_toos(person):
    keys = {"project": _("Project"), "idea": _("Idea")}
    found = MeToo.objects.filter(by=person).select_related("idea__project")
    rows = [(one.idea.project.title, one.idea.text) for one in found]
    return Group("me_toos", _("Ideas you want too"), keys, rows)


@gathers("ideas.Outcome.by")
def answered_ideas(person):
    keys = {
        "project": _("Project"),
        "idea": _("Idea"),
        "status": _("What became of it"),
        "because": _("Why"),
        "at": _("When"),
    }
    found = Outcome.objects.filter(by=person).select_related("idea__project")
    rows = [
        (one.idea.project.title, str(one.idea), one.get_status_display(), one.because, one.at)
        for one in found
    ]
    return Group("answered_ideas", _("What you said became of ideas"), keys, rows)


@gathers("evidence.Source.added_by")
def sources(person):
    keys = {
        "project": _("Project"),
        "title": _("What it is"),
        "finding": _("What it says"),
        "at": _("You wrote it down"),
    }
    found = Source.objects.filter(added_by=person).select_related("project")
    rows = [(one.project.title, one.title, one.finding, one.added_at) for one in found]
    return Group("sources", _("What you added to what teams found out"), keys, rows)


@gathers("files.File.added_by", "files.File.taken_away_by")
def files(person):
    """Files that someone else added and the person took away are told without their names."""
    keys = {
        "project": _("Project"),
        "name": _("File"),
        "alternative": _("What you wrote about it"),
        "added_at": _("You added it"),
        "taken_away_at": _("You took it away"),
    }
    added = File.objects.filter(added_by=person).select_related("project")
    taken = File.objects.filter(taken_away_by=person).exclude(added_by=person)
    rows = [
        (
            one.project.title,
            one.name,
            one.alternative,
            one.added_at,
            one.taken_away_at if one.taken_away_by_id == person.pk else None,
        )
        for one in added
    ]
    rows += [
        (one.project.title, "", "", None, one.taken_away_at)
        for one in taken.select_related("project")
    ]
    return Group("files", _("Files you added or took away"), keys, rows)


GROUPS = (
    memberships,
    started,
    activity,
    answers,
    views,
    views_of_decisions,
    given,
    decisions,
    ideas,
    me_toos,
    answered_ideas,
    sources,
    files,
)
