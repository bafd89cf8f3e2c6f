"""What may be uploaded: each kind with the endings of its name and the type it is served as."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


class Kind(models.TextChoices):
    PDF = "pdf", _("PDF")
    DOCX = "docx", _("Word document")
    XLSX = "xlsx", _("Excel sheet")
    PPTX = "pptx", _("PowerPoint slides")
    ODT = "odt", _("OpenDocument text")
    ODS = "ods", _("OpenDocument sheet")
    ODP = "odp", _("OpenDocument slides")
    PNG = "png", _("PNG picture")
    JPEG = "jpeg", _("JPEG picture")
    WEBP = "webp", _("WebP picture")
    GIF = "gif", _("GIF picture")
    MP3 = "mp3", _("MP3 sound")
    M4A = "m4a", _("M4A sound")
    OGG = "ogg", _("OGG sound")
    WAV = "wav", _("WAV sound")
    TEXT = "text", _("Plain text")
    CSV = "csv", _("CSV table")


@dataclass(frozen=True)
class Allowed:
    """`endings` of the name, the first being the usual one; `type` is what a browser is told."""

    endings: tuple
    type: str


ALLOWED = {
    Kind.PDF: Allowed((".pdf",), "application/pdf"),
    Kind.DOCX: Allowed((".docx",), OFFICE + "wordprocessingml.document"),
    Kind.XLSX: Allowed((".xlsx",), OFFICE + "spreadsheetml.sheet"),
    Kind.PPTX: Allowed((".pptx",), OFFICE + "presentationml.presentation"),
    Kind.ODT: Allowed((".odt",), OPEN_DOCUMENT + "text"),
    Kind.ODS: Allowed((".ods",), OPEN_DOCUMENT + "spreadsheet"),
    Kind.ODP: Allowed((".odp",), OPEN_DOCUMENT + "presentation"),
    Kind.PNG: Allowed((".png",), "image/png"),
    Kind.JPEG: Allowed((".jpg", ".jpeg", ".jpe", ".jfif"), "image/jpeg"),
    Kind.WEBP: Allowed((".webp",), "image/webp"),
    Kind.GIF: Allowed((".gif",), "image/gif"),
    Kind.MP3: Allowed((".mp3", ".mpga"), "audio/mpeg"),
    Kind.M4A: Allowed((".m4a", ".mp4"), "audio/mp4"),
    Kind.OGG: Allowed((".ogg", ".oga", ".opus"), "audio/ogg"),
    Kind.WAV: Allowed((".wav",), "audio/wav"),
    Kind.TEXT: Allowed((".txt",), "text/plain"),
    Kind.CSV: Allowed((".csv", ".tsv"), "text/csv"),
}
PICTURES = (Kind.PNG, Kind.JPEG, Kind.WEBP, Kind.GIF)
SOUNDS = (Kind.MP3, Kind.M4A, Kind.OGG, Kind.WAV)
TEXTS = (Kind.TEXT, Kind.CSV)
NOT_FOR_ALL = (*PICTURES, *SOUNDS)
"""Somebody cannot see or hear these: the same in words has to stand beside them."""

ACCEPT = ",".join(ending for allowed in ALLOWED.values() for ending in allowed.endings)
"""For the box that people choose a file with: a courtesy, and no check."""

WHICH = _(
    "You can add a PDF, or a Word, Excel, PowerPoint or OpenDocument file. You can add a picture "
    "(PNG, JPEG, WebP, GIF), a sound (MP3, M4A, OGG, WAV) or plain text (TXT, CSV)."
)


class Refused(Exception):
    """This file is not taken; `.reason` says why, for the person who chose it."""

    def __init__(self, reason: str | Promise):
        super().__init__("refused")
        self.reason = reason
