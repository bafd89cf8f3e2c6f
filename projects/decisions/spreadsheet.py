"""The decisions as a table: what their pages say, and no names of members."""

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from projects.decisions.models import Decision
from projects.ideas.models import Idea
from stages.models import Sharing
from ui import spreadsheet

BATCH = 200


def lines_of(project):
    """What people said stands in it, but never who said it; an idea that is hidden does not."""
    shown = Idea.objects.shown().only("pk")
    decisions = (
        Decision.objects.filter(project=project)
        .exclude(sharing=Sharing.PRIVATE)
        .select_related("replaces")
        .prefetch_related(
            Prefetch("ideas", shown, to_attr="answered"),
        )
        .order_by("pk")
    )
    rows = decisions.iterator(chunk_size=BATCH)
    return spreadsheet.lines_of(header(), (cells_of(decision) for decision in rows))


def header():
    return [
        _("The question"),
        _("How it stands"),
        _("What we could have chosen"),
        _("What people who use services and carers said"),
        _("What staff said"),
        _("What was decided"),
        _("Why"),
        _("Who decided"),
        _("Where"),
        _("When"),
        _("How much say people had"),
        _("Who did not agree, and why"),
        _("Ideas that it answers"),
        _("Look at it again on"),
        _("In place of"),
    ]


def cells_of(decision):
    earlier = decision.replaces
    return [
        decision.question,
        decision.get_status_display(),
        "; ".join(decision.options_list),
        decision.lived_said,
        decision.staff_said,
        decision.decision,
        decision.reason,
        decision.by_whom,
        decision.get_where_display(),
        decision.decided,
        decision.get_level_display(),
        decision.dissent,
        len(decision.answered),
        decision.review_on or "",
        earlier.question if earlier and earlier.sharing != Sharing.PRIVATE else "",
    ]
