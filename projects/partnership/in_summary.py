"""What the summary and the record say of how a team works together. Nobody is named."""

from projects.partnership.roles.rotation import rotation_of
from projects.partnership.ways.voices import Voices


def partnership_of(project):
    """`{"ways", "agreed", "check_ins", "last_on", "fixed", "rotation"}`; {} when nothing has begun.

    A fixed number of queries. `check_ins` is how many were closed, `fixed` the actions that came of
    them. What was answered stays with the team: it is in no paper that leaves it.
    """
    ways = project.ways.standing().first()
    if ways:
        ways.project = project
    closed = list(project.check_ins.closed().in_full().select_related("action"))
    found = {
        "ways": ways,
        "agreed": Voices(ways).in_words if ways else "",
        "check_ins": len(closed),
        "last_on": closed[0].closed_on if closed else None,
        "fixed": [one.action for one in closed if one.action],
        "rotation": rotation_of(project),
    }
    return found if any(found.values()) else {}
