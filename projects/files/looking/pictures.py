"""Pictures: their own numbers are read, and the picture itself is never drawn."""

import struct

from django.utils.translation import gettext as _

from projects.files.kinds import Kind, Refused

WIDEST = 20_000
MOST = 100_000_000
"""Dots in a picture: more than a phone takes, and what a computer can still draw."""

PNG = b"\x89PNG\r\n\x1a\n"
NO_SIZE = (0xC4, 0xC8, 0xCC)
"""Marks of a JPEG between C0 and CF that say nothing of its size."""


def told(content):
    if content.startswith(PNG):
        return Kind.PNG
    if content.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if content.startswith((b"GIF87a", b"GIF89a")):
        return Kind.GIF
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Kind.WEBP
    return None


def check(kind, content):
    """Refuse a picture that is broken or so large that drawing it would stop a computer."""
    try:
        width, height = SIZES[kind](content)
    except (IndexError, struct.error, ValueError):
        raise Refused(
            _("This picture is broken. Open it on your computer and save it again.")
        ) from None
    if not width or not height or max(width, height) > WIDEST or width * height > MOST:
        raise Refused(_("This picture has too many dots. Save a smaller copy and choose that."))


def size_of_png(content):
    """Walks all its parts: nothing may stand behind the last one."""
    length, name, *size = struct.unpack_from(">I4sII", content, 8)
    if length != 13 or name != b"IHDR":
        raise ValueError
    place = 8
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, place)
        place += 12 + length
    if place != len(content):
        raise ValueError
    return size


def size_of_jpeg(content):
    place = 2
    while True:
        while content[place + 1] == 0xFF:
            place += 1
        mark, length = struct.unpack_from(">xBH", content, place)
        if content[place] != 0xFF or length < 2:
            raise ValueError
        if 0xC0 <= mark <= 0xCF and mark not in NO_SIZE:
            height, width = struct.unpack_from(">HH", content, place + 5)
            return width, height
        if mark == 0xDA:
            raise ValueError
        place += 2 + length


def size_of_gif(content):
    """Walks all its blocks: a text that only begins like a GIF has none."""
    width, height, flags = struct.unpack_from("<HHB", content, 6)
    place = 13 + table_of(flags)
    while content[place] != 0x3B:
        if content[place] == 0x2C:
            place = behind_blocks(content, place + 10 + table_of(content[place + 9]) + 1)
        elif content[place] == 0x21:
            place = behind_blocks(content, place + 2)
        else:
            raise ValueError
    if content[place + 1 :].strip(b"\x00\r\n"):
        raise ValueError
    return width, height


def table_of(flags):
    """Bytes of the list of colours."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def behind_blocks(content, place):
    while content[place]:
        place += content[place] + 1
    return place + 1


def size_of_webp(content):
    length, form = struct.unpack_from("<I4x4s", content, 4)
    if not len(content) - 9 <= length <= len(content) - 8:
        raise ValueError
    if form == b"VP8X":
        return tuple(int.from_bytes(content[place : place + 3], "little") + 1 for place in (24, 27))
    if form == b"VP8L" and content[20] == 0x2F:
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", content, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError


SIZES = {
    Kind.PNG: size_of_png,
    Kind.JPEG: size_of_jpeg,
    Kind.GIF: size_of_gif,
    Kind.WEBP: size_of_webp,
}
