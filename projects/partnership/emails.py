"""What people are told about working together. Never who has answered, and never an answer."""

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.telling import leads_of, quiet, team_of, tell
from ui.jinja import day


def ways_written(ways, *, by):
    lines = [f"– {line}" for line in ways.lines]
    changed = ways.because and _("Why it was changed: %(reason)s") % {"reason": ways.because}
    tell(
        ways.project,
        team_of(ways.project, but=by),
        subject=_("How your team works together"),
        text=[
            *lines,
            changed,
            _("Do you agree? You can say so, or say what does not work for you."),
        ],
        url=ways.get_absolute_url(),
        about=ways,
    )


def opened(check_in):
    """To everyone who is asked, at once: each of them is asked in person."""
    on_paper = {paper.member.user for paper in check_in.papers.select_related("member__user")}
    asked = check_in.asked_in(check_in.project).exclude(user=check_in.opened_by)
    people = {member.user for member in asked.select_related("user")}
    ask(check_in, people - on_paper, [*what_it_is(check_in), how_on_screen()])
    by_post = {one for one in on_paper if one.reached_by == "post"}
    ask(check_in, by_post, [*what_it_is(check_in), *form_in_words(check_in)])
    ask(check_in, on_paper - by_post, [*what_it_is(check_in), how_on_paper()])


def ask(check_in, people, text):
    tell(
        check_in.project,
        sorted(people, key=lambda person: person.pk),
        subject=_("How is working together?"),
        text=text,
        url=reverse("partnership:check_in:answer", args=[check_in.project_id, check_in.pk]),
        about=check_in,
        at_once=True,
    )


def what_it_is(check_in):
    until = {"day": day(check_in.closes_on)}
    if check_in.is_pulse:
        about = _("Three short questions after %(meeting)s.") % {"meeting": check_in.after_in_words}
    else:
        about = _("Your team asks how working together feels. It takes about two minutes.")
    return [
        about,
        _("You can leave out any question. Nobody can find out which answers are yours."),
        _("The last day to answer is %(day)s. Your team sees the answers after that.") % until,
    ]


def how_on_screen():
    return _("Open the page below to answer.")


def how_on_paper():
    return _("A lead of your project has a paper form for you. Give it back in an envelope.")


def form_in_words(check_in):
    """The questions themselves, for a letter: to fill in and send back."""
    scaled, open_ones, contact = check_in.questions()
    scale = list(check_in.edition.check_in_scale.all())
    boxes = "   ".join(f"[  ] {value.label}" for value in scale)
    yield _("Tick one box for each sentence. Then send this part back, without your name.")
    for number, question in enumerate(scaled, start=1):
        yield f"{number}. {question.statement}\n{boxes}"
    for question in open_ones:
        yield f"{question.statement}\n" + "\n".join(["_" * 60] * 2)
    yield _("If you like, say what you bring:   [  ] I use services, or I am a carer   [  ] Staff")
    yield _("The involvement team can read what your team reads.")
    if contact:
        yield _(
            "Do you want someone to contact you? Write how on a sheet of its own, and put it in "
            "with this one. It is not kept with your answers."
        )


def reminded(check_in, *, by):
    asked = check_in.asked_in(check_in.project).exclude(user=by).select_related("user")
    said = [
        _("Have you answered already? Thank you. Then there is nothing to do."),
        _("This goes to everyone, because nobody can see who has answered."),
        _("The last day is %(day)s.") % {"day": day(check_in.closes_on)},
    ]
    ask(check_in, {member.user for member in asked}, said)


def closed(check_in, *, by):
    """To the whole team: with fewer than five answers, that nothing is shown."""
    few = _("Too few people answered, so nothing is shown, and the answers are destroyed.")
    talk = _("Talk the questions through together instead.")
    said = [_("Read the answers, talk about them together, and choose one thing to fix.")]
    tell(
        check_in.project,
        team_of(check_in.project, but=by),
        subject=_("What people say about working together"),
        text=said if check_in.answered else [few, talk],
        url=check_in.get_absolute_url(),
        about=check_in,
    )


def wants_contact(wish):
    """To those it is for, at once. Nothing of what was written stands in it."""
    project = wish.project
    tell(
        project,
        leads_of(project, but=None) if wish.to == wish.To.LEADS else involvement_of(project),
        subject=_("Someone would like to be contacted"),
        text=[
            _("Someone in a team would like you to contact them."),
            _("Read on the page how to reach them. It is not joined to any answer."),
        ],
        url=wish.get_absolute_url(),
        about=wish,
        at_once=True,
    )


def involvement_of(project):
    return [] if quiet.get() else list(project.organisation.involvement_team.all())
