"""Backups: copied while the ledger is in use, then opened again and proved, then named.

A backup is a ZIP file with the ledger and a manifest of what it must hold. It gets its final name
only after the copy has been read back, its integrity checked and its figures compared
(reliability.md D6: a copy that failed half-way passes SQLite's own integrity check).
"""

import errno
import hashlib
import json
import os
import re
import zipfile
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from creditmate.db.connection import execute, ledger_path, problem_of, raw
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.preflight import APPLICATION_ID
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.progress import Progress, silent

SUFFIX = ".creditmate-backup"
LEDGER_MEMBER = "ledger.creditmate"
MANIFEST_MEMBER = "manifest.json"
_STEP = 256  # pages a step: 34-59 ms on a million invoices (data-model.md), so others get a turn
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was proved."""

    path: Path
    size: int
    sha256: str
    manifest: Manifest


def make_backup(
    folder: Path, name: str, about: Mapping[str, str], progress: Progress = silent
) -> Backup:
    """Back up the open ledger into ``folder`` and prove the copy.

    Args:
        folder: Where it goes; made if it is missing.
        name: The file's name without its ending.
        about: Why, when and by what it is made, kept in the manifest.
        progress: Told the pages copied; may cancel, which leaves nothing behind.

    Raises:
        UserError: ``BACKUP_FAILED`` with ``why``, ``DISK_FULL``, or ``LEDGER_DAMAGED``.
        RuntimeError: Something is being written: the copy would wait for it for ever.
    """
    if raw().in_transaction:
        raise RuntimeError("a backup was started inside a use-case")
    copy, packed = folder / f".{name}.copy", folder / f".{name}.making"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy_pages(copy, progress)
        expected = manifest(execute)
        _prove(copy, expected)
        sha256 = _sha256(copy)
        _pack(copy, packed, {**expected, **about, "sha256": sha256})
        return _publish(packed, folder, name, sha256, expected)
    except driver.Error as error:
        raise _told(error, folder) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise UserError(Problem.DISK_FULL, path=folder) from error
        raise UserError(Problem.BACKUP_FAILED, path=folder, why=error.strerror) from error
    finally:
        for left in (copy, packed):
            with suppress(OSError):  # what went wrong before is what counts
                left.unlink()


def _told(error: driver.Error, folder: Path) -> UserError:
    """What an error of the database means here: of the folder, unless the ledger is damaged."""
    problem = problem_of(error)
    if problem is Problem.DISK_FULL:
        return UserError(problem, path=folder)
    if problem is Problem.LEDGER_DAMAGED:
        return UserError(problem, path=ledger_path())
    return UserError(Problem.BACKUP_FAILED, path=folder, why=str(error))


def _copy_pages(target: Path, progress: Progress) -> None:
    copy = driver.connect(str(target), isolation_level=None)
    try:

        def report(_status: int, remaining: int, total: int) -> None:
            progress(total - remaining, total)

        raw().backup(copy, pages=_STEP, progress=report)
        copy.execute("PRAGMA journal_mode = delete")  # one file, complete in itself
    finally:
        copy.close()


def _prove(copy: Path, expected: Manifest) -> None:
    """Open the copy afresh and compare it with what the ledger holds."""
    try:
        with closing(driver.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            failure = _failure(connection, expected) or _cut(connection, copy)
    except (driver.Error, UnicodeDecodeError) as error:  # damaged text cannot even be read
        raise UserError(Problem.BACKUP_FAILED, path=copy, why=str(error)) from error
    if failure:
        raise UserError(Problem.BACKUP_FAILED, path=copy, why=failure)


def _failure(connection: Any, expected: Manifest) -> str:  # noqa: ANN401 - untyped driver
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    if application_id != APPLICATION_ID:
        return "application_id"
    integrity = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if integrity != "ok":
        return f"integrity_check: {integrity}"
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        return "foreign_key_check"
    found = manifest(connection.execute)
    return next((key for key in expected if found[key] != expected[key]), "")


def _cut(connection: Any, copy: Path) -> str:  # noqa: ANN401 - untyped driver
    """SQLite reads a last page that was cut short as if what is missing were zeros."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    return "" if copy.stat().st_size == pages * size else "page_count"


def _sha256(path: Path) -> str:
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()


def _pack(copy: Path, packed: Path, content: Manifest) -> None:
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as box:
        box.write(copy, LEDGER_MEMBER)
        box.writestr(MANIFEST_MEMBER, json.dumps(content, indent=1, sort_keys=True))
    with packed.open("rb+") as file:
        os.fsync(file.fileno())


def _publish(packed: Path, folder: Path, name: str, sha256: str, expected: Manifest) -> Backup:
    """Read the finished file back, then give it its name."""
    with zipfile.ZipFile(packed) as box, box.open(LEDGER_MEMBER) as member:
        hashed = hashlib.sha256()
        while chunk := member.read(_CHUNK):
            hashed.update(chunk)
    if hashed.hexdigest() != sha256:
        raise UserError(Problem.BACKUP_FAILED, path=folder, why="read back differs")
    path = _free_name(folder, name)
    packed.rename(path)
    _sync_folder(folder)
    return Backup(path, path.stat().st_size, sha256, expected)


def _free_name(folder: Path, name: str) -> Path:
    """A name that no earlier backup has: two in one second must both be kept."""
    path, count = folder / f"{name}{SUFFIX}", 1
    while path.exists():
        count += 1
        path = folder / f"{name}-{count}{SUFFIX}"
    return path


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system can (Windows cannot)."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def backup_name(ledger: Path, now: datetime) -> str:
    """Return the name of a backup made at ``now`` (aware, UTC), fit for any file system."""
    stem = re.sub(r"[^\w.-]+", "-", ledger.stem).strip("-.") or "ledger"
    return f"{stem}-{now:%Y%m%dT%H%M%S}Z"
