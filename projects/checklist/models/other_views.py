"""“I see this differently”, beside an answer."""

from django.db import models

from projects.models import Differing, once_for_each


class OtherView(Differing):
    """“I see this differently”, beside the team's answer."""

    item = models.ForeignKey("checklist.ChecklistItem", models.CASCADE, related_name="views")

    class Meta(Differing.Meta):
        constraints = once_for_each("item", "view")

    @property
    def perspective(self):
        return self.perspective_in(self.item.project_id)
