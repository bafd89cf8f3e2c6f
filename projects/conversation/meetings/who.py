"""Who said that they come, and who came: by name to the team, as numbers where it is printed."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from projects.conversation.models import Coming
from projects.models import Membership
from projects.models.hands import FEW


class WhoComes:
    """The members by what they answered; for the team, which knows who is in it."""

    def __init__(self, meeting):
        found = list(meeting.coming.with_people().filter(member__left_on=None))
        self.groups = [
            (label, those)
            for value, label in WORDS
            if (those := [one for one in found if one.answer == value])
        ]
        answered = {one.member_id for one in found if one.answer}
        team = meeting.project.memberships.here().select_related("user")
        self.silent = [member for member in team if member.pk not in answered]


WORDS = [
    (Coming.Answer.YES, gettext_lazy("Can come")),
    (Coming.Answer.PHONE, gettext_lazy("By phone or online")),
    (Coming.Answer.NOT_SURE, gettext_lazy("Not sure yet")),
    (Coming.Answer.NO, gettext_lazy("Cannot come")),
]


def my_answer(meeting, place):
    """What this member said, or None."""
    return meeting.coming.filter(member=place).exclude(answer="").first() if place.pk else None


@dataclass(frozen=True)
class WhoCame:
    """How many came, by what they bring; no number that finds anyone.

    People are counted as people heard: members, and guests who are in no team.
    """

    members: dict = field(default_factory=dict)
    """`{perspective: how many}`"""
    guests: int = 0
    guests_from: str = ""

    @property
    def number(self):
        return sum(self.members.values()) + self.guests

    @property
    def is_known(self):
        return bool(self.number)

    @property
    def people_in_words(self):
        """“12 people”, or “fewer than 5 people”; "" when nobody wrote it down."""
        if not self.number:
            return ""
        if self.number < FEW:
            return _("fewer than %(num)s people") % {"num": FEW}
        said = ngettext("%(num)s person", "%(num)s people", self.number)
        return said % {"num": self.number}

    @property
    def by_perspective(self):
        """“Carers: 6”, “Staff: 5”; without numbers where one of them is small."""
        counted = {key: number for key, number in self.members.items() if number}
        if self.guests:
            counted[GUESTS] = self.guests
        may_stand = all(number >= FEW for number in counted.values())
        said = {key: self.called(key) for key in counted}
        return [
            _("%(who)s: %(num)s") % {"who": said[key], "num": counted[key]}
            if may_stand
            else said[key]
            for key in counted
        ]

    def called(self, key):
        if key != GUESTS:
            return MANY[key]()
        about = {"who": self.guests_from}
        return _("Guests (%(who)s)") % about if self.guests_from else _("Guests")


GUESTS = "guests"
P = Membership.Perspective
MANY = {
    P.SERVICE_USER: lambda: _("Service users"),
    P.CARER: lambda: _("Carers"),
    P.STAFF: lambda: _("Staff"),
    P.PARTNER: lambda: _("Partners"),
}


def who_came(meetings):
    """`{meeting's number: WhoCame}`, in one query however many meetings there are."""
    came = Coming.objects.filter(meeting__in=meetings, came=True).order_by()
    counted = {meeting.pk: {} for meeting in meetings}
    for number, perspective in came.values_list("meeting", "member__perspective"):
        counted[number][perspective] = counted[number].get(perspective, 0) + 1
    return {
        meeting.pk: WhoCame(in_order(counted[meeting.pk]), meeting.guests or 0, meeting.guests_from)
        for meeting in meetings
    }


def in_order(counted):
    return {key: counted[key] for key in P.values if key in counted}
