"""The ideas on paper: theme by theme with what became of each, and behind each decision."""

from projects.exports.some import SHORT, Some
from projects.ideas.in_summary import ideas_of
from projects.ideas.sessions.answers import EASY, PLAIN


class IdeasOnPaper:
    """Theme by theme, what is under none at the end. Whose words are taken, `voices` notes."""

    def __init__(self, project, voices, reader, limits=SHORT):
        self.voices, self.limits = voices, limits
        self.words = EASY if reader.is_easy else PLAIN
        found = ideas_of(project, reader, voices.agreed)
        self.in_all, self.statuses = found["ideas_in_all"], found["statuses"]
        self.unquoted = found["unquoted"]
        themes = sorted(found["themes"], key=lambda one: one[0] is None)
        shown = themes[: limits.themes]
        self.themes = [(theme, self.some(told, limits.ideas)) for theme, told in shown]
        self.more_themes = [(theme, len(told)) for theme, told in themes[len(shown) :]]
        self.answered_by = {}
        for _theme, told in themes:
            for one in told:
                for decision in one.decisions:
                    self.answered_by.setdefault(decision.pk, []).append(one)

    def became(self, told):
        """What became of it, in a sentence."""
        return self.words[told.idea.status]()

    def behind(self, decision):
        """The ideas that a decision answers."""
        return self.some(self.answered_by.get(decision.pk, []), self.limits.behind)

    def some(self, told, most):
        shown = Some.of(told, most)
        for one in shown.rows:
            if one.text:
                self.voices.take_words_of(one.idea)
        return shown
