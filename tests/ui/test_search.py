"""What people type to find something, and what it is compared with."""

import pytest

from ui.search import plain_letters


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Café  ÉTÉ", "cafe ete"),
        ("nil\0nil", "nilnil"),
        ("\0", ""),
        ("ﬁne STRASSE", "fine strasse"),
    ],
)
def test_letters_are_plain_and_a_null_sign_is_none(typed, plain):
    assert plain_letters(typed) == plain
