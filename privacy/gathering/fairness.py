"""What a person did in the equality check, and how they helped to say how things are."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from projects.evidence.models import EqualityLook, EqualityVersion
from projects.impact.models import Reading, Story


@gathers("impact.Story.given_by")
def stories(person):
    keys = {
        "project": _("Project"),
        "story": _("Your story"),
        "when": _("When it was told"),
        "sharing": _("Who may read it"),
        "told_at": _("You told it"),
        "withdrawn_at": _("You took it back"),
    }
    found = Story.objects.filter(given_by=person).select_related("project")
    rows = [
        (
            one.project.title,
            one.text,
            one.told_on,
            one.get_sharing_display(),
            one.told_at,
            one.withdrawn_at,
        )
        for one in found
    ]
    return Group("stories", _("Stories you told"), keys, rows)


@gathers("impact.Story.written_by")
def stories_of_others(person):
    """Not their words: those are somebody else's."""
    keys = {"project": _("Project"), "at": _("You wrote it down")}
    found = Story.objects.filter(written_by=person).select_related("project")
    rows = [(one.project.title, one.told_at) for one in found]
    return Group("stories_of_others", _("Stories you wrote down for others"), keys, rows)


@gathers("impact.Reading.by")
def numbers(person):
    keys = {
        "project": _("Project"),
        "measure": _("What was measured"),
        "number": _("Number"),
        "note": _("What you wrote about it"),
        "because": _("Why you corrected it"),
        "at": _("You wrote it down"),
    }
    found = Reading.objects.filter(by=person).select_related("measure__project")
    rows = [
        (one.measure.project.title, one.measure.name, one.in_words, one.note, one.because, one.at)
        for one in found
    ]
    return Group("numbers", _("Numbers you wrote down"), keys, rows)


@gathers("evidence.EqualityVersion.kept_by", "evidence.EqualityLook.by")
def equality(person):
    keys = {
        "project": _("Project"),
        "what": _("What you did"),
        "note": _("What you wrote about it"),
        "on": _("When"),
    }
    kept = EqualityVersion.objects.filter(kept_by=person).select_related("project").defer("rows")
    rows = [(one.project.title, str(one), one.note, one.kept_on) for one in kept]
    looked = EqualityLook.objects.filter(by=person).select_related("project")
    again = _("Looked again: nothing changed")
    rows += [(one.project.title, again, one.note, one.looked_on) for one in looked]
    return Group("equality", _("What you did in equality checks"), keys, rows)


GROUPS = (stories, stories_of_others, numbers, equality)
