"""What a person wrote down about the difference that was made, and what was learned."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from projects.impact.models import Difference, Lesson, Meaning, WhatNext


@gathers("impact.Difference.recorded_by")
def differences(person):
    keys = {
        "project": _("Project"),
        "said": _("What was said"),
        "changed": _("What changed"),
        "meant": _("What it meant"),
        "taking_part": _("How it was to take part"),
        "at": _("You wrote it down"),
    }
    found = Difference.objects.filter(recorded_by=person).select_related("project")
    rows = [
        (one.project.title, one.said, one.changed, one.meant, one.taking_part, one.recorded_at)
        for one in found
    ]
    return Group("differences", _("Differences you wrote down"), keys, rows)


@gathers("impact.Lesson.written_by")
def lessons(person):
    keys = {
        "project": _("Project"),
        "lesson": _("What was learned"),
        "worked": _("What worked"),
        "did_not": _("What did not work"),
        "at": _("You wrote it down"),
    }
    found = Lesson.objects.filter(written_by=person).select_related("project")
    rows = [(one.project.title, one.text, one.worked, one.did_not, one.written_at) for one in found]
    return Group("lessons", _("Lessons you wrote down"), keys, rows)


@gathers("impact.Meaning.by", "impact.WhatNext.by")
def in_the_teams_name(person):
    keys = {
        "project": _("Project"),
        "about": _("About what"),
        "text": _("What you wrote for the team"),
        "at": _("When"),
    }
    meanings = Meaning.objects.filter(by=person).select_related("measure__project")
    rows = [(one.project.title, str(one.measure), one.text, one.at) for one in meanings]
    agreed = WhatNext.objects.filter(by=person).select_related("project")
    rows += [(one.project.title, str(one), one.because, one.at) for one in agreed]
    return Group("made_of_numbers", _("What you wrote about results"), keys, rows)


GROUPS = (differences, lessons, in_the_teams_name)
