"""Office files are folders that were zipped: every member is looked at before one is taken."""

import io
import re
import stat
import struct
import zipfile
import zlib

from django.utils.translation import gettext as _

from projects.files.kinds import ALLOWED, Kind, Refused
from projects.files.looking.hidden import BEGINNING, is_program

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
END, END_LENGTH = b"PK\x05\x06", 22
KINDS = (Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS, Kind.ODP)

MEMBERS = 5_000
LARGEST = 100 * 1024 * 1024
ALL = 200 * 1024 * 1024
"""Bytes of one member, and of all together, when they are unpacked."""
TIGHTEST = 150
"""How many times smaller a large member may be packed: a bomb is packed a thousand times."""
LARGE = 1024 * 1024
STEP = 1024 * 1024

MACROS = re.compile(
    r"vbaproject|vbadata|activex|(^|/)macrosheets/|(^|/)(basic|scripts)/|(^|/)oleobject[^/]*\.bin$",
    re.I,
)
ARCHIVE = re.compile(r"\.(zip|7z|rar|gz|bz2|xz|tar|tgz|cab|iso|jar|war|apk|msi)$", re.I)
NESTED = re.compile(r"(^|/)embeddings/[^/]+\.(xlsx|docx|pptx)$", re.I)
PROGRAM = re.compile(r"\.(exe|dll|com|bat|cmd|ps1|vbs|js|jse|wsf|hta|scr|lnk|sh|py|msi)$", re.I)
MAIN = {
    b"wordprocessingml.document.main+xml": Kind.DOCX,
    b"spreadsheetml.sheet.main+xml": Kind.XLSX,
    b"presentationml.presentation.main+xml": Kind.PPTX,
    b"presentationml.slideshow.main+xml": Kind.PPTX,
}
FETCHED = re.compile(
    rb"<Relationship\b(?=[^>]*(?:attachedTemplate|oleObject|subDocument|frame)\")"
    rb"(?=[^>]*TargetMode=\"External\")(?=[^>]*Target=\"(?:https?|ftp):)",
    re.I,
)


def is_zip(content):
    return content.startswith(ZIP)


def told(content, *, inside=False):
    """The kind of an Office file, after a look at all its members; None for any other file.

    Refused if a member is not what belongs there. A chart brings the sheet it was made from:
    one Office file may stand `inside` another, and no deeper.
    """
    if not is_zip(content):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check_list(archive.infolist(), content)
            kind = kind_of(archive)
            if kind:
                check_members(archive, inside=inside)
            return kind
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError,
            UnicodeError, RuntimeError, OSError, ValueError):  # fmt: skip
        raise Refused(
            _("This file is broken. Open it on your computer, save it again, then choose that.")
        ) from None


def check_list(members, content):
    """By what the list of members says: nothing is unpacked yet."""
    if any(member.flag_bits & 0x1 for member in members):
        raise Refused(_("This file has a password. Save it without one, then choose it again."))
    sizes = [member.file_size for member in members]
    too_tight = any(
        member.file_size > LARGE and member.file_size > TIGHTEST * max(member.compress_size, 1)
        for member in members
    )
    if len(members) > MEMBERS or max(sizes, default=0) > LARGEST or sum(sizes) > ALL or too_tight:
        raise Refused(
            _("This file would become far too large when it is opened. We do not take it.")
        )
    if any(is_bad_name(member) for member in members) or doubled(members):
        raise Refused(
            _("The names of the parts in this file lead to other places. We do not take it.")
        )
    if not is_one_piece(members, content):
        raise Refused(
            _("There is a second file hidden in this one. Save it again, or print it as a PDF.")
        )


def is_bad_name(member):
    name = member.orig_filename
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    way = name.replace("\\", "/")
    leads_away = way.startswith("/") or ".." in way.split("/") or re.match(r"[A-Za-z]:", name)
    return bool(is_link or leads_away or re.search(r"[\x00-\x1f\\]", name))


def doubled(members):
    return len({member.filename.lower() for member in members}) < len(members)


def is_one_piece(members, content):
    """Its end is the end of the file, its members follow each other, and none lies in another."""
    if content.rfind(END) != len(content) - END_LENGTH or b"%PDF-" in content[:BEGINNING]:
        return False
    place = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < place:
            return False
        names = struct.unpack_from("<HH", content, member.header_offset + 26)
        place = member.header_offset + 30 + sum(names) + member.compress_size
    return min((one.header_offset for one in members), default=1) == 0 and place <= len(content)


def kind_of(archive):
    names = set(archive.namelist())
    if "mimetype" in names:
        first = archive.read("mimetype")[:200].decode("ascii")
        return next((kind for kind in KINDS[3:] if ALLOWED[kind].type == first), None)
    if "[Content_Types].xml" not in names:
        return None
    types = archive.read("[Content_Types].xml")
    if re.search(rb"macroEnabled|ms-office\.vbaProject|sheet\.binary", types, re.I):
        refuse_macros()
    return next((kind for main, kind in MAIN.items() if main in types), None)


def check_members(archive, *, inside):
    for member in archive.infolist():
        name = member.filename
        if MACROS.search(name):
            refuse_macros()
        if PROGRAM.search(name):
            refuse_program()
        with archive.open(member) as opened:
            check_content(name, opened, inside=inside)


def check_content(name, opened, *, inside):
    """Unpacks it bit by bit to its end, which also shows a list that lies about sizes."""
    start = opened.read(STEP)
    if is_program(start) or start.startswith(OLD):
        refuse_program()
    if start.startswith(ZIP) or ARCHIVE.search(name):
        rest = start + opened.read()
        if inside or not NESTED.search(name) or told(rest, inside=True) is None:
            raise Refused(_("There is another packed file in this one. We do not take it."))
        return
    if b"<!ENTITY" in start:
        raise Refused(
            _("This file would become far too large when it is opened. We do not take it.")
        )
    if name.endswith(".rels") and FETCHED.search(start):
        raise Refused(
            _("This file fetches a part of itself from the web. Save it as a PDF and choose that.")
        )
    if name == "META-INF/manifest.xml" and b"encryption-data" in start:
        raise Refused(_("This file has a password. Save it without one, then choose it again."))
    while opened.read(STEP):
        pass


def refuse_macros():
    raise Refused(
        _(
            "There is something in this file that can run by itself, such as a macro. "
            "Save it without that, or as a PDF."
        )
    )


def refuse_program():
    raise Refused(_("There is a program in this file. Take it out, or save the file as a PDF."))
