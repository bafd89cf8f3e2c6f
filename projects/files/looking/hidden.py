"""What must not be in a file: a program, or a second kind of file behind the first."""

import io
import re
import zipfile

from django.utils.translation import gettext as _

from projects.files.kinds import PICTURES, SOUNDS, TEXTS, Kind, Refused

PROGRAMS = (
    b"\x7fELF",  # Linux
    b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe",  # Mac
    b"\xca\xfe\xba\xbe",  # Java, and Mac
    b"L\x00\x00\x00\x01\x14\x02\x00",  # a shortcut of Windows
    b"#!",  # a script
    b"\x00asm",
    b"dex\n",
)  # fmt: skip
SCRIPTS = re.compile(rb"\A\s*(?:@echo\b|<\?php|<%@?|rem\s|::\s|\[autorun\]|windows registry)", re.I)
MARKUP = re.compile(
    rb"<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?php|\?xml-stylesheet)\b", re.I
)
SCRIPTED = re.compile(rb"<(?:script|svg|iframe|\?php)[\s>]|<\?=", re.I)
ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x7fELF\x02\x01", b"\x7fELF\x01\x01")
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
BEGINNING = 1024
"""Bytes in which other programs look for the beginning of their own kind."""


def refuse_program(content):
    start = without_bom(content[:BEGINNING])
    if is_program(start) or SCRIPTS.match(start):
        raise Refused(_("This is a program, whatever it is called. We do not take programs."))


def is_program(start):
    """A text may begin with the letters MZ too, but has no empty byte soon after."""
    return start.startswith(PROGRAMS) or (start.startswith(b"MZ") and b"\x00" in start[:64])


def is_pdf(content):
    return re.match(rb"%PDF-[12]\.\d[\s%]", content) is not None


def is_markup(content):
    start = without_bom(content[:BEGINNING]).lstrip()
    return bool(MARKUP.match(start)) or start.startswith((b"<?xml", b"<!--"))


def refuse_second_nature(content, kind):
    """A file that is two things at once opens as the harmless one here and as the other there."""
    start = content[:BEGINNING]
    other_pdf = b"%PDF-" in start[0 if kind != Kind.PDF else 5 :]
    is_two = (
        other_pdf
        or (kind not in TEXTS and MARKUP.search(start))
        or zipfile.is_zipfile(io.BytesIO(content))
        or any(mark in content for mark in ARCHIVES)
        or (kind in (*PICTURES, *SOUNDS) and SCRIPTED.search(content))
    )
    if is_two:
        raise Refused(
            _("There is a second file hidden in this one. Save it again, or print it as a PDF.")
        )
    if kind == Kind.PDF and b"%%EOF" not in content[-2048:]:
        raise Refused(_("This PDF does not end as it should. Save it again, then choose it again."))


def without_bom(start):
    return next((start[len(bom) :] for bom in BOMS if start.startswith(bom)), start)
