"""What people are told about ideas."""

from collections import defaultdict

from django.utils.translation import gettext as _

from projects.telling import leads_of, quiet, tell


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
    """What became of it, to everyone behind it."""
    hear(
        [idea],
        by=by,
        subject=_("What became of an idea"),
        text=[_("Now: %(status)s") % {"status": idea.get_status_display()}, idea.because],
        url=idea.get_absolute_url(),
        about=idea,
    )


def hear(ideas, *, by, subject, text, url, about):
    """Tell everyone behind these ideas, each person once; those of the team whom it told.

    Everything that happens to ideas travels through here, what a decision says of them too.
    """
    told = set()
    for theirs, people in behind(ideas, but=by):
        said = [in_words(idea) for idea in theirs]
        tell(theirs[0].project, people, subject=subject, text=[*said, *text], url=url, about=about)
        told.update(people)
    return told


def in_words(idea):
    return _("You gave this idea, or want it too: “%(idea)s”") % {"idea": idea.text}


def behind(ideas, *, but):
    """`[(ideas, the people in the team who gave or want just these)]`, in two queries."""
    ideas = sorted(ideas, key=lambda idea: idea.pk)
    if quiet.get() or not ideas:
        return []
    project = ideas[0].project
    wanted = {idea.pk: {idea.given_by_id} for idea in ideas}
    me_toos = project.ideas.filter(pk__in=wanted).exclude(me_toos=None)
    for idea, person in me_toos.values_list("pk", "me_toos__by"):
        wanted[idea].add(person)
    people = set().union(*wanted.values())
    here = project.memberships.here().filter(user__in=people).exclude(user=but)
    groups = defaultdict(list)
    for member in here.select_related("user"):
        theirs = [idea for idea in ideas if member.user_id in wanted[idea.pk]]
        groups[tuple(idea.pk for idea in theirs)].append((theirs, member.user))
    return [(those[0][0], [user for _theirs, user in those]) for those in groups.values()]
