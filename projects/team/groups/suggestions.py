"""Groups to begin with: those the big idea names, and those that teams often forget."""

import re

from django.utils.translation import gettext as _

LONGEST = 80
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
    pieces = re.split(r"[\n;,]| and (?=[^,;\n]*$)", text)
    tidy = [piece.strip(" .•*–-\t\r") for piece in pieces]
    short = [piece[:1].upper() + piece[1:] for piece in tidy if 3 <= len(piece) <= LONGEST]
    return [piece for piece in short if len(piece.split()) <= 9 and ". " not in piece][:MOST]
