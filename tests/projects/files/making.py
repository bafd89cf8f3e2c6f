"""Real files, good and bad, made from their bytes: nothing is kept in the repository."""

import io
import math
import struct
import wave
import zipfile
import zlib

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Override PartName="/%s" ContentType="application/vnd.openxmlformats-'
    'officedocument.%s+xml"/></Types>'
)
MAIN = {
    "docx": ("word/document.xml", "wordprocessingml.document.main"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation.main"),
}
OPEN = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}


def pdf(words="Hello", *, before=b"", after=b""):
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>",
        b"<</Length %d>>stream\nBT (%s) Tj ET\nendstream" % (len(words) + 12, words.encode()),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\n" % table
    return before + body + b"startxref\n%d\n%%%%EOF\n" % (len(body) - 20) + after


def packed(members, *, method=zipfile.ZIP_DEFLATED):
    """A ZIP of `{name: content}`, in that order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return out.getvalue()


def office(kind="docx", members=None, *, main=None):
    path, usual = MAIN[kind]
    first = {"[Content_Types].xml": TYPES % (path, main or usual), path: "<document/>"}
    return packed(first | (members or {}))


def open_document(kind="odt", members=None):
    """The type comes first and is not packed, as the standard wants it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        mime = f"application/vnd.oasis.opendocument.{OPEN[kind]}"
        archive.writestr(zipfile.ZipInfo("mimetype"), mime, zipfile.ZIP_STORED)
        for name, content in ({"content.xml": "<content/>"} | (members or {})).items():
            archive.writestr(name, content)
    return out.getvalue()


def chunk(name, content):
    whole = name + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


def png(width=2, height=2, *, after=b""):
    rows = b"".join(b"\x00" + b"\xff\x00\x00" * min(width, 2) for _row in range(min(height, 2)))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts + after


def jpeg(width=2, height=2, *, comment=b"", after=b""):
    said = b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment if comment else b""
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + bytes(9)
    start = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    return start + said + frame + b"\xff\xda\x00\x0c\x03" + bytes(9) + b"\xff\xd9" + after


def gif(width=1, height=1, *, comment=b"", after=b""):
    said = b"\x21\xfe" + bytes([len(comment)]) + comment + b"\x00" if comment else b""
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6)
    picture = b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x44\x01\x00"
    return head + said + picture + b"\x3b" + after


def webp(width=1, height=1):
    said = (width - 1) | (height - 1) << 14
    body = b"WEBPVP8L" + struct.pack("<I", 6) + b"\x2f" + struct.pack("<I", said) + b"\x00"
    return b"RIFF" + struct.pack("<I", len(body)) + body


def wav():
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(
            b"".join(struct.pack("<h", round(9000 * math.sin(n / 9))) for n in range(800))
        )
    return out.getvalue()


def mp3(*, about=b""):
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    length = len(about)
    size = bytes([length >> 21 & 127, length >> 14 & 127, length >> 7 & 127, length & 127])
    return (b"ID3\x03\x00\x00" + size + about if about else b"") + frame * 4


def box(name, content):
    return struct.pack(">I4s", len(content) + 8, name) + content


def m4a(track=b"soun"):
    handler = box(b"hdlr", bytes(8) + track + bytes(12))
    moov = box(b"moov", box(b"trak", box(b"mdia", handler)))
    return box(b"ftyp", b"M4A \x00\x00\x00\x00M4A mp42isom") + moov + box(b"mdat", bytes(64))


def ogg():
    page = b"\x01vorbis" + bytes(23)
    return b"OggS\x00\x02" + bytes(20) + b"\x01" + bytes([len(page)]) + page


def elf():
    return b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00\x3e\x00" + bytes(100)


def exe():
    return b"MZ\x90\x00" + bytes(56) + b"\x80\x00\x00\x00" + bytes(64) + b"PE\x00\x00" + bytes(60)


def bomb(megabytes=60):
    """A Word document with one part of nothing but spaces: a thousandth of its size."""
    return office(members={"word/media/big.bin": b" " * (megabytes * 1024 * 1024)})


def lying_bomb():
    """The list says that the part is small; what is packed is not."""
    content = bytearray(office(members={"word/media/big.bin": b" " * 3_000_000}))
    real, said = struct.pack("<I", 3_000_000), struct.pack("<I", 300)
    assert real in content
    return bytes(content.replace(real, said))


def overlapping():
    """Many entries that all unpack the same bytes: a bomb without a tight member."""
    content = office(members={"word/a.xml": b"a" * 1000})
    archive = zipfile.ZipFile(io.BytesIO(content))
    last = archive.infolist()[-1]
    start = content.rfind(b"PK\x01\x02", 0, content.rfind(b"PK\x05\x06"))
    entry = content[start : content.rfind(b"PK\x05\x06")]
    assert last.filename.encode() in entry
    again = [entry.replace(b"word/a.xml", b"word/%d.xml" % number) for number in range(1, 8)]
    end = bytearray(content[content.rfind(b"PK\x05\x06") :])
    count, size = struct.unpack_from("<HH", end, 8)[1], struct.unpack_from("<I", end, 12)[0]
    struct.pack_into("<HHI", end, 8, count + 7, count + 7, size + sum(map(len, again)))
    return content[: content.rfind(b"PK\x05\x06")] + b"".join(again) + bytes(end)


def with_password():
    """As a program would mark it: the first part cannot be read without one."""
    content = bytearray(office())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        content[at + place] |= 1
    return bytes(content)


def link_inside():
    """A part that is a link to a file of the computer it is opened on."""
    out = io.BytesIO(office())
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo("word/link.xml")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


GOOD = {
    "notes.pdf": pdf(),
    "notes.docx": office("docx"),
    "numbers.xlsx": office("xlsx"),
    "slides.pptx": office("pptx"),
    "notes.odt": open_document("odt"),
    "numbers.ods": open_document("ods"),
    "slides.odp": open_document("odp"),
    "picture.png": png(),
    "picture.jpg": jpeg(),
    "picture.JPEG": jpeg(),
    "picture.webp": webp(),
    "picture.gif": gif(),
    "talk.mp3": mp3(),
    "named talk.mp3": mp3(about=b"TIT2" + bytes(30)),
    "talk.m4a": m4a(),
    "talk.ogg": ogg(),
    "talk.wav": wav(),
    "notes.txt": "What people said: “it is loud”. Café.\n".encode(),
    "old notes.txt": "Café\r\n".encode("cp1252"),
    "wide notes.txt": "Café\r\n".encode("utf-16"),
    "numbers.csv": b"BMI,age\r\n31,40\r\n",
    "letters.txt": b"MZ is what the form calls it.\n",
    "about the web.txt": b"In HTML a paragraph is written <p>, and <script> runs.\n",
    "chart.pptx": office("pptx", {"ppt/embeddings/Microsoft_Excel_Sheet.xlsx": office("xlsx")}),
}
