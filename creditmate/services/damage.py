"""A ledger that is damaged or gone: which backups there are, what they lack, and the way back.

The file itself is only read, and that in a copy: it stays as it is, for whoever can make more of it
(reliability.md D7).
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from creditmate.db.cipher import beginning
from creditmate.db.connection import beside
from creditmate.db.preflight import all_files
from creditmate.db.restore import latest_actions, read_backup
from creditmate.disk import is_file, is_there
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.services.backup_shelf import KnownBackup, backups_in, newest_first
from creditmate.services.empty_place import empty_place
from creditmate.services.found_backups import backups_of
from creditmate.services.restoring import Restored, Restoring
from creditmate.services.unpacking import unpacked_for
from creditmate.system.backup_records import record_of, uid_of
from creditmate.system.computer import data_folder
from creditmate.system.files import whole_file

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that was done after the backup: the kind of action, and when."""

    use_case: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DamageReport:
    """What a frightened user needs to know.

    Attributes:
        path: The ledger.
        newest: The newest backup that is whole, read to its end; None if there is none.
        others: All others, newest first.
        broken: Newer ones that are not whole.
        lacks: How many actions came after the newest whole one, as far as this computer noted;
            None if it did not.
    """

    path: Path
    newest: KnownBackup | None
    others: tuple[KnownBackup, ...]
    broken: tuple[KnownBackup, ...]
    lacks: int | None


def report(path: Path) -> DamageReport:
    """Find the backups of a ledger that cannot be opened, on any thread."""
    uid = uid_of(path)
    known = backups_of(uid) if uid else _likely(path)
    newest = next((each for each in known if _is_whole(each)), None)
    newer = known if newest is None else known[: known.index(newest)]
    others = [] if newest is None else known[known.index(newest) + 1 :]
    lacking = None if newest is None else lacks(newest)
    return DamageReport(path, newest, tuple(others), tuple(newer), lacking)


def _likely(path: Path) -> list[KnownBackup]:
    """Backups of a ledger that was never opened here under this name: by its key, or its name."""
    found: list[KnownBackup] = []
    key = ""
    with suppress(UserError):
        key = beginning(path).hex()
    with suppress(OSError):
        for folder in (data_folder() / "Backups").iterdir():
            found += [each for each in backups_in(folder) if _fits(each, path, key)]
    return newest_first(found)


def _fits(backup: KnownBackup, path: Path, key: str) -> bool:
    said = backup.manifest
    return bool(key and said.get("key") == key) or said.get("ledger") == path.name


def _is_whole(backup: KnownBackup) -> bool:
    try:
        read_backup(backup.path)
    except UserError:
        return False
    return True


def lacks(backup: KnownBackup) -> int | None:
    """Return how many actions came after a backup, as far as this computer noted; else None."""
    noted = record_of(str(backup.manifest["ledger_uid"])).actions
    return max(0, noted - backup.actions) if noted else None


def lost_since(path: Path, backup: KnownBackup, key: DataKey | None) -> tuple[Lost, ...] | None:
    """Read from a copy of the damaged ledger what was done after a backup.

    Args:
        path: The ledger, which is open nowhere.
        backup: What will take its place.
        key: What it is encrypted with.

    Returns:
        The actions, oldest first; None if that much cannot be read any more.
    """
    try:
        with empty_place("damaged") as folder:
            copy = folder / path.name
            for source in all_files(path):
                if is_file(source):
                    _copy(source, copy.with_name(source.name))
            with beside(copy, key) as ask:
                found = latest_actions(ask, backup.actions)
    except (UserError, OSError):
        return None
    with suppress(ValueError):  # a moment is damaged as well
        return None if found is None else tuple(_lost(found))
    return None


def copy_elsewhere(path: Path, folder: Path) -> Path:
    """Copy a damaged ledger, with all that belongs to it, into a folder, on any thread.

    Returns:
        The copy.

    Raises:
        UserError: ``LEDGER_EXISTS``: there is such a file already; ``FOLDER_UNWRITABLE``.
    """
    target = folder / path.name
    for source in all_files(path):
        there = target.with_name(source.name)
        if is_there(there):
            raise UserError(Problem.LEDGER_EXISTS, path=there)
    try:
        for source in all_files(path):
            if is_file(source):
                _copy(source, target.with_name(source.name))
    except OSError as error:
        raise UserError(Problem.FOLDER_UNWRITABLE, path=folder, why=error.strerror) from error
    return target


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, whole_file(target, private=True) as written:
        while chunk := read.read(_CHUNK):
            written.write(chunk)


def _lost(rows: list[tuple[str, str]]) -> Iterator[Lost]:
    for use_case, at in rows:
        yield Lost(use_case, datetime.fromisoformat(at))


def mend(restoring: Restoring, path: Path, backup: KnownBackup, key: DataKey | None) -> Restored:
    """Keep the damaged file aside, whole, and open the backup in its place.

    For the database thread; with ``unpacked_for`` elsewhere it can be done in two steps.

    Raises:
        UserError: As ``unpacked_for`` and ``Restoring.in_place``; ``NO_BACKUP``: it is gone.
    """
    if not is_there(backup.path):
        raise UserError(Problem.NO_BACKUP)
    unpacked = unpacked_for(read_backup(backup.path), path, key)
    return restoring.in_place(unpacked, path, key)
