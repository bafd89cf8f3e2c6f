"""What goes to people without an account: to followers, and to whoever asked a question.

Their mails hold a private link, so all of each is sealed until it leaves.
"""

from django.urls import reverse
from django.utils.translation import gettext as _

from outbox.models import Message
from projects.telling import quiet


def tell_followers(project, *, about, subject, text, url, easy=""):
    """To everyone who confirmed their address, with one query to read and one to write."""
    if quiet.get():
        return
    from_where = f"{from_project(project)} {_('You said yes to hear from it.')}"
    body = body_of([*text, in_easy_words(easy), from_where])
    letters = []
    for follower in project.followers.confirmed():
        email, code = follower.opened()
        if email:
            letters.append((email, body, url, follower.stop_link(code)))
    Message.write_outside(letters, subject=subject, about=about)


def tell_asker(asked, *, subject, text, easy=""):
    """To whoever asked from outside and left an address."""
    asker = getattr(asked, "asker", None)
    if quiet.get() or asker is None:
        return
    email, link = asker.opened()
    if email:
        end = [from_project(asked.project), _("Here you can read it:")]
        body = body_of([*text, in_easy_words(easy), *end])
        stop = reverse("published:questions:forget", args=[link.rstrip("/").split("/")[-1]])
        letter = (email, body, link, stop)
        Message.write_outside([letter], subject=subject, about=asked)


def in_easy_words(easy):
    return easy and _("In easy words: %(easy)s") % {"easy": easy}


def body_of(paragraphs):
    return "\n\n".join(str(paragraph) for paragraph in paragraphs if paragraph)


def from_project(project):
    return _("It comes from “%(project)s”, %(organisation)s.") % {
        "project": project.title,
        "organisation": project.organisation.name,
    }
