"""Looking into an uploaded file: what it is, by what is in it and not by what it is called."""

from projects.files.looking.look import look_into

__all__ = ["look_into"]
