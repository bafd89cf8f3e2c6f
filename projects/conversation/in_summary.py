"""What the summary and the record of a project say of the conversation."""

from projects.conversation.models.rhythm import Heartbeat
from stages.models import Sharing


def talk_of(project):
    """Updates, questions with their answers, who hears what, and the rhythm; five queries or so.

    Nobody is named: members who asked are not told of, and answers are a role's. What came from
    outside and was not answered is on no paper, nor is a question that waits: only how many.
    """
    asked = list(project.asked_questions.answered().prefetch_related("answers"))
    waiting = list(project.asked_questions.filter(state__in=["waiting", "unknown"]))
    return {
        "updates": list(project.updates.sent().in_order().ready_to_draw()),
        "promises": list(project.updates.promises()),
        "answered": asked,
        "public": sum(one.sharing == Sharing.PUBLIC for one in asked),
        "waiting": len(waiting),
        "longest": max((one.days for one in waiting), default=0),
        "hearers": list(project.hearers.all()),
        "rhythm": project.rhythms.first(),
        "heartbeat": Heartbeat.of(project),
        "followers": project.followers.how_many(),
    }
