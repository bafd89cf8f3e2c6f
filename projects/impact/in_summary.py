"""What the summary of a project says of how things were and how they are, and what came of it."""

from projects.impact.charts import chart_of
from projects.impact.models import Lesson


def impact_of(project):
    """Everything that may leave the team, in a fixed number of queries.

    Measures with their `numbers` and `chart`; stories and differences that may be shared; lessons
    of the shelf; what happens next. What is for the team alone is never in it, because a summary
    leaves the team; nor is who brought a story or wrote a number down.
    """
    measures = list(project.measures.with_picture())
    for measure in measures:
        measure.chart = chart_of(measure, for_paper=True)
    lessons = project.lessons.filter(sharing=Lesson.Sharing.ORGANISATION)
    return {
        "measures": [one for one in measures if not one.retired_on],
        "retired": [one for one in measures if one.retired_on],
        "stories": list(project.stories.shared()),
        "differences": list(project.differences.shared()),
        "lessons": list(lessons.by_stage()),
        "what_next": project.what_next.first(),
    }
