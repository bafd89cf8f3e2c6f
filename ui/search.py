"""Words are found whatever their capitals and accents: both sides are made plain first."""

from unicodedata import combining, normalize


def plain_letters(text):
    """`Café  ÉTÉ` → `cafe ete`: casefolded, without accents, one space between words."""
    letters = normalize("NFKD", text.replace("\0", "").casefold())  # PostgreSQL looks for no null
    return " ".join("".join(one for one in letters if not combining(one)).casefold().split())
