"""What changed on the sheet, in words: “Opening hours” went from open to partly open."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from projects.models import Part, PartVersion
from ui.jinja import day

STATES = {
    Part.State.OPEN: lambda: _("open"),
    Part.State.PARTLY: lambda: _("partly open"),
    Part.State.FIXED: lambda: _("fixed"),
}


@dataclass(frozen=True)
class Change:
    """One change: what happened, why, and what else reads differently since."""

    version: PartVersion
    sentence: str
    because: str = ""
    more: list = field(default_factory=list)


def change_of(version, levels):
    """`version` has its `before`; `levels` are those of the edition, for their names."""
    before, about = version.before, {"name": version.name, "state": STATES[version.state]()}
    if version.is_gone:
        said = _("“%(name)s” was taken away from the sheet. It was %(state)s.")
        return Change(version, said % about)
    if before is None:
        said = _("“%(name)s” came to the sheet. It was %(state)s.")
        return Change(version, said % about, version.because)
    if before.state != version.state:
        said = _("“%(name)s” went from %(before)s to %(state)s.")
        about["before"] = STATES[before.state]()
    else:
        said = _("“%(name)s” reads differently. It is still %(state)s.")
    is_new = before.state != version.state or before.because != version.because
    because = version.because if is_new else ""
    return Change(version, said % about, because, differences(before, version, levels))


def differences(before, now, levels):
    """A sentence for each of the smaller things that read differently."""
    said = []
    if now.name != before.name:
        said.append(_("It was called “%(name)s” before.") % {"name": before.name})
    if before.because and not now.because:
        said.append(_("The reason is not there any more."))
    if now.level != before.level:
        words = _("How much say: it was “%(before)s”, and is “%(now)s”.")
        said.append(
            words % {"before": level_in_words(before, levels), "now": level_in_words(now, levels)}
        )
    if now.by_whom != before.by_whom:
        words = _("Who said so: %(whom)s") if now.by_whom else _("Nobody is named who said so.")
        said.append(words % {"whom": now.by_whom})
    if now.look_again_on != before.look_again_on:
        words = (
            _("Look at it again on %(day)s.") if now.look_again_on else _("No day to look again.")
        )
        said.append(words % {"day": day(now.look_again_on)})
    return said


def level_in_words(version, levels):
    return levels[version.level].name if version.level else _("not agreed yet")
