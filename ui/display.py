"""How a person likes to see pages: wording, text size and contrast."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Wording(models.TextChoices):
    PLAIN = "plain", _("Plain wording")
    EASY = "easy", _("Easy read wording")


class TextSize(models.TextChoices):
    NORMAL = "normal", _("Normal text")
    LARGE = "large", _("Large text")
    LARGEST = "largest", _("Very large text")


class Contrast(models.TextChoices):
    NORMAL = "normal", _("Normal colours")
    HIGH = "high", _("Strong contrast: black, white and yellow")


COOKIE = "display"
COOKIE_AGE = 365 * 24 * 3600


@dataclass(frozen=True)
class Display:
    wording: str = Wording.PLAIN
    text_size: str = TextSize.NORMAL
    contrast: str = Contrast.NORMAL

    @property
    def is_easy(self):
        return self.wording == Wording.EASY

    @classmethod
    def of(cls, request):
        """A signed-in person's choice, else the cookie's, else the usual; never an error.

        `request.reader` is who reads, when that is not who the change counts for.
        """
        user = getattr(request, "reader", None) or getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            return cls(user.wording, user.text_size, user.contrast)
        return cls.from_cookie(request.COOKIES.get(COOKIE, ""))

    @classmethod
    def from_cookie(cls, text):
        chosen = cls(*text.split("-")) if text.count("-") == 2 else cls()
        known = (
            chosen.wording in Wording
            and chosen.text_size in TextSize
            and chosen.contrast in Contrast
        )
        return chosen if known else cls()

    def as_cookie(self):
        return f"{self.wording}-{self.text_size}-{self.contrast}"


def display(request):
    """Context processor: every template knows how its reader likes to see it."""
    return {"display": Display.of(request)}
