"""What a password is: the same however it is typed, and none that would protect nothing."""

import unicodedata

from creditmate.domain.errors import Problem, UserError

SHORTEST = 8
"""Characters: whoever has the file can try as many passwords as they like, at some cost each."""
LONGEST = 1000


def as_typed(password: str) -> bytes:
    """Return the bytes that a password stands for.

    An accent may be typed as one character or as two, and a blank at either end is a slip of the
    hand, or of copying (reliability.md D15).
    """
    return unicodedata.normalize("NFC", password.strip()).encode("utf-8", "surrogatepass")


def see_suitable(password: str) -> None:
    """See whether a password may be chosen.

    Raises:
        UserError: ``PASSWORD_UNSUITABLE`` with ``fault``: ``empty``, ``short`` (``least``
            characters are wanted), ``long`` or ``sign`` (it has a character nobody can type).
    """
    text = unicodedata.normalize("NFC", password.strip())
    fault = ""
    if not text:
        fault = "empty"
    elif any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
        fault = "sign"
    elif len(text) < SHORTEST:
        fault = "short"
    elif len(text) > LONGEST:
        fault = "long"
    if fault:
        raise UserError(Problem.PASSWORD_UNSUITABLE, fault=fault, least=SHORTEST)
