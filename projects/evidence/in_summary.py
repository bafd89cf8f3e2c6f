"""What a document says of what a team found out."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from projects.evidence.models import Source


@dataclass(frozen=True)
class Evidence:
    kinds: list
    """(label of the kind, its sources), without kinds that have none."""
    missing: list
    """In words: kinds with nothing in them, and voices that are not there."""
    number: int


def evidence_of(project):
    """All sources of the project, kind by kind, and what is missing: two queries."""
    sources = list(project.sources.in_order().ready_to_draw())
    kinds = [
        (kind.label, [source for source in sources if source.kind == kind]) for kind in Source.Kind
    ]
    missing = missing_from(
        {source.kind for source in sources}, {source.voice for source in sources}
    )
    return Evidence([(label, found) for label, found in kinds if found], missing, len(sources))


def missing_from(kinds, voices):
    """What nobody has found out yet, in words, given the kinds and voices that are there.

    Where nobody wrote down whose voice something is, a voice may be there that seems missing.
    """
    there = voices | ({Source.Voice.STAFF} if Source.Kind.STAFF in kinds else set())
    silent = [words for voice, words in Source.MISSING_VOICE.items() if voice not in there]
    unsaid = [_("For some of it, nobody has written down whose voice it is")]
    return [
        *(words for kind, words in Source.MISSING_KIND.items() if kind not in kinds),
        *(unsaid if silent and "" in voices else ()),
        *silent,
    ]
