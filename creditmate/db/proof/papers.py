"""Papers: numbers without gaps in the order of issue, and bytes that give their hash."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from creditmate.db.connection import execute
from creditmate.db.proof.changes import recorded_images
from creditmate.db.proof.finding import Finding

_NUMBERS = """
    SELECT id, action_id, number, series_id, period, counter, before FROM (
        SELECT id, action_id, number, series_id, period, counter,
               lag(counter, 1, 0) OVER (PARTITION BY series_id, period ORDER BY id) AS before
        FROM paper)
    WHERE counter <> before + 1
"""
_PARTS = """
    SELECT b.content FROM paper_part p JOIN blob b ON b.id = p.blob_id
    WHERE p.paper_id = ? ORDER BY p.place
"""


Ask = Callable[..., Any]
"""Runs a statement, with what fills its question marks; the driver has no type information."""


def prove_papers() -> Iterator[Finding]:
    """Prove every number and every paper's bytes, and that each blob is what it is named."""
    yield from _prove_numbers()
    yield from prove_bytes(execute)


def prove_bytes(ask: Ask) -> Iterator[Finding]:
    """Prove that every document kept, and every paper, still has the bytes it was issued with.

    Args:
        ask: Asks the ledger, or a copy of one.
    """
    for id_, sha256, content in ask("SELECT id, sha256, content FROM blob"):
        if hashlib.sha256(content).hexdigest() != sha256:
            yield Finding("blob-altered", "blob", id_, "bytes do not give the hash")
    for id_, sha256 in ask("SELECT id, sha256 FROM paper").fetchall():
        hashed = hashlib.sha256()
        for (content,) in ask(_PARTS, (id_,)):
            hashed.update(content)
        if hashed.hexdigest() != sha256:
            yield Finding("paper-altered", "paper", id_, "bytes do not give the hash")


def _prove_numbers() -> Iterator[Finding]:
    """Prove that numbers follow one another, or begin where somebody had set them to begin."""
    jumps = execute(_NUMBERS).fetchall()
    begun = _beginnings() if jumps else {}
    for id_, action, number, series, period, counter, before in jumps:
        if counter <= before or begun.get((series, period, counter), action + 1) > action:
            yield Finding("number-gap", "paper", id_, f"{number}, {counter} after {before}")


def _beginnings() -> dict[tuple[int, str, int], int]:
    """Every series, period and counter at which a series was set to begin, and in which action."""
    found: dict[tuple[int, str, int], int] = {}
    known: dict[int, tuple[str, int]] = {}
    for id_, action, image in recorded_images("series"):
        period, start = known.get(id_, ("", 1))
        begins = str(image.get("start_period", period)), int(str(image.get("start_at", start)))
        known[id_] = begins
        found.setdefault((id_, *begins), action)
    return found
