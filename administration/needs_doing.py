"""What waits for an administrator, in words."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Organisation
from administration.access import people_for
from administration.organisation.rosters import Roster
from administration.people.finding import namesakes
from administration.second_step import without_second_step
from outbox.models import Envelope, Round


@dataclass(frozen=True)
class Task:
    """A sentence, and where to do something about it."""

    words: str
    address: str
    link: str


def what_needs_doing(user, organisations):
    return [
        *mail_in_trouble(user),
        *few_administrators(organisations),
        *no_second_step(organisations),
        *perhaps_twice(user),
    ]


def mail_in_trouble(user):
    """What did not arrive; and whether mail leaves at all."""
    mail = Envelope.objects.visible_to(user).filter(way=Envelope.Way.EMAIL)
    number = (mail.failing() | mail.given_up() | mail.unsure()).count()
    address = reverse("outbox:index")
    if number:
        words = ngettext(
            "%(num)s e-mail did not arrive, or we do not know whether it did.",
            "%(num)s e-mails did not arrive, or we do not know whether they did.",
            number,
        )
        yield Task(words % {"num": number}, address, _("See what happened"))
    last = Round.last()
    if last.problem or (last.is_silent and mail.to_send(timezone.now()).exists()):
        yield Task(_("E-mails are not leaving at the moment."), address, _("See what happened"))


def few_administrators(organisations):
    """One administrator alone may be ill, or leave, or lose their phone."""
    active = Count("administrators", filter=Q(administrators__is_active=True))
    numbered = Organisation.objects.filter(pk__in=[one.pk for one in organisations])
    for organisation in numbered.annotate(number=active).filter(number__lt=2):
        words = _("%(organisation)s has one administrator. Two are safer.")
        if not organisation.number:
            words = _("%(organisation)s has no administrator.")
        yield Task(
            words % {"organisation": organisation},
            who(organisation, Roster.ADMINISTRATORS),
            _("See the administrators"),
        )


def no_second_step(organisations):
    number = without_second_step(organisations).count()
    if not number:
        return
    words = ngettext(
        "%(num)s person who looks after others has not set up a second step for signing in.",
        "%(num)s people who look after others have not set up a second step for signing in.",
        number,
    )
    address = reverse("people:index") + "?without=second-step"
    yield Task(words % {"num": number}, address, _("See who"))


def perhaps_twice(user):
    if number := namesakes(people_for(user)).count():
        words = _("%(num)s people share a name with another. Perhaps someone has two accounts.")
        yield Task(words % {"num": number}, reverse("people:duplicates"), _("Look at the names"))


def who(organisation, roster):
    return reverse("organisation:who", args=[organisation.pk, roster])


def address_if_there(name, *args):
    """The address of a page of another room, or "" where this installation has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
