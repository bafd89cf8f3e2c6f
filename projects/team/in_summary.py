"""What the summary of a project says of the team beside who is in it."""

from projects.team.groups.heard import with_heard
from projects.team.missing import gaps_of


def groups_of(project):
    """`{"team_purpose", "groups", "group_gaps"}`, in one query.

    The groups whom it affects, each with `heard`; the gaps as `[(group, [sentences])]`. No numbers.
    """
    groups = with_heard(project.groups.all())
    return {"team_purpose": project.purpose, "groups": groups, "group_gaps": gaps_of(groups)}
