"""Proving a copy of a ledger: opened afresh, checked page by page, and compared in figures.

A copy that failed half-way passes SQLite's own integrity check (reliability.md, finding 3), so what
it must hold is known beforehand and compared.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from creditmate.db.cipher import unlock
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.preflight import APPLICATION_ID
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError

Ask = Callable[..., Any]
"""Runs a statement, with what fills its question marks; the driver has no type information."""


def prove_copy(copy: Path, key: DataKey | None, expected: Manifest) -> None:
    """Open a copy that nobody else uses and compare it with what it must hold.

    Args:
        copy: One file without journals.
        key: What it is encrypted with; None of an unprotected one.
        expected: Figures of ``manifest``, all or some of them.

    Raises:
        UserError: ``BACKUP_FAILED`` with ``why``: what does not fit.
    """
    failure = failure_of(copy, key, expected)
    if failure:
        raise UserError(Problem.BACKUP_FAILED, path=copy, why=failure)


def failure_of(copy: Path, key: DataKey | None, expected: Manifest) -> str:
    """Return what is wrong with a copy; empty when it is proved."""
    try:
        with reading(copy, key) as ask:
            return _failure(ask, expected, key) or _cut(ask, copy)
    except (driver.Error, UnicodeDecodeError, OSError) as error:  # damaged text cannot be read
        return str(error)


@contextmanager
def reading(copy: Path, key: DataKey | None) -> Iterator[Ask]:
    """Ask a copy, which is only read, by a connection of its own.

    Any thread may; the ledger that is open is none of its business.
    """
    with closing(driver.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        unlock(connection, key)
        yield connection.execute


def _failure(ask: Ask, expected: Manifest, key: DataKey | None) -> str:
    application_id = ask("PRAGMA application_id").fetchone()[0]
    if application_id != APPLICATION_ID:
        return "application_id"
    integrity = ask("PRAGMA integrity_check(1)").fetchone()[0]
    if integrity != "ok":
        return f"integrity_check: {integrity}"
    if key is not None and (broken := ask("PRAGMA cipher_integrity_check").fetchone()) is not None:
        return f"cipher_integrity_check: {broken[0]}"
    if ask("PRAGMA foreign_key_check").fetchone() is not None:
        return "foreign_key_check"
    found = manifest(ask)
    return next((name for name in expected if found[name] != expected[name]), "")


def _cut(ask: Ask, copy: Path) -> str:
    """SQLite reads a last page that was cut short as if what is missing were zeros."""
    pages = ask("PRAGMA page_count").fetchone()[0]
    size = int(ask("PRAGMA page_size").fetchone()[0])  # SQLCipher gives it as text
    return "" if copy.stat().st_size == pages * size else "page_count"
