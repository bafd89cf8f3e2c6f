"""What someone did for others, as an administrator."""

from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from privacy.models import Destroyed, LegalHold, RetentionClass, Statement


@gathers("privacy.Statement.by", "privacy.RetentionClass.by", "privacy.Destroyed.by")
@gathers("privacy.LegalHold.by", "privacy.LegalHold.lifted_by")
def looking_after(person):
    keys = {"what": _("What you did"), "about": _("About what"), "at": _("When")}
    rows = []
    for model, by, at, words in (
        (Statement, "by", "published_on", _("Published new words")),
        (RetentionClass, "by", "at", _("Said how long things are kept")),
        (Destroyed, "by", "at", _("Destroyed what had come to its time")),
        (LegalHold, "by", "since", _("Kept something for a legal reason")),
        (LegalHold, "lifted_by", "lifted_at", _("Ended a legal reason to keep something")),
    ):
        for one in model.objects.filter(**{by: person}):
            about = "" if model is LegalHold else str(one)
            rows.append((words, about, getattr(one, at)))
    return Group("looking_after", _("What you did to look after our records"), keys, rows)


@gathers("admin.LogEntry.user")
def administration(person):
    """Not what it was about: that may be another person."""
    keys = {"what": _("What you did"), "at": _("When")}
    found = LogEntry.objects.filter(user=person)
    rows = [(one.get_action_flag_display(), one.action_time) for one in found]
    return Group("administration", _("What you did in the administration pages"), keys, rows)


GROUPS = (looking_after, administration)
