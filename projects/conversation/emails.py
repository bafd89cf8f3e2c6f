"""What people are told about the conversation, in the team and outside it."""

from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _

from outbox.models import Message
from projects.conversation.outside import tell_asker, tell_followers
from projects.telling import leads_of, quiet, team_of, tell
from ui.display import Display
from ui.jinja import day

PLAIN, EASY = Display(), Display(wording="easy")


def update_sent(update, *, by):
    """To the team, in the words that each likes; to those who follow, if it is for them."""
    subject = _("An update about a project")
    tell_all(update, subject, partial(paragraphs_of, update), easy=update.easy, by=by)


def update_corrected(correction, *, by):
    """To everyone who was told the wrong thing."""
    subject, in_words = _("A correction to an update"), partial(what_is_right, correction)
    tell_all(correction.update, subject, in_words, easy=correction.easy, by=by)


def tell_all(update, subject, in_words, *, easy, by):
    """Whom an update is for hear what `in_words(display)` gives; who follows, `easy` beside it."""
    for people, display in by_wording(team_of(update.project, but=by)):
        tell(
            update.project, people, subject=subject, text=in_words(display),
            url=update.get_absolute_url(), about=update,
        )  # fmt: skip
    if update.audience != update.Audience.TEAM:
        tell_followers(update.project, about=update, subject=subject, text=in_words(PLAIN),
                       easy=easy, url=public_address(update, "updates"))  # fmt: skip


def what_is_right(correction, display):
    return [
        _("We told you: “%(headline)s”. Something in it was not right.")
        % {"headline": correction.update.headline},
        _("This is right: %(text)s") % {"text": correction.words(display)},
        _("Why: %(because)s") % {"because": correction.because},
    ]


def paragraphs_of(update, display):
    """All that an update says, in order, as people read it."""
    return [
        update.headline,
        update.words(display),
        update.what_next and _("What is next: %(what)s") % {"what": update.what_next},
        update.promise_in_words(),
        update.have_a_say and _("How to have a say: %(how)s") % {"how": update.have_a_say},
    ]


def by_wording(people):
    """`[(people, how they like to read)]`."""
    easy = [person for person in people if person.wording == EASY.wording]
    plain = [person for person in people if person.wording != EASY.wording]
    return [(those, how) for those, how in ((plain, PLAIN), (easy, EASY)) if those]


def public_address(thing, room):
    """Its own public page, where there is one; else the follower reads it all in the mail."""
    if not (thing.is_public and thing.project.is_published):
        return ""
    if room == "updates":
        return reverse("published:updates:detail", args=[thing.project_id, thing.pk])
    return reverse("published:questions:index", args=[thing.project_id])


def asked(question, *, by=None):
    """To the member who sees to it, at once. What came from outside is not told in the message."""
    people = [question.for_whom.user] if question.for_whom else leads_of(question.project, but=None)
    people = [person for person in people if person not in (by, question.asked_by)]
    from_outside = _("Someone outside the team asked something. You can read it on its page.")
    tell(
        question.project,
        people,
        subject=_("A question waits for you"),
        text=[from_outside if question.from_outside else question.question],
        url=question.get_absolute_url(),
        about=question,
        at_once=True,
    )


def answered(answer, *, by):
    """To whoever asked, at once; to the team and, if it is public, to those who follow."""
    question = answer.asked
    team = [one for one in team_of(question.project, but=by) if one != question.asked_by]
    plain, url = answer_in_words(answer, PLAIN), question.get_absolute_url()
    subject = _("An answer to your question")
    if question.asked_by and question.asked_by != by:
        [(asker, display)] = by_wording([question.asked_by])
        tell(question.project, asker, subject=subject, text=answer_in_words(answer, display),
             url=url, about=question, at_once=True)  # fmt: skip
    tell_asker(question, subject=subject, text=plain, easy=answer.easy)
    subject = _("A question was answered")
    for people, display in by_wording(team):
        text = answer_in_words(answer, display)
        tell(question.project, people, subject=subject, text=text, url=url, about=question)
    if question.is_public:
        tell_followers(question.project, about=question, subject=subject, text=plain,
                       easy=answer.easy, url=public_address(question, "questions"))  # fmt: skip


def answer_in_words(answer, display):
    by_when = answer.by_when and _("We do not know yet. We will say by %(day)s.") % {
        "day": day(answer.by_when)
    }
    return [
        _("The question: %(question)s") % {"question": answer.asked.question},
        by_when,
        _("%(who)s: %(answer)s") % {"who": answer.who, "answer": answer.words(display)},
    ]


def declined(question, *, by):
    text = [
        _("Your question: %(question)s") % {"question": question.question},
        _("The team does not answer it. This is why: %(because)s") % {"because": question.because},
    ]
    subject = _("About your question")
    if question.asked_by and question.asked_by != by:
        tell(
            question.project, [question.asked_by], subject=subject, text=text,
            url=question.get_absolute_url(), about=question, at_once=True,
        )  # fmt: skip
    tell_asker(question, subject=subject, text=text)


def confirm_following(follower):
    """The link that confirms an address; for one that is confirmed already, that it is so."""
    if quiet.get():
        return
    email, code = follower.opened()
    if follower.confirmed_on:
        said = _("Someone asked that you hear from this project. You do already: %(project)s")
        end = _("You need not do anything. With this link you can stop it:")
    else:
        said = _("Someone asked that you hear from this project: %(project)s")
        end = _(
            "Was it you? Then open this link in the next seven days and say yes. If it was not "
            "you, do nothing. Then you hear no more, and we forget your address."
        )
    Message.write(
        to=None,
        address=email,
        subject=_("Do you want to hear from a project?"),
        text="\n\n".join([said % {"project": follower.project.title}, end]),
        url=follower.link(code),
        stop=follower.stop_link(code),
        about=follower,
        at_once=True,
        secret=True,
    )
