"""People as parts: whoever has to do with a project becomes "Lead 1", "Carer 2" or "Someone 3"."""

from collections import Counter

from django.utils.translation import gettext_lazy as _

from projects.models import Membership

SOMEONE = "someone"
PARTS = {
    Membership.Role.LEAD: _("Lead %(number)d"),
    Membership.Perspective.SERVICE_USER: _("Service user %(number)d"),
    Membership.Perspective.CARER: _("Carer %(number)d"),
    Membership.Perspective.STAFF: _("Staff member %(number)d"),
    Membership.Perspective.PARTNER: _("Partner %(number)d"),
    SOMEONE: _("Someone else %(number)d"),
}


class People:
    """Numbers people as they are met, and says which part each has."""

    def __init__(self, project):
        self.numbers = {}
        self.parts, self.named = {}, {}
        for place in project.memberships.select_related("user").order_by("pk"):
            lead = Membership.Role.LEAD
            if self.parts.get(place.user_id) != lead:
                self.parts[place.user_id] = lead if place.role == lead else place.perspective
            self.named.setdefault(place.user.name, set()).add(place.user_id)

    def number(self, person_id):
        """The number of a person; None for none."""
        if person_id is None:
            return None
        return self.numbers.setdefault(person_id, len(self.numbers) + 1)

    def called(self, name):
        """The number of the one member with this name; None when there is none, or several."""
        found = self.named.get(name, set())
        return self.number(next(iter(found))) if len(found) == 1 else None

    def as_rows(self):
        parts = [self.parts.get(person, SOMEONE) for person in self.numbers]
        return numbered(str(part) for part in parts)


def numbered(parts):
    """Each part with its number among those who have the same."""
    met, rows = Counter(), []
    for number, part in enumerate(parts, start=1):
        met[part] += 1
        rows.append({"id": number, "part": part, "number": met[part]})
    return rows


def name_of(row):
    return PARTS[row["part"]] % {"number": row["number"]}
