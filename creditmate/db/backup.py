"""Backups: copied while the ledger is in use, then opened again and proved, then named.

The copy is taken on the database thread. Proving and packing it concern only the copy, so any
thread may do that while the window goes on asking. A backup gets its final name only after all
of it has been read back (reliability.md D6: a copy that failed half-way passes SQLite's own
integrity check).
"""

import re
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from creditmate.db.cipher import unlock
from creditmate.db.connection import (
    being_copied,
    current_key,
    execute,
    ledger_path,
    problem_of,
    raw,
)
from creditmate.db.container import SUFFIX, read_container, see_whole, write_container
from creditmate.db.copy_proof import prove_copy
from creditmate.db.disk import make_private, sync_file
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.sealing import sha256_of
from creditmate.disk import FULL, sync_folder
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.progress import Progress, silent

_STEP = 256  # pages a step: 34-59 ms on a million invoices (data-model.md), so others get a turn
_A_DAY = 24 * 60 * 60  # seconds
_PASSING = re.compile(r"\..+\.[0-9a-f]{8}\.(?:making|copy(?:-journal|-wal|-shm)?)")
_NAMED_AFTER = 60
"""Characters of the ledger's own name in that of its backup: file systems end at 255 bytes."""


GiveWay = Callable[[], None]
"""Does what waits to be done; may raise to end what it gives way to."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was proved; ``sha256`` is of the ledger in it."""

    path: Path
    size: int
    sha256: str
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that nobody has proved yet, with what it must hold and what it is encrypted with."""

    folder: Path
    name: str
    path: Path
    expected: Manifest
    key: DataKey | None


def make_backup(
    folder: Path,
    name: str,
    about: Mapping[str, str | int],
    progress: Progress = silent,
    key_file: bytes = b"",
) -> Backup:
    """Back up the open ledger into ``folder`` and prove the copy, on the database thread.

    Args:
        folder: Where it goes; made if it is missing.
        name: The file's name without its ending.
        about: Why, when and by what it is made, kept in the manifest.
        progress: Told the pages copied; may cancel, which leaves nothing behind.
        key_file: The key file of a protected ledger.

    Raises:
        UserError: ``BACKUP_FAILED`` with ``why``, ``DISK_FULL``, or ``LEDGER_DAMAGED``.
        RuntimeError: Something is being written: the copy would wait for it for ever.
    """
    return finish_backup(copy_ledger(folder, name, progress), about, key_file)


def copy_ledger(
    folder: Path, name: str, progress: Progress = silent, give_way: GiveWay | None = None
) -> Copied:
    """Copy the open ledger; the first half of ``make_backup``, which see.

    Args:
        folder: Where it goes; made if it is missing.
        name: The file's name without its ending.
        progress: Told the pages copied; may cancel.
        give_way: Does what is asked meanwhile between two steps, on this thread. What it writes
            is in the copy as well: SQLite passes it on, as long as there is one connection.
    """
    if raw().in_transaction:
        raise RuntimeError("a backup was started inside a use-case")
    key, copy = current_key(), _passing(folder, name, "copy")
    with _told(folder, copy):
        folder.mkdir(parents=True, exist_ok=True)
        _clear_away(folder)
        with being_copied():
            _copy_pages(copy, key, progress, give_way)
        return Copied(folder, name, copy, manifest(execute), key)


def finish_backup(copied: Copied, about: Mapping[str, str | int], key_file: bytes = b"") -> Backup:
    """Prove a copy, pack it, read it back and name it; the second half, on any thread.

    Raises:
        UserError: As ``make_backup``; the copy is gone either way.
    """
    folder, packed = copied.folder, _passing(copied.folder, copied.name, "making")
    try:
        with _told(folder, packed):
            prove_copy(copied.path, copied.key, copied.expected)
            content = write_container(
                packed, copied.path, {**copied.expected, **about}, copied.key, key_file
            )
            return _publish(packed, copied, content)
    finally:
        _remove(copied.path)


def give_up(copied: Copied) -> None:
    """Remove a copy that nobody will finish."""
    _remove(copied.path)


def _passing(folder: Path, name: str, ending: str) -> Path:
    """A name of its own for a file that is being made, since several may be at once."""
    return folder / f".{name}.{secrets.token_hex(4)}.{ending}"


def _is_ours(path: Path) -> bool:
    """Whether a name is one of ``_passing``; others in the folder are somebody's own."""
    return _PASSING.fullmatch(path.name) is not None


