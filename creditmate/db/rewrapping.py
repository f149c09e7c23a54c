"""The same ledger under another key, or under none: a copy that is proved before it counts.

SQLCipher copies every table into a new file; what it leaves behind (the format's number, whose file
it is) is copied after it. The copy then has to be the ledger in every figure, table, trigger and
paper, and its whole chain is recomputed (reliability.md D14, D15).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from creditmate.db import cipher
from creditmate.db.connection import close, connect, execute, told
from creditmate.db.copy_proof import failure_of, reading
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.other_programs import Mark, mark_of
from creditmate.db.proof import interruptible, prove_all
from creditmate.db.schema_check import Ask, schema_digest
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.progress import Progress, silent

_COPIED = ("user_version", "application_id")
"""Pragmas that SQLCipher's export leaves out."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A ledger's file, and what it is encrypted with; None: not at all."""

    path: Path
    key: DataKey | None


def rewrap(
    old: Wrapped, new: Wrapped, sign: Callable[[], object], progress: Progress = silent
) -> Mark:
    """Copy a ledger that is closed, under another key, prove the copy and put it on record there.

    Until all is done no other program can open the ledger: what it wrote would not be in the copy.
    How it was then is returned, so that whoever gives the copy its place sees what came after.

    Args:
        old: The ledger, which stays as it is.
        new: The copy; nothing is there yet.
        sign: Writes the action into the proved copy, which is open meanwhile.
        progress: Asked often while it is copied, told how far the proof is; may cancel, which
            leaves the ledger as it is.

    Raises:
        UserError: ``LEDGER_IN_USE``, ``DISK_FULL``, ``LEDGER_DAMAGED`` or ``BACKUP_FAILED`` with
            ``why``: the copy is not the ledger.
    """
    os.close(os.open(new.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with _held(old) as handle:
        progress(0, 0)  # a small ledger is copied before the first look
        with told(old.path), interruptible(lambda: progress(0, 0), connection=handle):
            expected = _copy(handle, new)
        connect(new.path, new.key)
        try:
            found = _held_by(execute)
            if found != expected:
                why = next(name for name in expected if found[name] != expected[name])
                raise UserError(Problem.BACKUP_FAILED, path=new.path, why=why)
            findings = prove_all(progress)
            if findings:
                raise UserError(Problem.LEDGER_DAMAGED, path=old.path, why=findings[0].rule)
            sign()
        finally:
            close()
        mark = mark_of(old.path)
    cipher.see_made(new.path, new.key)
    return mark


def copied_under(old: Wrapped, new: Wrapped) -> None:
    """Copy a ledger that was proved and that nobody else has, under another key, on any thread.

    Its own faults are copied as well: a backup of a ledger that was not sound may be all there is.

    Raises:
        UserError: ``DISK_FULL``, or ``BACKUP_FAILED`` with ``why``: the copy is not the ledger.
    """
    os.close(os.open(new.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with _held(old) as handle, told(old.path):
        expected = _copy(handle, new)
    with reading(new.path, new.key) as ask:
        why = "" if schema_digest(ask) == expected.pop("schema") else "schema"
    expected.pop("application_id")  # is looked at in every copy
    why = why or failure_of(new.path, new.key, expected)
    if why:
        raise UserError(Problem.BACKUP_FAILED, path=new.path, why=why)
    cipher.see_made(new.path, new.key)


@contextmanager
def _held(ledger: Wrapped) -> Iterator[Any]:
    """Open a ledger beside the one connection there is, so that nobody else can."""
    cipher.see_fits(ledger.path, ledger.key)
    uri = f"{ledger.path.absolute().as_uri()}?mode=rw"
    with closing(driver.connect(uri, uri=True, timeout=0, isolation_level=None)) as handle:
        cipher.unlock(handle, ledger.key)
        with told(ledger.path):
            handle.execute("PRAGMA locking_mode = exclusive")  # kept when a transaction ends
            handle.execute("BEGIN IMMEDIATE")
            handle.execute("COMMIT")
        yield handle


def _held_by(ask: Ask) -> Manifest:
    """What a ledger holds: its figures, its tables' own text, and whose file it is."""
    application_id = ask("PRAGMA application_id").fetchone()[0]
    return {**manifest(ask), "schema": schema_digest(ask), "application_id": application_id}


def _copy(handle: Any, new: Wrapped) -> Manifest:  # noqa: ANN401 - untyped driver
    """Copy all there is, and return what that is."""
    handle.execute("ATTACH ? AS copy KEY ?", (str(new.path), cipher.raw_key(new.key)))
    handle.execute("PRAGMA copy.synchronous = full")
    handle.execute("BEGIN IMMEDIATE")
    handle.execute("SELECT sqlcipher_export('copy')")
    for name in _COPIED:
        (value,) = handle.execute(f"PRAGMA main.{name}").fetchone()
        handle.execute(f"PRAGMA copy.{name} = {value}")
    held = _held_by(handle.execute)
    handle.execute("COMMIT")
    handle.execute("DETACH copy")
    return held
