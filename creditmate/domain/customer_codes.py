"""Codes of customers: short, typed often, proposed from the name and never given twice."""

from collections.abc import Container
from itertools import count

from creditmate.domain.folding import folded_words

LONGEST = 40
_LETTERS = 4
_NAMELESS = "CUST"
_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los"})


def proposed_code(name: str, taken: Container[str]) -> str:
    """Return a code for a name: four letters of it and a counter, ``BRIN01``.

    Args:
        name: As typed; articles are passed over, accents and other scripts make no code.
        taken: Codes that there are, case-folded.
    """
    words = ["".join(c for c in word if c.isascii() and c.isalnum()) for word in folded_words(name)]
    known = [word for word in words if word]
    while len(known) > 1 and known[0] in _ARTICLES:
        known.pop(0)
    stem = "".join(known)[:_LETTERS].upper() or _NAMELESS
    codes = (f"{stem}{number:02}" for number in count(1))
    return next(code for code in codes if code.casefold() not in taken)
