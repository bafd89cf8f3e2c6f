"""Who agrees with the ways of working, who cannot yet, and who has not said: never counted."""

from django.utils.translation import gettext as _

from projects.models import Membership


class Voices:
    """The rows of both kinds, and the members who have said nothing: four queries."""

    def __init__(self, ways):
        rows = list(ways.voices.with_perspectives())
        for row in rows:
            row.ways = ways
        self.agreeing = [row for row in rows if row.agrees]
        self.not_yet = [row for row in rows if not row.agrees]
        spoken = {row.by_id for row in rows if not row.is_groups}
        here = ways.project.memberships.here().exclude(role=Membership.Role.OBSERVER)
        here = here.select_related("user").order_by("user__name", "pk")
        self.silent = [member for member in here if member.user_id not in spoken]

    def of(self, person, hand=None):
        return next(
            (one for one in [*self.agreeing, *self.not_yet] if one.is_of(person, hand)), None
        )

    @property
    def in_words(self):
        if self.not_yet:
            return _("Someone cannot agree yet. Read why, and talk about it together.")
        if not self.agreeing:
            return _("Nobody has said yet if they agree.")
        if self.silent:
            return _("Everyone who has spoken agrees. Some have not said yet.")
        return _("Everyone in the team agrees.")
