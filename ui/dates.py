"""Dates that people do not always know to the day: a year, a month or a day, as ISO text.

"2021", "2021-07" and "2021-07-20" sort in order as they stand; "" is not known. Two of them
joined by " to " are a period (only data that is imported has those).
"""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _


def check_partial_date(text):
    """Raise ValidationError unless every part is a real year, month or day."""
    parts = text.split(" to ")
    if len(parts) > 2:
        raise ValidationError(_('Write one date, or two with " to " between.'))
    for part in parts:
        numbers = part.split("-")
        shape = re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", part)
        try:
            if not shape:
                raise ValueError
            date(*[int(n) for n in numbers] + [1] * (3 - len(numbers)))
        except ValueError:
            message = _("Write a real date, such as 2021, 2021-07 or 2021-07-20.")
            raise ValidationError(message) from None


def as_people_write(text):
    """`2021-07-20` → `20 July 2021`, `2021-07` → `July 2021`, a period with “to” between."""
    return _(" to ").join(_one(part) for part in text.split(" to ") if part)


def _one(part):
    numbers = [int(n) for n in part.split("-")]
    if len(numbers) == 3:
        return formats.date_format(date(*numbers), "j F Y")
    if len(numbers) == 2:
        return formats.date_format(date(*numbers, 1), "F Y")
    return part
