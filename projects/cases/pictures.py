"""A small picture of numbers, made here: the demonstration brings no file of anyone else's."""

import struct
import zlib

BAR, GAP, HEIGHT, EDGE = 28, 10, 180, 12
PAPER, INK, LINE = b"\xff\xff\xff", b"\x22\x50\x6b", b"\x8a\x94\x9c"


def bars(numbers):
    """A PNG with a bar for each number, the highest reaching the top."""
    width = 2 * EDGE + len(numbers) * (BAR + GAP) - GAP
    tall = [round(number / max(numbers) * HEIGHT) for number in numbers]
    rows = [PAPER * width] * EDGE
    for level in range(HEIGHT, 0, -1):
        row = (PAPER * GAP).join((INK if level <= top else PAPER) * BAR for top in tall)
        rows.append(PAPER * EDGE + row + PAPER * EDGE)
    rows += [LINE * width] * 2 + [PAPER * width] * EDGE
    return png(width, rows)


def png(width, rows):
    """Rows of red, green and blue bytes as a PNG."""
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = (b"IHDR", head), (b"IDAT", body), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in chunks)


def chunk(name, data):
    end = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + end
