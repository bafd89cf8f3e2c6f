"""The register of sources as a table: what the page says, and no names of members."""

from django.utils import timezone
from django.utils.translation import gettext as _

from ui import spreadsheet

BATCH = 500


def lines_of(project):
    rows = project.sources.in_order().ready_to_draw().iterator(chunk_size=BATCH)
    return spreadsheet.lines_of(header(), (cells_of(source) for source in rows))


def header():
    return [
        _("Kind"),
        _("What sort of thing"),
        _("What it is"),
        _("What it says"),
        _("Whose voice"),
        _("Which people"),
        _("Which group"),
        _("When"),
        _("How strong"),
        _("Link"),
        _("Files"),
        _("From which project"),
        _("Added on"),
    ]


def cells_of(source):
    return [
        source.get_kind_display(),
        source.sort_in_words,
        source.title,
        source.finding,
        source.get_voice_display(),
        source.voice_words,
        source.group or "",
        source.dated,
        source.get_strength_display(),
        source.link,
        len(source.files_here),
        source.came_from,
        timezone.localdate(source.added_at).isoformat(),
    ]
