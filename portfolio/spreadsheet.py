"""The portfolio as a spreadsheet: every row that was found, with numbers and no names."""

from itertools import islice

from django.utils import timezone
from django.utils.translation import gettext as _

from portfolio.queries import with_columns
from portfolio.rows import rows_of
from projects.models import Membership
from stages.models import Stage
from ui import spreadsheet

BATCH = 500


def lines_of(found, organisations):
    """The lines of the file, a batch of projects at a time."""
    return spreadsheet.lines_of(header(organisations), cells_of_all(found, organisations))


def cells_of_all(found, organisations):
    projects = with_columns(found).iterator(chunk_size=BATCH)
    while batch := list(islice(projects, BATCH)):
        for row in rows_of(batch, organisations):
            yield cells_of(row, organisations)


def header(organisations):
    return [
        _("Project"),
        *([_("Organisation")] if len(organisations) > 1 else []),
        _("Service"),
        _("Status"),
        _("Step"),
        *(stage.label for stage in Stage),
        _("All nine stages"),
        _("Partnership"),
        _("Conversation"),
        _("Service users"),
        _("Carers"),
        _("Staff"),
        _("Partners"),
        _("Started"),
        _("Last activity"),
        _("Look at the project again"),
        _("Look at a decision again"),
        _("Reasons to offer help"),
    ]


def cells_of(row, organisations):
    project = row.project
    return [
        project.title,
        *([project.organisation.name] if len(organisations) > 1 else []),
        project.service,
        project.get_status_display(),
        project.get_stage_display(),
        *row.stages,
        row.total,
        iso_day(project.partnership_at) or _("nothing yet"),
        iso_day(project.conversation_at) or _("nothing yet"),
        *(row.team[one] for one in Membership.Perspective.values),
        iso_day(project.started_at),
        iso_day(project.last_activity_at),
        iso_day(project.review_on),
        iso_day(project.decisions_review_on),
        "; ".join(str(reason.words) for reason in row.reasons),
    ]


def iso_day(value):
    """2026-07-20, which a spreadsheet reads as a date in every country."""
    if value is None:
        return ""
    return (timezone.localdate(value) if hasattr(value, "hour") else value).isoformat()
