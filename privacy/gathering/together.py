"""What a person said and did in working together. Nothing here knows what they answered."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from projects.partnership.models import CheckIn, MeetingRole, OnPaper, Ways, WaysVoice


@gathers("partnership.Ways.written_by")
def ways(person):
    keys = {
        "project": _("Project"),
        "text": _("Ways of working"),
        "because": _("Why you changed it"),
        "at": _("You wrote it down"),
    }
    found = Ways.objects.filter(written_by=person).select_related("project")
    rows = [(one.project.title, one.text, one.because, one.written_at) for one in found]
    return Group("ways", _("Ways of working you wrote down"), keys, rows)


@gathers("partnership.WaysVoice.by")
def voices_on_ways(person):
    keys = {
        "project": _("Project"),
        "agrees": _("You agree"),
        "note": _("What you said"),
        "at": _("When"),
    }
    found = WaysVoice.objects.filter(by=person).select_related("ways__project")
    rows = [(one.ways.project.title, one.agrees, one.note, one.at) for one in found]
    return Group("voices_on_ways", _("What you said to ways of working"), keys, rows)


@gathers("partnership.CheckIn.opened_by")
def check_ins(person):
    keys = {"project": _("Project"), "on": _("When")}
    found = CheckIn.objects.filter(opened_by=person)
    rows = found.values_list("project__title", "opened_on")
    return Group("check_ins", _("Check-ins you opened"), keys, list(rows))


@gathers("partnership.OnPaper.member")
def on_paper(person):
    keys = {"project": _("Project")}
    found = OnPaper.objects.filter(member__user=person)
    rows = found.values_list("check_in__project__title")
    about = _("What you answer in a check-in is not here: nothing says which answers are yours.")
    title = _("Open check-ins that you answer on paper")
    return Group("check_ins_on_paper", title, keys, list(rows), about)


@gathers("partnership.MeetingRole.member")
def meeting_roles(person):
    keys = {"project": _("Project"), "on": _("Day of the meeting"), "role": _("What you did")}
    found = MeetingRole.objects.filter(member__user=person).select_related("project")
    rows = [(one.project.title, one.on, one.get_role_display()) for one in found]
    return Group("meeting_roles", _("What you did in meetings"), keys, rows)


GROUPS = (ways, voices_on_ways, check_ins, on_paper, meeting_roles)
