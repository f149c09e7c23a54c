"""Numbers of invoices in what a payer wrote: ``Pymt INV 0042/0043 thank you``.

Banks cut references short and drop their dashes, so a number is found in the text by its letters
and digits alone, or by its last digits if they belong to no other item.
"""

import re
import unicodedata
from collections.abc import Mapping

_PIECES = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"[0-9]+")
_LEAST = 3
"""Letters or digits from which a number is told from a house number or a day of the month."""
_MOST_PIECES = 4
"""Pieces of the text that may be one number, as in ``INV 2026 04 17``."""


def named_in(text: str, numbers: Mapping[int, str]) -> list[int]:
    """Return the items whose numbers stand in a text, in the order of ``numbers``.

    A number found by its last digits counts only if no other item's end alike and are found so.

    Args:
        text: Reference and name as the payer wrote them.
        numbers: The number of each item by its id.
    """
    pieces = _PIECES.findall(_folded(text))
    whole = _joined(pieces)
    runs = {run.lstrip("0") for run in _DIGITS.findall(_folded(text)) if len(run) >= _LEAST}
    sure = {id_ for id_, number in numbers.items() if _key(number) in whole}
    by_tail: dict[str, list[int]] = {}
    for id_, number in numbers.items():
        tail = _tail(number)
        if tail in runs:
            by_tail.setdefault(tail, []).append(id_)
    for ids in by_tail.values():
        if len(ids) == 1:
            sure.update(ids)
    return [id_ for id_ in numbers if id_ in sure]


def is_alike(one: str, other: str) -> bool:
    """Whether two references share a piece that is long enough to tell something."""
    shared = set(_PIECES.findall(_folded(one))) & set(_PIECES.findall(_folded(other)))
    return any(len(piece) > _LEAST for piece in shared)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _key(number: str) -> str:
    """A number's letters and digits; none where it is too short to be told from others."""
    key = "".join(_PIECES.findall(_folded(number)))
    return key if len(key) >= _LEAST else " "


def _joined(pieces: list[str]) -> set[str]:
    """Every run of up to so many neighbouring pieces, written together."""
    return {
        "".join(pieces[at : at + size])
        for size in range(1, _MOST_PIECES + 1)
        for at in range(len(pieces) - size + 1)
    }


def _tail(number: str) -> str:
    """The last digits of a number, without leading zeros; ``0`` is in no text's runs."""
    found = _DIGITS.findall(_folded(number))
    return (found[-1].lstrip("0") or "0") if found else "0"
