"""What a person wrote on “What is open?”, and said to whether a change is made together."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from projects.assessment.models import Agreement, Assessment, Thought
from projects.models import PartVersion


@gathers("projects.PartVersion.by")
def sheet(person):
    keys = {
        "project": _("Project"),
        "part": _("Part"),
        "state": _("Open or fixed"),
        "because": _("Why"),
        "taken_away": _("You took it away"),
        "at": _("When"),
    }
    found = PartVersion.objects.filter(by=person).select_related("project")
    rows = [
        (one.project.title, one.name, one.get_state_display(), one.because, one.is_gone, one.since)
        for one in found
    ]
    return Group("sheet", _("What you wrote on “What is open?”"), keys, rows)


@gathers("assessment.Assessment.begun_by")
def asked(person):
    keys = {"project": _("Project"), "at": _("When")}
    found = Assessment.objects.filter(begun_by=person)
    rows = found.values_list("project__title", "begun_at")
    return Group("asked", _("When you asked a team what it can do together"), keys, rows)


@gathers("assessment.Thought.by")
def thoughts(person):
    keys = {
        "project": _("Project"),
        "question": _("Question"),
        "note": _("What you said"),
        "at": _("When"),
    }
    found = Thought.objects.filter(by=person).select_related("question__assessment__project")
    rows = [
        (one.question.assessment.project.title, one.question.wording, one.note, one.at)
        for one in found
    ]
    return Group("thoughts", _("What you said about working together"), keys, rows)


@gathers("assessment.Agreement.by")
def agreements_with_choices(person):
    keys = {"project": _("Project"), "note": _("What you said"), "at": _("When")}
    found = Agreement.objects.filter(by=person).select_related("assessment__project")
    rows = [(one.assessment.project.title, one.note, one.at) for one in found]
    return Group("agreements_with_choices", _("Choices you agree with"), keys, rows)


GROUPS = (sheet, asked, thoughts, agreements_with_choices)
