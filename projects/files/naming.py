"""The name of a file as people may see and save it: as it was given, and harmless."""

import re
import unicodedata

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LONGEST = 120
"""Letters of a name: every computer can keep one of this length."""
FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}
"""Names that are devices on Windows, whatever follows them."""
NAMELESS = "file"


def safe_name(given):
    """The last part of a path, without signs that nobody can see or that mean something else.

    What is left has at least one letter, no dot at either end, and keeps its ending.
    """
    text = unicodedata.normalize("NFC", given.encode(errors="ignore").decode())
    text = re.split(r"[\\/]", text)[-1]
    text = FORBIDDEN.sub(" ", text)
    text = "".join(sign for sign in text if sign == " " or is_seen(sign))
    text = " ".join(text.split()).rstrip(". ")
    stem, ending = split(text)
    stem = stem[: LONGEST - len(ending)].strip(". ") or NAMELESS
    if stem.split(".")[0].strip().lower() in RESERVED:
        stem = f"{NAMELESS} {stem}"[: LONGEST - len(ending)].strip(". ")
    return stem + ending


def is_seen(sign):
    return unicodedata.category(sign)[0] not in "CZ"


def split(name):
    """(“notes of May”, “.pdf”): the ending has few letters, or there is none."""
    found = re.fullmatch(r"(.*?)(\.[A-Za-z0-9]{1,8})", name, flags=re.S)
    return found.groups() if found else (name, "")


def ending_of(name):
    return split(name)[1].lower()


def size_in_words(size):
    """340 bytes are “340 bytes”, more are “12 KB” or “3.4 MB”."""
    if size < 1024:
        return ngettext("%(num)s byte", "%(num)s bytes", size) % {"num": size}
    if size < 1024 * 1024:
        return _("%(num)s KB") % {"num": round(size / 1024)}
    megabytes = f"{size / (1024 * 1024):.1f}".removesuffix(".0")
    return _("%(num)s MB") % {"num": megabytes}
