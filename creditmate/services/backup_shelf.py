"""The backups that lie in a folder: found, told apart by ledger, thinned.

What cannot be read is left alone: it may be all that is left of something. It is told apart too.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from creditmate.db.container import SUFFIX, glance
from creditmate.db.manifest import Manifest
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.retention import Kept, dispensable

ROUTINE = frozenset({"day", "by hand"})
"""Reasons of backups before which nothing out of the ordinary was to be done."""
_AT = re.compile(r"-(\d{8}T\d{6}Z)")
"""The moment in a backup's name (``db.backup.backup_name``)."""


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup as its manifest tells of it.

    Attributes:
        path: The file.
        made_at: The moment, aware, in UTC.
        reason: Why it was made, such as ``day`` or ``before import``.
        size: Of the file, in bytes.
        manifest: All that it says; nothing where it cannot be read.
        problem: Why it cannot be read: then the moment is that in its name, or its file's.
    """

    path: Path
    made_at: datetime
    reason: str
    size: int
    manifest: Manifest
    problem: UserError | None = None

    @property
    def number(self) -> int:
        """Its place among the backups of its ledger, counted from 1; 0: it does not say."""
        said = self.manifest.get("number")
        return said if isinstance(said, int) else 0

    @property
    def actions(self) -> int:
        """How many actions are in it."""
        return int(self.manifest.get("rows", {}).get("action", 0))

    @property
    def protected(self) -> bool:
        """Whether it needs a key."""
        return bool(self.manifest.get("key"))


def backups_in(folder: Path) -> list[KnownBackup]:
    """Return every backup in a folder that can be read, the newest first."""
    return newest_first(_found(folder))


def newest_first(backups: Iterable[KnownBackup]) -> list[KnownBackup]:
    """Sort backups by their number, since a clock may have been wrong; the moment decides ties.

    How many actions are in them does not tell: after a restore there are fewer.
    """
    return sorted(
        backups, key=lambda each: (each.number, each.made_at, each.path.name), reverse=True
    )


def _found(folder: Path) -> Iterator[KnownBackup]:
    for path in _in(folder):
        with suppress(UserError, OSError, ValueError):
            yield known_backup(path)


def _in(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == SUFFIX]
    except OSError:
        return []


def unread_in(folder: Path) -> list[KnownBackup]:
    """Return what is named as a backup in a folder and cannot be read as one."""
    return [unread for path in _in(folder) if (unread := unread_at(path)) is not None]


def unread_at(path: Path) -> KnownBackup | None:
    """Return what cannot be read of a backup: one cut short, or overwritten; None if it can be.

    None as well where there is nothing.
    """
    try:
        known_backup(path)
    except UserError as error:
        return None if error.problem is Problem.BACKUP_MISSING else _unread(path, error)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return _unread(path, UserError(Problem.BACKUP_DAMAGED, path=path, why="container"))
    return None


def _unread(path: Path, problem: UserError) -> KnownBackup | None:
    try:
        status = path.stat()
    except OSError:  # it went meanwhile, or with its disk
        return None
    at = datetime.fromtimestamp(status.st_mtime, UTC)
    if said := _AT.search(path.name):
        with suppress(ValueError):
            at = datetime.strptime(said[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return KnownBackup(path, at, "", status.st_size, Manifest(), problem)


def known_backup(path: Path) -> KnownBackup:
    """Return what a backup says of itself.

    Raises:
        UserError: As ``container.glance``.
        OSError: It is gone.
        ValueError: It does not say when it was made.
    """
    said = glance(path)
    made_at = datetime.fromisoformat(str(said.get("made_at", "")))
    reason = str(said.get("reason", ""))
    return KnownBackup(path, made_at.astimezone(UTC), reason, path.stat().st_size, said)


def thin(folder: Path, ledger_uid: str, now: datetime, proved: Path) -> list[Path]:
    """Remove the backups of a ledger that need not be kept, and return them.

    Args:
        folder: Where they lie; other ledgers' and what cannot be read stay.
        ledger_uid: Whose.
        now: The moment, aware.
        proved: The newest, which has just been proved; without it nothing is removed.
    """
    mine = [each for each in backups_in(folder) if each.manifest["ledger_uid"] == ledger_uid]
    by_name = {each.path.name: each for each in mine}
    if proved.name not in by_name:
        return []
    gone = dispensable([_kept(each) for each in mine], now)
    removed = []
    for each in gone:
        path = by_name[each.name].path
        if path != proved:
            path.unlink(missing_ok=True)
            removed.append(path)
    return removed


def _kept(backup: KnownBackup) -> Kept:
    local = backup.made_at.astimezone()
    return Kept(backup.path.name, local, before_deed=backup.reason not in ROUTINE)
