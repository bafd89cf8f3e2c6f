"""Whom a person can choose to see what they need: those who would have to act on it."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from needs.models.arranger import Arranger
from projects.models import Membership, Project


@dataclass
class Someone:
    """A person who may be chosen, and as what: the projects they lead or arrange things in."""

    person: User
    leads: list = field(default_factory=list)
    arranges: list = field(default_factory=list)
    is_involvement: bool = False

    @property
    def as_what(self):
        said = [
            self.leads and _("Leads %(projects)s") % {"projects": titles(self.leads)},
            self.arranges
            and _("Arranges things in %(projects)s") % {"projects": titles(self.arranges)},
            self.is_involvement and _("In the involvement team"),
        ]
        return ". ".join(part for part in said if part)


def titles(projects):
    """One project by its title, more by their number: a box to tick is short."""
    if len(projects) == 1:
        return _("“%(project)s”") % {"project": projects[0]}
    return ngettext("%(num)s of your projects", "%(num)s of your projects", len(projects)) % {
        "num": len(projects)
    }


def circle_of(person):
    """Leads and arrangers of their projects, then the involvement team; each once, no one else.

    In a session that began with a code on paper only those of its one project.
    """
    projects = Project.objects.of_member(person).open()
    if person.confined_to:
        projects = projects.filter(pk=person.confined_to)
    found = {}

    def someone(one):
        return found.setdefault(one.pk, Someone(one))

    for row in leads_of(projects):
        someone(row.user).leads.append(row.project.title)
    for row in arrangers_of(projects):
        someone(row.person).arranges.append(row.project.title)
    for one in User.objects.filter(oversees__projects__in=projects).distinct().order_by("name"):
        someone(one).is_involvement = True
    found.pop(person.pk, None)
    return [one for one in found.values() if one.person.is_active]


def leads_of(projects):
    rows = Membership.objects.here().leads().filter(project__in=projects)
    return rows.select_related("user", "project").order_by("user__name", "project__title")


def arrangers_of(projects):
    rows = Arranger.objects.here().filter(project__in=projects)
    return rows.select_related("person", "project").order_by("person__name", "project__title")


def in_touch_with(person):
    """The keys of all who share a project with them, or look after one: others see no need."""
    projects = Project.objects.of_member(person).values("pk")
    organisations = Project.objects.of_member(person).values("organisation")
    there = Q(memberships__project__in=projects, memberships__left_on=None)
    people = User.objects.filter(there | Q(oversees__in=organisations))
    return set(people.values_list("pk", flat=True))
