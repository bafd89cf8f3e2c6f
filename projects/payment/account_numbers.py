"""What must never be written here: numbers that look like a bank account or a tax number."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

BETWEEN = r"[\s.\-\u2010-\u2015]{0,2}"
LOOKS_LIKE = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\d{6,}",  # an account, a card or a tax reference
        rf"(?<!\d)\d{{2}}{BETWEEN}\d{{2}}{BETWEEN}\d{{2}}(?!\d)",  # a sort code
        rf"(?<!\d)\d{{4}}{BETWEEN}\d{{4}}(?!\d)",  # an account in two halves, or part of a card
        rf"\b[a-z]{{2}}{BETWEEN}\d{{2}}{BETWEEN}\d{{2}}{BETWEEN}\d{{2}}{BETWEEN}[a-d]?\b",
        # (a National Insurance number)
        r"\b[a-z]{2}\d{2}\s?[a-z]{4}\s?\d",  # an account as other countries write it
    )
]
REFUSED = _(
    "This looks like a number of a bank account, a card or National Insurance. Please leave it "
    "out: we never keep such numbers here. If it is a date, write it like 3 May."
)


def check_no_account_numbers(text):
    """Raise ValidationError for what looks like such a number. Rather one too many than one."""
    plain = unicodedata.normalize("NFKC", text or "")
    if any(pattern.search(plain) for pattern in LOOKS_LIKE):
        raise ValidationError(REFUSED, code="account_number")
