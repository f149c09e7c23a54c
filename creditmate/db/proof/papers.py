"""Papers: numbers without gaps in the order of issue, and bytes that give their hash."""

import hashlib
from collections.abc import Iterator

from creditmate.db.connection import execute
from creditmate.db.proof.finding import Finding, from_query

_NUMBERS = """
    SELECT id, number, counter, place FROM (
        SELECT id, number, counter,
               row_number() OVER (PARTITION BY series_id, period ORDER BY id) AS place
        FROM paper)
    WHERE counter <> place
"""
_PARTS = """
    SELECT b.content FROM paper_part p JOIN blob b ON b.id = p.blob_id
    WHERE p.paper_id = ? ORDER BY p.place
"""


def prove_papers() -> Iterator[Finding]:
    """Prove every number and every paper's bytes, and that each blob is what it is named."""
    yield from from_query("number-gap", "paper", _NUMBERS)
    for id_, sha256, content in execute("SELECT id, sha256, content FROM blob"):
        if hashlib.sha256(content).hexdigest() != sha256:
            yield Finding("blob-altered", "blob", id_, "bytes do not give the hash")
    for id_, sha256 in execute("SELECT id, sha256 FROM paper").fetchall():
        hashed = hashlib.sha256()
        for (content,) in execute(_PARTS, (id_,)):
            hashed.update(content)
        if hashed.hexdigest() != sha256:
            yield Finding("paper-altered", "paper", id_, "bytes do not give the hash")
