"""Several values of one enumeration as they are stored: codes in a fixed order, blanks between."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

Kind = TypeVar("Kind", bound=StrEnum)


def codes_text(kind: type[Kind], chosen: Iterable[Kind]) -> str:
    """Return what is stored of values, each once, in the order of their enumeration."""
    found = set(chosen)
    return " ".join(one.value for one in kind if one in found)


def read_codes(kind: type[Kind], text: str) -> tuple[Kind, ...]:
    """Return the values that a stored text names, in its order.

    Raises:
        ValueError: A code that is not known.
    """
    return tuple(kind(code) for code in text.split())
