"""The backups that lie in a folder: found, told apart by ledger, thinned.

What cannot be read is left alone: it may be all that is left of something.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from creditmate.db.container import SUFFIX, glance
from creditmate.db.manifest import Manifest
from creditmate.domain.errors import UserError
from creditmate.domain.retention import Kept, dispensable

ROUTINE = frozenset({"day", "by hand"})
"""Reasons of backups before which nothing out of the ordinary was to be done."""


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup as its manifest tells of it.

    Attributes:
        path: The file.
        made_at: The moment, aware, in UTC.
        reason: Why it was made, such as ``day`` or ``before import``.
        size: Of the file, in bytes.
        manifest: All that it says.
    """

    path: Path
    made_at: datetime
    reason: str
    size: int
    manifest: Manifest

    @property
    def number(self) -> int:
        """Its place among the backups of its ledger, counted from 1; 0: it does not say."""
        said = self.manifest.get("number")
        return said if isinstance(said, int) else 0

    @property
    def actions(self) -> int:
        """How many actions are in it."""
        return int(self.manifest["rows"].get("action", 0))

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
    try:
        paths = [path for path in folder.iterdir() if path.suffix == SUFFIX]
    except OSError:
        return
    for path in paths:
        try:
            yield known_backup(path)
        except (UserError, OSError, ValueError):
            continue


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
