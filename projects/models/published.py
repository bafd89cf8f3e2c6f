"""What can be published."""

from django.db import models
from django.db.models import Q

from projects.models.project import Project
from stages.models import Sharing


class InProjectQuerySet(models.QuerySet):
    """The base of every queryset whose rows can be published."""

    def visible_to(self, user):
        inside = Q(project__in=Project.objects.visible_to(user))
        published = Q(sharing=Sharing.PUBLIC, project__is_published=True)
        return self.filter(inside | published)
