"""When a person's digest comes: once a week, on one day for everyone, at a time of their own.

The day is the same for all (`DIGEST_DAY`), so that leads who print letters do it once, and a team
hears things on one day. The time is spread over the working day by the person's number: always the
same for one person, and ten thousand mails do not leave in one minute.
"""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

FIRST, MINUTES = time(9, 0), 8 * 60
"""From nine in the morning to five in the afternoon."""


def next_digest(person, after):
    """The first moment later than `after` at which this person's digest is due."""
    local = timezone.localtime(after)
    day = local.date() + timedelta(days=(settings.DIGEST_DAY - local.weekday()) % 7)
    at = moment(person, day)
    return at if at > after else moment(person, day + timedelta(days=7))


def moment(person, day):
    start = datetime.combine(day, FIRST, tzinfo=timezone.get_current_timezone())
    return start + timedelta(minutes=person.pk * 37 % MINUTES)
