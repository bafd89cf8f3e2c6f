"""The six numbers that people are sent. What is kept of them is a digest."""

from django.utils.crypto import salted_hmac


class SignInCode(str):
    """The digest, which is what goes into the session; `numbers` are for the e-mail alone.

    allauth keeps a code where it keeps the session and later compares it with what was typed:
    being a digest from the start, the code itself is never written down.
    """

    numbers: str

    def __new__(cls, numbers):
        code = super().__new__(cls, digest_of(numbers))
        code.numbers = numbers
        return code


def digest_of(numbers):
    """It needs our key: the million codes there are cannot be tried on a stolen table."""
    return salted_hmac("collab.sign_in_code", numbers, algorithm="sha256").hexdigest()
