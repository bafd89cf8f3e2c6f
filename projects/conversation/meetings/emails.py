"""What a team is told about its meetings. Each has everything in its text, for paper too."""

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.conversation.meetings.invitation import calendar_of, how_to_come, when
from projects.conversation.meetings.wording import plain
from projects.telling import team_of, tell


def invited(meeting, *, by):
    to_the_team(
        meeting,
        _("You are invited to a meeting"),
        [
            _("Your team meets."),
            *in_words(meeting),
            _("Please say if you can come, on the meeting’s page or to someone in your team."),
            _("What would you like to talk about? Add it to the agenda."),
            _(
                "Do you need something so that you can take part? Say so under “What I need”, or "
                "to someone in your team."
            ),
        ],
        by=by,
    )


def changed(meeting, *, by, was, is_another_time):
    """`was` is `in_words` of before."""
    now = in_words(meeting)
    other = [said for said in was if said and said not in now]
    again = _("Please say again if you can come: what you said was for the time before.")
    to_the_team(
        meeting,
        _("A meeting has changed"),
        [
            _("Something about a meeting has changed. This is how it is now."),
            *now,
            other and "\n".join([_("This is what it said before:"), *other]),
            meeting.because and _("Why it changed: %(why)s") % {"why": meeting.because},
            is_another_time and again,
        ],
        by=by,
    )


def called_off(meeting, *, by):
    to_the_team(
        meeting,
        _("A meeting is called off"),
        [
            _("This meeting does not take place:"),
            meeting.what_for,
            _("When it would have been: %(when)s") % {"when": when(meeting)},
            _("Why: %(why)s") % {"why": meeting.because},
        ],
        by=by,
    )


def closed(meeting, *, by):
    """With the digest, and on paper with the other news."""
    tell(
        meeting.project,
        team_of(meeting.project, but=by),
        subject=_("What came of a meeting"),
        text=[*heading(meeting), plain(meeting.summary.text), *easy_of(meeting.summary)],
        url=address_of_summary(meeting),
        about=meeting,
    )


def corrected(meeting, *, by):
    now = meeting.summary
    tell(
        meeting.project,
        team_of(meeting.project, but=by),
        subject=_("The summary of a meeting is corrected"),
        text=[
            *heading(meeting),
            _("Why it is corrected: %(why)s") % {"why": now.because},
            plain(now.text),
            *easy_of(now),
        ],
        url=address_of_summary(meeting),
        about=meeting,
    )


def to_the_team(meeting, subject, text, *, by):
    """At once, each alone, with the file for their calendar. Of no use when it is over."""
    is_late = meeting.ends_at <= timezone.now()
    tell(
        meeting.project,
        team_of(meeting.project, but=by),
        subject=subject,
        text=text,
        url=meeting.get_absolute_url(),
        about=meeting,
        at_once=True,
        expires_at=None if is_late else meeting.ends_at,
        calendar=calendar_of(meeting),
    )


def in_words(meeting):
    return [
        _("What it is for: %(what_for)s") % {"what_for": meeting.what_for},
        _("When: %(when)s") % {"when": when(meeting)},
        *how_to_come(meeting),
        meeting.on_the_day
        and _("If something comes up on the day, call: %(who)s") % {"who": meeting.on_the_day},
    ]


def heading(meeting):
    about = {"what_for": meeting.what_for, "when": when(meeting)}
    return [_("“%(what_for)s”, %(when)s") % about]


def easy_of(summary):
    if not summary.easy:
        return []
    return [_("The same in easy words:"), plain(summary.easy)]


def address_of_summary(meeting):
    return f"{meeting.get_absolute_url()}summary/"
