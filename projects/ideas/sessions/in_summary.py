"""What the summary says of the people who were asked. It may leave the team: nobody is named."""

from projects.ideas.heard import who_was_heard
from projects.ideas.sessions.answers import with_answers


def sessions_of(project):
    """Where people were asked, what they said, and who was heard; in a fixed number of queries.

    `sessions` are in the order in which people were met, each with `number` and `answered`;
    their `people_in_words`, `breakdown_in_words` and `points` may stand on paper, their numbers
    may not. `heard` is what `who_was_heard` says, `not_reached` whom it names. `questions` is
    what everyone was asked, the newest first.
    """
    sessions = list(with_answers(project.sessions).select_related("group").order_by("met", "pk"))
    heard = who_was_heard(project)
    return {
        "sessions": sessions,
        "heard": heard,
        "not_reached": heard.not_reached,
        "questions": list(project.open_questions.order_by("-pk")),
        "still_wait": sum(is_waiting(session) for session in sessions),
    }


def is_waiting(session):
    return session.answered_on is None or session.has_news
