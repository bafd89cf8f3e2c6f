"""What people are told about ideas."""

from django.utils.translation import gettext as _

from projects.telling import leads_of, tell


def given(idea, *, by):
    """A member's idea, to the leads."""
    tell(
        idea.project,
        leads_of(idea.project, but=by),
        subject=_("A new idea"),
        text=[_("Someone in the team gave an idea:"), idea.text],
        url=idea.get_absolute_url(),
        about=idea,
    )


def brought_in(idea, *, by):
    """Something proposed to the involvement team that belongs here, to the leads."""
    tell(
        idea.project,
        leads_of(idea.project, but=by),
        subject=_("A new idea"),
        text=[_("The involvement team was given this idea, and brought it to you:"), idea.text],
        url=idea.get_absolute_url(),
        about=idea,
    )


def waits(idea):
    """To the reader of its question, at once: someone waits for an answer. Not what it says."""
    reader = idea.question.reader
    tell(
        idea.project,
        [reader.user],
        subject=_("An idea waits for you to read it"),
        text=[
            _("Someone answered the question “%(question)s”.") % {"question": idea.question},
            _("Nobody else can read it until you have."),
        ],
        url=idea.question.get_absolute_url(),
        about=idea.question,
        at_once=True,
    )


def checked(idea):
    """To whoever left an e-mail address beside it: it is in, or it is not, because."""


def became(idea, *, by):
    """What became of it: to the member behind it and to those who want the same."""
    people = {member.by for member in idea.me_toos.select_related("by")}
    if idea.given_by:
        people.add(idea.given_by)
    here = idea.project.memberships.here().filter(user__in=people).exclude(user=by)
    tell(
        idea.project,
        [member.user for member in here.select_related("user")],
        subject=_("What became of an idea"),
        text=[
            idea.text,
            _("Now: %(status)s") % {"status": idea.get_status_display()},
            idea.because,
        ],
        url=idea.get_absolute_url(),
        about=idea,
    )
