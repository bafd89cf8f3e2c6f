"""Who in the team would like the same."""

from django.db import models

from accounts.models import User
from projects.ideas.models.ideas import Idea


class MeToo(models.Model):
    """A member would like the same. It is never counted on a page: it is no vote."""

    idea = models.ForeignKey(Idea, models.CASCADE, related_name="me_toos")
    by = models.ForeignKey(User, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["idea", "by"], name="one_me_too_for_each_member"),
        ]

    def __str__(self):
        return f"{self.idea_id}"
