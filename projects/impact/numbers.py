"""Numbers as people type them and as they read them."""

import re
from decimal import Decimal

DIGITS, PLACES = 15, 4
"""What is kept of a number: so many digits, and so many of them after the point."""

SHAPE = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")


def as_number(text):
    """`(number, "")` for a number of a size we keep, else `(None, text)`: words stay words.

    “1,250” and “30 %” are read as people mean them; “300 to 350” and “Good” are words.
    """
    text = str(text).strip()
    plain = text.replace("−", "-").removesuffix("%").strip()
    if not SHAPE.fullmatch(plain):
        return None, text
    whole, _point, rest = plain.replace(",", "").partition(".")
    if len(whole.removeprefix("-").lstrip("0")) > DIGITS - PLACES or len(rest) > PLACES:
        return None, text
    return Decimal(f"{whole}.{rest or 0}"), ""


def in_plain_digits(number):
    """43, not 43.0000; −80 and 0.25 as they are; a comma between thousands."""
    text = f"{number:,.{PLACES}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")
