"""How rows become hashes: the one place that says what an action's digest covers.

A table's digest is the SHA-256 of its digested columns (``models.base.digested``), row by row in
id order, as compact JSON. It does not depend on how the rows were batched. An action's digest
covers the digest of every table it added to, and the ids of what it voided; its hash covers all
its own columns and the hash of the action before it. reliability.md D17.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

GENESIS = "0" * 64
"""The hash that the first action of a ledger follows."""


def canonical(value: object) -> str:
    """Return ``value`` as compact JSON with sorted keys: the form in which it is hashed."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def sha256(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


class RowsDigest:
    """Digests rows of one table as they come."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self.count = 0

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        """Take in rows, each a sequence of int, str or None."""
        if rows:
            self._hash.update((canonical(rows)[1:-1] + ",").encode())
            self.count += len(rows)

    @property
    def value(self) -> str:
        """The digest of everything taken in so far."""
        return self._hash.hexdigest()


def action_digest(
    tables: Mapping[str, RowsDigest], voided: Mapping[str, Sequence[int]]
) -> tuple[int, str]:
    """Return how many rows an action touched, and the digest over all of them."""
    added = [[name, rows.count, rows.value] for name, rows in sorted(tables.items()) if rows.count]
    taken = [[name, sorted(ids)] for name, ids in sorted(voided.items()) if ids]
    count = sum(rows.count for rows in tables.values()) + sum(map(len, voided.values()))
    return count, sha256(canonical([added, taken]))


def action_hash(columns: Mapping[str, object]) -> str:
    """Return the hash of an action from all its columns but ``hash`` itself."""
    return sha256(canonical({name: value for name, value in columns.items() if name != "hash"}))


def new_salt() -> str:
    """Return a fresh random salt, so that an erased value cannot be guessed from its hash."""
    return secrets.token_hex(16)


def personal_hash(salt: str, personal: str) -> str:
    """Return the salted hash of a change's personal part, which outlives an erasure."""
    return sha256(salt + personal)
