"""What the summary of a project says of its equality check."""

from projects.evidence.equality.documents import is_filled
from projects.evidence.models.equality import reopened_by, rows_as_kept


def equality_of(project):
    """The check as it is, and its versions, in four to six queries.

    `rows` are kept rows (`CheckedGroup.as_kept`) with something written, `empty` the names of the
    others, `versions` newest first without their rows. `reopened_by` is the stage at which it is
    time to look again, or None. Nobody is named, and nothing says that a duty is met.
    """
    rows = rows_as_kept(project)
    return {
        "rows": [row for row in rows if is_filled(row)],
        "empty": [row["name"] for row in rows if not is_filled(row)],
        "versions": list(project.equality_versions.defer("rows")),
        "look": project.equality_looks.first(),
        "reopened_by": reopened_by(project),
    }
