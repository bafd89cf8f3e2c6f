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
    from_where = from_project(project)
    said = [*text, easy and _("In easy words: %(easy)s") % {"easy": easy}, from_where]
    body = "\n\n".join(str(paragraph) for paragraph in said if paragraph)
    letters = []
    for follower in project.followers.confirmed():
        email, code = follower.opened()
        if email:
            letters.append((email, body, url, follower.stop_link(code)))
    Message.write_outside(letters, subject=subject, about=about)


def tell_asker(asked, *, subject, text):
    """To whoever asked from outside and left an address."""
    asker = getattr(asked, "asker", None)
    if quiet.get() or asker is None:
        return
    email, link = asker.opened()
    if email:
        said = [*text, from_project(asked.project), _("Here you can read it:")]
        body = "\n\n".join(str(paragraph) for paragraph in said if paragraph)
        stop = reverse("published:questions:forget", args=[link.rstrip("/").split("/")[-1]])
        letter = (email, body, link, stop)
        Message.write_outside([letter], subject=subject, about=asked)


def from_project(project):
    return _("It comes from “%(project)s”, %(organisation)s.") % {
        "project": project.title,
        "organisation": project.organisation.name,
    }
