"""Groups to begin with: those the big idea names, and those that teams often forget."""

import re

from django.utils.translation import gettext as _

LONGEST = 80
WORDS = 7
"""A longer piece is part of a sentence, and no name of a group."""
MOST = 8

OFTEN = (
    lambda: _("People who use the service now"),
    lambda: _("People who will need it later, or wait for it"),
    lambda: _("Carers and families"),
    lambda: _("Staff who work in the service"),
    lambda: _("Staff of services beside it"),
    lambda: _("Partners, such as charities and community groups"),
    lambda: _("People who find care hardest to get"),
    lambda: _("People who stopped using the service"),
)


def suggestions_for(project, groups):
    """Names that are not in the list yet. Those of the big idea come first."""
    taken = {group.name.casefold() for group in groups}
    names = [*named_in(project.affected), *(name() for name in OFTEN)]
    fresh = dict.fromkeys(name for name in names if name.casefold() not in taken)
    return list(fresh)[: MOST + len(OFTEN)]


def named_in(text):
    """Pieces of a list that somebody wrote: a line each, or with commas. Sentences are none."""
    names = [name for line in text.splitlines() for name in pieces_of(line)]
    return names[:MOST]


def pieces_of(line):
    line = line.strip(" .•*–-\t")
    pieces = [piece.strip() for piece in re.split(r"[;,]| and (?=[^,;]*$)", line)]
    pieces = [piece for piece in pieces if piece]
    if re.search(r"[.?!:] ", line) or any(len(piece.split()) > WORDS for piece in pieces):
        return []
    return [piece[:1].upper() + piece[1:] for piece in pieces if 3 <= len(piece) <= LONGEST]
