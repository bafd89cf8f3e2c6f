"""What people are told about ideas."""

from collections import defaultdict
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from outbox.models import Message
from projects.ideas.to_givers import tell_givers
from projects.telling import leads_of, quiet, tell

TOLD_ONCE_IN = timedelta(minutes=10)


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
    """To the reader of its question, at once: someone waits for an answer. Not what it says.

    Once for many that come together. Where the reader has left, or only looks on by now, the
    leads are told.
    """
    reader = idea.question.reader
    is_here = reader.left_on is None and "contribute" in reader.abilities
    if was_told_just_now(idea.question):
        return
    tell(
        idea.project,
        [reader.user] if is_here else leads_of(idea.project, but=None),
        subject=_("An idea waits for you to read it"),
        text=[
            _("Someone answered the question “%(question)s”.") % {"question": idea.question},
            _("Nobody else can read it until you have."),
        ],
        url=reverse("ideas:waiting:index", args=[idea.project_id]),
        about=idea.question,
        at_once=True,
    )


def was_told_just_now(question):
    """Of another idea that waits still: the reader finds both on one page."""
    kind = ContentType.objects.get_for_model(question)
    lately = timezone.now() - TOLD_ONCE_IN
    told = Message.objects.filter(about_type=kind, about_id=question.pk, written_at__gt=lately)
    return question.ideas.waiting().count() > 1 and told.exists()


def checked(idea):
    """To whoever gave it from outside: it is in, or it is not, because."""
    if idea.is_refused:
        said = [_("The team could not take it in. This is why:"), idea.refused_because]
        tell_givers([idea], subject=_("About the idea you gave"), text=said)
    else:
        said = [_("Someone has read it, and now the whole team can. You hear what becomes of it.")]
        tell_givers([idea], subject=_("Your idea has been read"), text=said)


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


def hear(ideas, *, by, subject, text, url, about, outside=None):
    """Tell everyone behind these ideas, each person once; those of the team whom it told.

    Everything that happens to ideas travels through here, what a decision says of them too.
    Those without an account hear it as well, each in their own way (`to_givers`), and groups
    have news to print: of `outside`, where not all of it may leave the team.
    """
    told = set()
    for theirs, people in behind(ideas, but=by):
        said = [in_words(idea) for idea in theirs]
        tell(theirs[0].project, people, subject=subject, text=[*said, *text], url=url, about=about)
        told.update(people)
    outside = list(ideas if outside is None else outside)
    tell_givers(outside, subject=subject, text=text)
    tell_groups(outside)
    return told


def tell_groups(ideas):
    """The people of a session hear it in person: there is news to print for them."""
    if ideas and not quiet.get():
        ideas[0].project.sessions.filter(ideas__in=ideas).have_news()


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
