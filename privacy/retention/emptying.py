"""Everything a project holds goes, whatever points at what."""

from collections import Counter

from django.db import models, transaction

from projects.models import Project


def empty(project):
    """Delete every row that belongs to the project; how many went, by model.

    Rooms guard what they point at (a decision its ideas, nearly everything the hand that typed
    it), so one room has to go before another. A room that is still guarded waits for the next
    round; in a circle that nothing can break, what guards it comes through as an error.
    """
    gone, rooms = Counter(), rooms_of(project)
    project.decisions.update(replaces=None)
    while rooms:
        guarded = []
        for rows in rooms:
            try:
                with transaction.atomic():
                    gone.update(rows.delete()[1])
            except (models.ProtectedError, models.RestrictedError) as still:
                guarded.append((rows, still))
        if len(guarded) == len(rooms):
            raise guarded[0][1]
        rooms = [rows for rows, _still in guarded]
    return gone


def rooms_of(project):
    """The rows of each model that go with their project, a queryset each.

    A bare one: what is frozen for everyone else goes with its project too. Also those that a
    project has no name for.
    """
    return [
        models.QuerySet(to_project.related_model).filter(**{to_project.field.name: project})
        for to_project in Project._meta.get_fields(include_hidden=True)
        if isinstance(to_project, models.ForeignObjectRel)
        and to_project.on_delete is models.CASCADE
    ]
