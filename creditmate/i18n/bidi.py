"""Keeping words of one direction together inside those of the other."""

from collections.abc import Iterable

_FIRST_STRONG, _LEFT_TO_RIGHT, _END = "\u2068", "\u2066", "\u2069"


def isolated(text: str) -> str:
    """Return a number or an address that reads from left to right wherever it stands."""
    return f"{_LEFT_TO_RIGHT}{text}{_END}" if text else ""


def apart(text: str) -> str:
    """Return words in their own direction, so that a day such as 28 Dec is not turned round."""
    return f"{_FIRST_STRONG}{text}{_END}" if text else ""


def sentences(parts: Iterable[str]) -> str:
    """Return sentences one after another, each in its own direction; empty ones are left out."""
    return " ".join(apart(part) for part in parts if part)


def plain(text: str) -> str:
    """Return a text without the marks that keep it together, as it is copied or read out."""
    return "".join(c for c in text if c not in {_FIRST_STRONG, _LEFT_TO_RIGHT, _END})
