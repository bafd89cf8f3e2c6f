"""Where anyone answers a question: what its poster and its paper form lead to."""

from django.conf import settings


def address_of(question):
    """The whole address, as a camera reads it."""
    return f"{settings.SITE_ADDRESS}/ask/{question.word}/"


def to_type(question):
    """The same as people type it: without what browsers add by themselves."""
    return address_of(question).removeprefix("https://").removeprefix("http://").rstrip("/")
