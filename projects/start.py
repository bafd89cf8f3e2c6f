from django.db import transaction

from projects.checklist.models import ChecklistItem
from projects.models import Project


@transaction.atomic
def start_project(organisation, title, *, by, **details):
    """A new project with its lead, its edition of the guide and its checklists.

    The new-project page, the cases, the demonstration and the tests all begin here.
    Raises Edition.DoesNotExist when no edition has been published.
    """
    project = Project.start(organisation, title, by=by, **details)
    ChecklistItem.objects.lay_out(project)
    return project
