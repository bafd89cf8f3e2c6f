"""What the summary of a project says of how things were and how they are."""


def impact_of(project):
    """Measures with their `numbers`, and the stories that may be shared, in three queries.

    A story for the team alone is never in it, because a summary leaves the team; nor is who
    brought a story or wrote a number down.
    """
    measures = list(project.measures.with_numbers())
    return {
        "measures": [one for one in measures if not one.retired_on],
        "retired": [one for one in measures if one.retired_on],
        "stories": list(project.stories.shared()),
    }
