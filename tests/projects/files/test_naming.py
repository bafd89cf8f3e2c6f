"""Any name that somebody gives becomes one that is safe to show, to send and to save."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from projects.files.naming import LONGEST, RESERVED, ending_of, safe_name, size_in_words, split


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("notes.pdf", "notes.pdf"),
        ("What we found, May 2026 (draft).docx", "What we found, May 2026 (draft).docx"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\win.ini", "win.ini"),
        ("C:\\notes.pdf", "notes.pdf"),
        ("/absolute/notes.pdf", "notes.pdf"),
        ("..", "file"),
        ("", "file"),
        ("\x00", "file"),
        (".htaccess", "file.htaccess"),
        ("notes.pdf\x00.exe", "notes.pdf.exe"),
        ("notes\u202efdp.exe", "notesfdp.exe"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ('a"b.pdf', "a b.pdf"),
        ("<script>.pdf", "script.pdf"),
        ("con.pdf", "file con.pdf"),
        ("LPT1", "file LPT1"),
        ("notes.pdf. . .", "notes.pdf"),
        ("   spaces   in   it .pdf", "spaces in it.pdf"),
        ("e\u0301te\u0301.txt", "été.txt"),
        ("\ud800.pdf", "file.pdf"),
        ("报告.pdf", "报告.pdf"),
        ("n" * 500 + ".pdf", "n" * (LONGEST - 4) + ".pdf"),
    ],
)
def test_names(given_name, safe):
    assert safe_name(given_name) == safe


NASTY = st.text(
    st.one_of(st.characters(), st.sampled_from("./\\:\"'<>|?*\r\n\x00\u202e\u2066\ud800%;= ")),
    max_size=300,
)


@given(NASTY)
@example("." * 300)
@example("a." + "b" * 200)
@example("nul." * 60)
def test_every_name_is_safe_and_safe_again(name):
    safe = safe_name(name)

    assert 0 < len(safe) <= LONGEST
    assert not set(safe) & set('\\/:*?"<>|\r\n\x00')
    assert all(unicodedata.category(sign)[0] != "C" for sign in safe)
    assert safe == safe.strip(". ")
    assert split(safe)[0].split(".")[0].strip().lower() not in RESERVED
    safe.encode()
    assert safe_name(safe) == safe


@given(NASTY.map(lambda text: text + ".pdf"))
def test_the_ending_stays_so_that_it_can_be_checked(name):
    assert ending_of(safe_name(name)) == ".pdf"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 byte"),
        (340, "340 bytes"),
        (12 * 1024, "12 KB"),
        (20 * 1024 * 1024, "20 MB"),
        (3_565_158, "3.4 MB"),
    ],
)
def test_sizes(size, said):
    assert size_in_words(size) == said
