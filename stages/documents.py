"""The guide on paper: the whole of it, or one stage as a working sheet."""

from stages.guide import chapters_of, check_in_of, sources_of
from stages.models import Source, Stage


def document_of(edition, *, stage="", print="", words=""):
    """Everything that the document says. `stage` is one, or nothing for all nine."""
    stages = (Stage(stage),) if stage else tuple(Stage)
    return {
        "edition": edition,
        "title": Stage(stage).label if stage else edition.title,
        "is_whole": not stage,
        "large": print == "large",
        "easy": words == "easy",
        "chapters": chapters_of(edition, stages),
        "check_in": check_in_of(edition),
        "levels": list(edition.levels.all()),
        "principles": [] if stage else list(edition.principles.all()),
        "words": [] if stage else list(edition.words.all()),
        "sources": sources_of(edition),
        "link_statuses": dict(Source.LinkStatus.choices),
    }


def file_name_of(*, stage="", print="", words=""):
    """`guide.pdf`, `guide-gather-ideas-large-print-easy-read.pdf`."""
    parts = ["guide", stage, print and "large-print", words and "easy-read"]
    return "-".join(part for part in parts if part) + ".pdf"


def key_of(edition, *, stage="", print="", words=""):
    """Names exactly what the document shows. A published edition never changes."""
    parts = (edition.pk, edition.digest, stage, print, words)
    return "guide " + " ".join(str(part) or "-" for part in parts)
