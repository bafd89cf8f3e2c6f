"""What those who gave an idea without an account are told: by e-mail, or by the reader.

The mail holds their private link, so all of it is sealed until it leaves. Whoever left a phone
number or an address is on the reader's list of people to tell. The others come with their code.
"""

from django.urls import reverse
from django.utils.translation import gettext as _

from outbox.models import Message
from projects.telling import quiet


def tell_givers(ideas, *, subject, text):
    """Something happened to these ideas: each giver hears it in the way they chose."""
    if quiet.get() or not ideas:
        return
    numbers = [idea.pk for idea in ideas]
    found = ideas[0].project.ideas.filter(pk__in=numbers).exclude(giver=None)
    for idea in found.select_related("giver", "project__organisation"):
        if idea.giver.email:
            write(idea, subject, text)
        elif idea.giver.reach:
            idea.giver.has_news()


def write(idea, subject, text):
    link = idea.giver.follow_url
    can_stop = idea.giver.sealed and link != reverse("ask:index")
    here = _("Here you can read it:") if can_stop else _("Type your code here to read it:")
    said = [
        _("You gave an idea: “%(idea)s”") % {"idea": idea},
        *text,
        _("It belongs to “%(project)s”, %(organisation)s.")
        % {"project": idea.project.title, "organisation": idea.project.organisation.name},
        here,
    ]
    Message.write(
        to=None,
        address=idea.giver.email,
        subject=subject,
        text="\n\n".join(str(paragraph) for paragraph in said if paragraph),
        url=link,
        stop=f"{link}forget/" if can_stop else "",
        about=idea,
        at_once=True,
        secret=True,
    )
