"""Codes that people read from paper: on an invitation, on a personal card, beside a QR picture."""

import secrets

from django.utils.crypto import salted_hmac

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No two of them look alike on paper: there is no 0 or O, no 1, I or L."""
LENGTH = 12
"""About 59 bits: nobody comes across one by trying, at any speed our limits let through."""
WORD_LENGTH = 6


def new_code():
    """Twelve letters, as they are typed. Show it once: only its digest is kept."""
    return "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))


def code_of(what, mark):
    """The code that the form with this mark makes: sent twice at once, it is the same code.

    Only the browser knows the mark, and it needs our key.
    """
    number = int(salted_hmac(f"collab.codes.{what}", mark, algorithm="sha256").hexdigest(), 16)
    code = ""
    for _letter in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        code += LETTERS[place]
    return code


def as_printed(code):
    """In three groups, as people read it out: K7QP 4M2X 9TRD."""
    return " ".join(code[start : start + 4] for start in range(0, LENGTH, 4))


def tidy(typed):
    """What someone typed as the code it stands for, however it was spaced; else ""."""
    code = "".join(letter for letter in typed.upper() if letter.isalnum())
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else ""


def digest_of(code):
    """What is kept instead of the code. It needs our key, so a stolen table opens nothing."""
    return salted_hmac("collab.codes", code, algorithm="sha256").hexdigest()


def new_word():
    """Six letters that stand on a poster or a form to type. No secret: they hang on a wall."""
    return "".join(secrets.choice(LETTERS) for _letter in range(WORD_LENGTH))


def tidy_word(typed):
    """What someone typed as the word it stands for; else ""."""
    word = "".join(letter for letter in typed.upper() if letter.isalnum())
    return word if len(word) == WORD_LENGTH and set(word) <= set(LETTERS) else ""
