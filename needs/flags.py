"""What to think of before something is sent or a meeting is planned, in words without names.

Only for someone named: each sentence counts the people who chose that reader. `exports` shows it
above what is printed and above what is taken to a meeting. Letters name the need beside its person
(`outbox.letters`).
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from needs.general_list import EASY_READ, LARGE_PRINT
from needs.models import Need

PAPERS, MEETINGS = "papers", "meetings"


@dataclass(frozen=True)
class Flag:
    key: str
    people: int
    sentence: str
    arrange: str
    sheet: str = ""
    """The query of a paper that meets this need: “print=large”."""


SHEETS = {LARGE_PRINT: "print=large", EASY_READ: "words=easy"}


def flags_for(project, user, used_for=""):
    """The flags of needs that people in this project showed this person; [] for anyone else."""
    return flags_of(needs_in(project, user), used_for)


def needs_in(project, user):
    """The needs, of people in this team, that this person was named for."""
    shown = Need.objects.shown_to(user).in_project(project)
    return list(shown.select_related("person", "kind").order_by("kind__position", "person__name"))


def flags_of(needs, used_for=""):
    found = {}
    for need in needs:
        if is_about(need, used_for):
            found.setdefault(need.kind.key if need.kind else "", []).append(need)
    return [flag_of(key, those) for key, those in found.items()]


def is_about(need, used_for):
    """Whether it matters for papers, or for meetings; everything does for ""."""
    if not used_for:
        return True
    return need.is_for_papers if used_for == PAPERS else need.is_for_meetings


def flag_of(key, needs):
    kind, people = needs[0].kind, len({need.person_id for need in needs})
    if kind is None:
        sentence = ngettext(
            "%(num)s person told you a need in their own words.",
            "%(num)s people told you needs in their own words.",
            people,
        )
        return Flag(key, people, sentence % {"num": people}, _("Read what they say."))
    sentence = ngettext("%(num)s person needs: %(kind)s.", "%(num)s people need: %(kind)s.", people)
    said = sentence % {"num": people, "kind": kind.name[:1].lower() + kind.name[1:]}
    return Flag(key, people, said, kind.arrange, SHEETS.get(key, ""))


def address_of(project):
    """The page with the names, for those who were named."""
    return reverse("needs:project:detail", args=[project.pk])
