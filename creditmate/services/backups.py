"""Backups of the open ledger: made, proved, remembered, taken to a second place, and thinned."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from creditmate.db.backup import (
    Backup,
    Copied,
    GiveWay,
    backup_name,
    copy_ledger,
    finish_backup,
    give_up,
)
from creditmate.db.business import ledger_uid
from creditmate.db.connection import execute, ledger_path
from creditmate.db.read_only import is_read_only, see_writable
from creditmate.disk import is_file
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.progress import Progress, silent
from creditmate.services.backup_key_file import key_file_for
from creditmate.services.backup_order import Rank, latest_head, older_rank
from creditmate.services.backup_shelf import KnownBackup, thin, unread_at
from creditmate.services.found_backups import backups_of, newest_of, unread_of
from creditmate.services.second_place import choose, take_there
from creditmate.system.backup_records import BackupRecord, record_of, remember
from creditmate.system.computer import backup_folder

DAILY = "day"
"""The reason of the backup after a day's work."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A backup that is copied but not yet proved; ``Backups.finish`` does that on any thread.

    Attributes:
        older: Where it stands if it is not to be the newest; None: it is.
    """

    copied: Copied
    about: dict[str, str]
    key_file: bytes
    uid: str
    thinned: bool
    older: Rank | None


class Backups:
    """Backs up the ledger that is open, on this computer and in a second place."""

    def __init__(self, clock: Clock, app_version: str) -> None:
        self._clock = clock
        self._app_version = app_version

    # ------------------------------------------------------------- making one
    def back_up(
        self, reason: str, folder: Path | None = None, progress: Progress = silent
    ) -> Backup:
        """Make a backup and prove it; only then is it remembered as the last one.

        Args:
            reason: Why, kept in the backup's manifest.
            folder: Where it goes; by default this computer's backups of this ledger, which are
                thinned then, and the second place.
            progress: Told the pages copied; may cancel.

        Raises:
            UserError: ``BACKUP_FAILED``, ``DISK_FULL`` or ``LEDGER_DAMAGED``; nothing is left
                behind, and that it failed is remembered.
        """
        return self.finish(self.begin(reason, folder, progress))

    def begin(
        self,
        reason: str,
        folder: Path | None = None,
        progress: Progress = silent,
        give_way: GiveWay | None = None,
    ) -> Begun:
        """Copy the ledger: the half of ``back_up`` that only the database thread can do.

        With ``give_way`` other work is done between two steps (``copy_ledger``).

        Raises:
            UserError: As ``back_up``; ``KEY_FILE_GONE``: no password would open it.
        """
        return self._begin(reason, folder, progress, give_way, b"")

    def _begin(
        self,
        reason: str,
        folder: Path | None,
        progress: Progress,
        give_way: GiveWay | None,
        new_key_file: bytes,
    ) -> Begun:
        now, uid, path = self._clock.now(), ledger_uid(), ledger_path()
        older = older_rank(self.listed(), now) if is_read_only() else None
        at = now if older is None else older.at
        about = {
            "reason": reason,
            "made_at": at.isoformat(timespec="milliseconds"),
            "app_version": self._app_version,
            "ledger": path.name,
        }
        target = folder or backup_folder(uid)
        try:
            key_file = key_file_for(path, self.listed, new_key_file)
            copied = copy_ledger(target, backup_name(path, at), progress, give_way)
        except UserError as error:
            self._failed(uid, error)
            raise
        return Begun(copied, about, key_file, uid, thinned=folder is None, older=older)

    def finish(self, begun: Begun) -> Backup:
        """Prove, pack and name what was copied, on any thread; nothing of the ledger is asked.

        Raises:
            UserError: As ``back_up``.
        """
        try:
            made = finish_backup(begun.copied, _numbered(begun), begun.key_file)
        except UserError as error:
            self._failed(begun.uid, error)
            raise
        last = {} if begun.older else _last(made, begun)
        remember(begun.uid, **last, failed_at="", failed_problem="", failed_path="", failed_why="")
        if begun.thinned:
            with suppress(OSError):  # what could not be removed is tried again next time
                thin(made.path.parent, begun.uid, self._clock.now(), made.path)
            take_there(begun.uid, made.path, self._clock.now())
        return made

    @staticmethod
    def give_up(begun: Begun) -> None:
        """Drop a backup that will not be finished."""
        give_up(begun.copied)

    def before(self, reason: str, new_key_file: bytes = b"") -> Backup | None:
        """Make a backup before something that cannot simply be undone.

        None is made where the last one already holds all that the ledger does.

        Args:
            reason: Why.
            new_key_file: Goes into it where that of until now is lost.

        Raises:
            UserError: As ``back_up``, or ``DISK_READ_ONLY``; then the deed must not be done.
        """
        see_writable(ledger_path())
        if not self.has_news():
            return None
        return self.finish(self._begin(reason, None, silent, None, new_key_file))

    def _failed(self, uid: str, error: UserError) -> None:
        remember(
            uid,
            failed_at=self._clock.now().isoformat(timespec="seconds"),
            failed_problem=error.problem.value,
            failed_path=str(error.facts.get("path", "")),
            failed_why=str(error.facts.get("why", "")),
        )

    # ------------------------------------------------------------- when
    def has_news(self) -> bool:
        """Whether the ledger holds what no backup on this computer does.

        One that is gone, or cannot be read, holds nothing.
        """
        record = record_of(ledger_uid())
        last = Path(record.path)
        return record.head != latest_head() or not is_file(last) or unread_at(last) is not None

    def due(self) -> bool:
        """Whether a day's work waits to be backed up, asked when a ledger is opened.

        Work of today is not: it is backed up when the ledger is closed (``has_news``). Nor is that
        of a file that may only be read: nothing is added to it, and where it is an older one of a
        ledger it must not become the newest backup by itself.
        """
        if is_read_only() or not self.has_news():
            return False
        last = execute("SELECT at FROM action ORDER BY id DESC LIMIT 1").fetchone()
        worked = datetime.fromisoformat(last[0]).astimezone() if last else None
        return worked is not None and worked.date() < self._clock.now().astimezone().date()

    # ------------------------------------------------------------- the second place
    def choose_second(self, folder: Path | None) -> None:
        """Say where every backup goes as well from now on, on this computer; None: nowhere.

        Raises:
            UserError: ``BACKUP_FOLDER``: it is no folder that can be written, or lies where the
                backups are anyway.
        """
        choose(ledger_uid(), folder)

    def take_to_second(self) -> Path | None:
        """Take the newest backup to the second place now, as when the stick has come back.

        Returns:
            Where it is there; None where no second place was chosen, or it is not there: the
            ``record`` tells.

        Raises:
            UserError: ``NO_BACKUP``.
        """
        newest = next(iter(self.listed()), None)
        if newest is None:
            raise UserError(Problem.NO_BACKUP)
        return take_there(ledger_uid(), newest.path, self._clock.now())

    # ------------------------------------------------------------- what there is
    def record(self) -> BackupRecord:
        """Return what this computer knows of the open ledger's backups."""
        return record_of(ledger_uid())

    def listed(self) -> list[KnownBackup]:
        """Return the backups of the open ledger, here and in the second place, newest first."""
        return backups_of(ledger_uid())

    def newest(self) -> KnownBackup | None:
        """Return the newest of all, which may be one that cannot be read; None: there is none."""
        return newest_of(ledger_uid())

    def unread(self) -> list[KnownBackup]:
        """Return what lies there as a backup and cannot be read, newest first."""
        return unread_of(ledger_uid())


def _last(made: Backup, begun: Begun) -> dict[str, str]:
    """What is remembered of the last backup."""
    head = str(made.manifest["head"])
    return {"path": str(made.path), "made_at": begun.about["made_at"], "head": head}


def _numbered(begun: Begun) -> dict[str, str | int]:
    """What is told about a backup: the newest has a number above that of all that can be found."""
    if begun.older is not None:
        return {**begun.about, "number": begun.older.number}
    last = max((each.number for each in backups_of(begun.uid)), default=0)
    return {**begun.about, "number": last + 1}


def moment_of(text: str) -> datetime | None:
    """Read a moment of a record; None where there is none."""
    with suppress(ValueError):
        return datetime.fromisoformat(text).astimezone(UTC)
    return None
