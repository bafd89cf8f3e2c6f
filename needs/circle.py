"""Whom a person can choose to see what they need: those who would have to act on it."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from needs.models.arranger import Arranger
from projects.models import Membership, Project


@dataclass
class Someone:
    """A person who may be chosen, and as what: “leads “A calmer waiting room””."""

    person: User
    roles: list = field(default_factory=list)

    @property
    def as_what(self):
        return ". ".join(self.roles)


def circle_of(person):
    """Leads and arrangers of their projects, then the involvement team; each once, no one else.

    In a session that began with a code on paper only those of its one project.
    """
    projects = Project.objects.of_member(person)
    if person.confined_to:
        projects = projects.filter(pk=person.confined_to)
    found = {}
    for one, role in [*leads(projects), *arrangers(projects), *involvement(projects)]:
        if one != person and one.is_active:
            found.setdefault(one.pk, Someone(one)).roles.append(role)
    return list(found.values())


def leads(projects):
    rows = Membership.objects.here().leads().filter(project__in=projects)
    for row in rows.select_related("user", "project").order_by("project__title", "pk"):
        yield row.user, _("Leads “%(project)s”") % {"project": row.project.title}


def arrangers(projects):
    rows = Arranger.objects.here().filter(project__in=projects)
    for row in rows.select_related("person", "project").order_by("project__title"):
        yield row.person, _("Arranges things in “%(project)s”") % {"project": row.project.title}


def involvement(projects):
    organisations = projects.order_by().values("organisation")
    team = User.objects.filter(oversees__in=organisations).distinct().order_by("name", "pk")
    for one in team:
        yield one, _("In the involvement team")


def in_touch_with(person):
    """The keys of all who share a project with them, or look after one: others see no need."""
    projects = Project.objects.of_member(person).values("pk")
    organisations = Project.objects.of_member(person).values("organisation")
    there = Q(memberships__project__in=projects, memberships__left_on=None)
    people = User.objects.filter(there | Q(oversees__in=organisations))
    return set(people.values_list("pk", flat=True))
