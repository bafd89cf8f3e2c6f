"""Plain text: letters that people can read, and nothing that a computer would run."""

from projects.files.kinds import ALLOWED, Kind
from projects.files.looking.hidden import is_markup, is_pdf
from projects.files.naming import ending_of

MAY = set(b"\t\n\r\f")
NOT_LETTERS = {number for number in range(32) if number not in MAY} | {127}


def told(content):
    """Kind.TEXT for UTF-8, UTF-16 with its mark, or the Windows letters that Excel writes."""
    text = as_utf16(content) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else content
    if text is None or is_markup(text) or is_pdf(text) or NOT_LETTERS & set(text):
        return None
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text.decode("cp1252")
        except UnicodeDecodeError:
            return None
    return Kind.TEXT


def as_utf16(content):
    """The same in UTF-8, or None."""
    try:
        return content.decode("utf-16").encode()
    except UnicodeError:
        return None


def told_by_name(name):
    """Which of the two a text is; only its name says."""
    return Kind.CSV if ending_of(name) in ALLOWED[Kind.CSV].endings else Kind.TEXT
