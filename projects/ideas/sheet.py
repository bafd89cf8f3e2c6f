"""The sheet “What is open?” as it stands before people are asked for ideas."""

from projects.models import Part


def sheet_of(project):
    """`[(state, parts)]`, what is open first; states without parts are in it too."""
    parts = list(project.parts.all())
    return [(state, [part for part in parts if part.state == state]) for state in Part.State]
