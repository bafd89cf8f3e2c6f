"""A meeting as it is told: in words, and as an event for calendars. Neither names a member."""

from email.utils import parseaddr

from django.conf import settings
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from ui.calendar_file import Event, calendar_text
from ui.jinja import day


def calendar_of(meeting):
    """The file that puts it into a calendar, changes it there, or takes it out."""
    return calendar_text([event_of(meeting)])


def event_of(meeting):
    return Event(
        key=f"meeting-{meeting.pk}",
        uid=str(meeting.uid),
        on=meeting.starts_at,
        until=meeting.ends_at,
        title=_("Meeting: %(what_for)s") % {"what_for": meeting.what_for},
        text="\n\n".join([meeting.project.title, *how_to_come(meeting)]),
        url=settings.SITE_ADDRESS + meeting.get_absolute_url(),
        place=meeting.place or meeting.link or meeting.phone,
        sequence=meeting.sequence,
        is_off=meeting.is_called_off,
        organiser=organiser_of(meeting.project.organisation),
    )


def organiser_of(organisation):
    """The organisation: who in the team planned it is not told to calendars."""
    address = organisation.contact_email or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return organisation.name, address


def how_to_come(meeting):
    """Where, how to get in, how to join from elsewhere, breaks: what is known, as paragraphs."""
    said = [
        (meeting.place, _("Where: %s")),
        (meeting.getting_in, _("How to get in: %s")),
        (meeting.link, _("To join online: %s")),
        (meeting.phone, _("To join by phone, ring: %s")),
        (meeting.breaks, _("Breaks: %s")),
    ]
    return [words % text for text, words in said if text]


def when(meeting):
    """“Sunday 3 May 2026, 2pm to 4pm”, with the second day where there is one."""
    start, end = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    weekday = WEEKDAYS[start.weekday()]
    about = {
        "day": f"{weekday} {day(start)}",
        "start": clock(start),
        "end": clock(end),
        "last": day(end),
    }
    if start.date() == end.date():
        return _("%(day)s, %(start)s to %(end)s") % about
    return _("%(day)s, %(start)s to %(last)s, %(end)s") % about


def clock(time):
    return time.strftime("%I:%M%p").lstrip("0").lower().replace(":00", "")