def _remove(making: Path) -> None:
    """Remove a file that was being made, and the journals that a full disk leaves beside it."""
    for beside in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):  # what went wrong before is what counts
            making.with_name(making.name + beside).unlink()


def _clear_away(folder: Path) -> None:
    """Remove what a crash has left half made; nothing is being made for a whole day."""
    for left in filter(_is_ours, folder.glob(".*")):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _A_DAY:
                left.unlink()


@contextmanager
def _told(folder: Path, making: Path) -> Iterator[None]:
    """Leave nothing half-made behind, and say of whatever goes wrong what it means."""
    try:
        yield
    except BaseException as error:
        _remove(making)
        if isinstance(error, driver.Error):
            raise _meant(error, folder) from error
        if isinstance(error, OSError):
            if error.errno in FULL:
                raise UserError(Problem.DISK_FULL, path=folder) from error
            raise UserError(Problem.BACKUP_FAILED, path=folder, why=error.strerror) from error
        raise


def _meant(error: driver.Error, folder: Path) -> UserError:
    """What an error of the database means here: of the folder, unless the ledger is damaged."""
    problem = problem_of(error)
    if problem is Problem.DISK_FULL:
        return UserError(problem, path=folder)
    if problem is Problem.LEDGER_DAMAGED:
        return UserError(problem, path=ledger_path())
    return UserError(Problem.BACKUP_FAILED, path=folder, why=str(error))


def _copy_pages(
    target: Path, key: DataKey | None, progress: Progress, give_way: GiveWay | None = None
) -> None:
    make_private(target)
    copy = driver.connect(str(target), isolation_level=None)
    try:
        unlock(copy, key)
        copy.execute("PRAGMA locking_mode = exclusive")  # else a third file is made for the journal

        def report(_status: int, remaining: int, total: int) -> None:
            progress(total - remaining, total)
            if give_way is not None and remaining:  # what came after the last step would be missing
                give_way()

        raw().backup(copy, pages=_STEP, progress=report)
        copy.execute("PRAGMA journal_mode = delete")  # one file, complete in itself
    finally:
        copy.close()


def _publish(packed: Path, copied: Copied, content: Manifest) -> Backup:
    """Read the finished file back, then give it its name."""
    found = read_container(packed, content["format"])
    see_whole(found)
    if found.manifest != content:
        raise UserError(Problem.BACKUP_FAILED, path=copied.folder, why="read back differs")
    path = free_name(copied.folder, copied.name)
    packed.rename(path)
    sync_folder(copied.folder)
    return Backup(path, path.stat().st_size, content["sha256"], copied.expected)


def put_copy(backup: Path, folder: Path) -> Path:
    """Put a finished backup into a second folder, which must be there, and return it there.

    Raises:
        UserError: ``BACKUP_FAILED`` or ``DISK_FULL``; nothing is left behind.
    """
    making = _passing(folder, backup.name, "making")
    with _told(folder, making):
        make_private(making)
        with backup.open("rb") as source, making.open("wb") as target:
            while chunk := source.read(1 << 20):
                target.write(chunk)
        sync_file(making)
        if sha256_of(making) != sha256_of(backup):
            raise UserError(Problem.BACKUP_FAILED, path=folder, why="read back differs")
        path = free_name(folder, backup.name.removesuffix(SUFFIX))
        making.rename(path)
        sync_folder(folder)
        return path


def free_name(folder: Path, name: str) -> Path:
    """A name that no earlier backup has: two in one second must both be kept."""
    path, count = folder / f"{name}{SUFFIX}", 1
    while path.exists():
        count += 1
        path = folder / f"{name}-{count}{SUFFIX}"
    return path


def backup_name(ledger: Path, now: datetime) -> str:
    """Return the name of a backup made at ``now`` (aware, UTC), fit for any file system."""
    stem = re.sub(r"[^\w.-]+", "-", ledger.stem)[:_NAMED_AFTER].strip("-.") or "ledger"
    return f"{stem}-{now:%Y%m%dT%H%M%S}Z"
