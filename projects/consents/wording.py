"""What people are asked, word for word. What someone agreed to has to stay readable.

To say it differently, add a version at the end. Never change one: an answer points at it.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Use(models.TextChoices):
    """Each is asked on its own. A yes to one is never a yes to another."""

    NAME = "name", _("Your name in the printed summary")
    WORDS = "words", _("Your words in the printed summary")
    PUBLIC_WORDS = "public_words", _("Your words in public")
    PHOTO = "photo", _("Your photo inside the team")
    PUBLIC_PHOTO = "public_photo", _("Your photo in public")


SHOWN_BY_HAND = {
    Use.PUBLIC_WORDS: _("Words in public, without a name"),
    Use.PHOTO: _("A photo inside the team"),
    Use.PUBLIC_PHOTO: _("A photo in public"),
}
"""What leads show by hand, and write down where. Ideas stand in public by themselves (`story`)."""


@dataclass(frozen=True)
class Words:
    """A question and what a yes would mean, in plain words and in easy read."""

    question: str | Promise
    means: str | Promise
    easy: str | Promise
    easy_means: str | Promise

    def question_for(self, display):
        return self.easy if display.is_easy else self.question

    def means_for(self, display):
        return self.easy_means if display.is_easy else self.means


VERSIONS = {
    Use.NAME: [
        Words(
            _("May your name stand in the printed summary?"),
            _(
                "The summary is a paper about the project. Everyone in the team can print it and "
                "give it to others. With a no, it says only how many people took part."
            ),
            _("May we print your name?"),
            _("The summary is a paper about our project. Other people may read it."),
        ),
    ],
    Use.WORDS: [
        Words(
            _("May the printed summary quote your words?"),
            _(
                "When you see something differently and write why, the summary prints what you "
                "wrote. Your name stands beside it only if you said yes to that too. People who "
                "know you could guess who wrote it."
            ),
            _("May we print what you wrote?"),
            _("You can write when you see things in another way. Other people may read it."),
        ),
        Words(
            _("May the printed summary and the involvement record quote your words?"),
            _(
                "When you give an idea, or see something differently and write why, they print "
                "what you wrote. Your name stands beside it in the summary only if you said yes "
                "to that too, and never in the record. A record stays as it was, also if you "
                "change your mind later. People who know you could guess who wrote it."
            ),
            _("May we print what you wrote?"),
            _(
                "Other people may read it. Some papers stay as they are. "
                "We cannot take your words out of them later."
            ),
        ),
    ],
    Use.PUBLIC_WORDS: [
        Words(
            _("May your words be used in public?"),
            _(
                "On a poster, in a talk or on a website, without your name. Everyone can read "
                "and copy them. People who know you could guess who said them."
            ),
            _("May everyone read your words?"),
            _("They may be on a poster or on a website. We leave out your name."),
        ),
    ],
    Use.PHOTO: [
        Words(
            _("May a photo of you be shown inside the team?"),
            _(
                "On the wall of a meeting, or in papers for the team. Only the team and the "
                "involvement team see it."
            ),
            _("May the team have a photo of you?"),
            _("Only our team and the involvement team will see it."),
        ),
    ],
    Use.PUBLIC_PHOTO: [
        Words(
            _("May a photo of you be shown in public?"),
            _(
                "On a poster, in the newspaper or on a website. Everyone can see and copy it. "
                "Nobody can get every copy back."
            ),
            _("May everyone see a photo of you?"),
            _("It may be on a poster or on a website. We cannot get every copy back."),
        ),
    ],
}


SAYS_FOR_EVER = 2
"""The first wording of `Use.WORDS` that says: an involvement record stays as it was."""


def newest(use):
    """The number of the wording that is asked today; the first is 1."""
    return len(VERSIONS[Use(use)])


def words_of(use, version=None):
    """The words of a version, or today's. An old number is never gone."""
    return VERSIONS[Use(use)][(version or newest(use)) - 1]
