"""Protecting a ledger, taking the protection off, changing its passwords or its key.

Under another key a ledger is another file: it is copied, the copy is proved, and only then do the
old file and the new one change places; killed at any moment it is the old or the new one. A new
password only rewrites the key file. Each is on record in the ledger, without any secret
(reliability.md D6b, D14, D15, D17).
"""

import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from creditmate.db.backup import Backup
from creditmate.db.connection import current_key, ledger_path, required_key
from creditmate.db.disk import refusal
from creditmate.db.gateway import Gateway
from creditmate.db.read_only import see_writable
from creditmate.db.rewrapping import Wrapped, rewrap
from creditmate.db.staging import discard, staging
from creditmate.db.swapping import aside_stamp, take_place
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.progress import Progress, silent
from creditmate.services.backups import Backups
from creditmate.services.ledgers import Ledgers
from creditmate.services.remembering import follow
from creditmate.services.unlocking import Lock
from creditmate.system.files import write_whole
from creditmate.system.key_file import KeyFile
from creditmate.system.key_places import keep_copy, key_path


class Change(StrEnum):
    """What is done about a ledger's protection, as it is on record."""

    PROTECTED = "protect-ledger"
    UNPROTECTED = "unprotect-ledger"
    KEY_RENEWED = "renew-key"
    PASSWORD_CHANGED = "change-password"  # noqa: S105 - a code, not a password
    PASSWORD_ADDED = "add-password"  # noqa: S105 - as above
    PASSWORD_REMOVED = "remove-password"  # noqa: S105 - as above
    PASSWORD_RESET = "reset-password"  # noqa: S105 - as above


@dataclass(frozen=True, slots=True)
class Rewrapped:
    """What became of a ledger that has another key now, or none.

    Attributes:
        kept: The folder with the old file; None if it was removed, as was asked.
        backup: The first backup under the new key; None if it failed, as ``problem`` says.
        problem: Why there is no new backup; the ledger itself is as it should be.
    """

    kept: Path | None
    backup: Backup | None
    problem: UserError | None = field(default=None)


class Protection:
    """What can be done about the protection of the ledger that is open."""

    def __init__(self, ledgers: Ledgers, gateway: Gateway, clock: Clock, backups: Backups) -> None:
        self._ledgers = ledgers
        self._gateway = gateway
        self._clock = clock
        self._backups = backups

    # ------------------------------------------------------------- another key
    def protect(
        self, lock: Lock, *, remove_original: bool = False, progress: Progress = silent
    ) -> Rewrapped:
        """Encrypt the open ledger, which is unprotected; it is open again afterwards.

        Args:
            lock: What ``unlocking.new_lock`` gave.
            remove_original: Remove the unprotected file once the protected one is open and backed
                up. What was on a disk may be found there still; backups made before stay.
            progress: Told how far it is; may cancel, which leaves the ledger as it was.

        Raises:
            UserError: ``LEDGER_PROTECTED_ALREADY``, or why it could not be done; the ledger is as
                it was, and open.
        """
        if current_key() is not None:
            raise UserError(Problem.LEDGER_PROTECTED_ALREADY, path=ledger_path())
        done = self._rewrap(lock, Change.PROTECTED, progress)
        if not remove_original or done.kept is None or done.problem is not None:
            return done
        shutil.rmtree(done.kept, ignore_errors=True)
        return Rewrapped(done.kept if done.kept.exists() else None, done.backup)

    def unprotect(self, progress: Progress = silent) -> Rewrapped:
        """Store the open ledger as it can be read without a password; it is open again afterwards.

        Raises:
            UserError: ``LEDGER_NOT_PROTECTED``, or why it could not be done; the ledger is as it
                was, and open.
        """
        self.key()
        return self._rewrap(None, Change.UNPROTECTED, progress)

    def renew_key(self, lock: Lock, progress: Progress = silent) -> Rewrapped:
        """Encrypt the open ledger with a new key: somebody may have seen its recovery sheet.

        The old sheet opens it no more, nor do other passwords than that in ``lock``. Backups made
        before keep the old key.

        Args:
            lock: What ``passwords.renewed_lock`` gave.
            progress: Told how far it is; may cancel, which leaves the ledger as it was.

        Raises:
            UserError: ``LEDGER_NOT_PROTECTED``, or why it could not be done; the ledger is as it
                was, and open.
        """
        self.key()
        return self._rewrap(lock, Change.KEY_RENEWED, progress)

    def _rewrap(self, lock: Lock | None, change: Change, progress: Progress) -> Rewrapped:
        path, old, staff = ledger_path(), current_key(), self._gateway.working_as
        see_writable(path)
        new = None if lock is None else lock.key
        self._ledgers.close()
        self._gateway.work_as(staff)  # who is at work stays so until it is open again
        try:
            kept = self._exchanged(Wrapped(path, old), lock, change, progress)
        except BaseException:
            self._ledgers.open(path, old)
            raise
        self._ledgers.open(path, new)
        if old is not None:
            follow(old, new)
        try:
            return Rewrapped(kept, self._backups.back_up(f"after {change.value}"))
        except UserError as error:
            return Rewrapped(kept, None, error)

    def _exchanged(
        self, old: Wrapped, lock: Lock | None, change: Change, progress: Progress
    ) -> Path | None:
        """Let the proved copy take the place of the ledger; return where the old file is."""
        place = old.path
        staged = _staging(place)
        try:
            new = Wrapped(staged / place.name, None if lock is None else lock.key)
            mark = rewrap(old, new, lambda: self._put_on_record(change), progress)
            if lock is not None:
                _write(key_path(new.path), lock.key_file)
        except BaseException:
            discard(staged)
            raise
        return take_place(staged, place, aside_stamp(self._clock.now()), mark)

    def _put_on_record(self, change: Change) -> None:
        with self._gateway.write(change.value) as writing:
            writing.keep_on_record()

    # ------------------------------------------------------------- passwords
    def put_down(self, key_file: KeyFile, change: Change) -> None:
        """Let the passwords be those of a key file, which ``passwords`` has prepared.

        A backup is made before: it keeps the passwords of until now, and the new ones only where
        those are lost with their key file.

        Raises:
            UserError: ``LEDGER_NOT_PROTECTED``; ``KEY_OTHER``: it is not this ledger's; why it
                could not be written: the passwords are as they were.
        """
        path = ledger_path()
        if self.key().fingerprint != key_file.fingerprint:
            raise UserError(Problem.KEY_OTHER, path=path)
        self._backups.before(f"before {change.value}", key_file.as_bytes())
        beside = key_path(path)
        before = beside.read_bytes() if beside.is_file() else None
        try:
            with self._gateway.write(change.value) as writing:
                writing.keep_on_record()
                _write(beside, key_file)
        except BaseException:
            with suppress(OSError):  # what went wrong before is what counts
                if before is None:
                    beside.unlink(missing_ok=True)
                else:
                    write_whole(beside, before, private=True)
            raise
        with suppress(OSError):  # the next opening mends it
            keep_copy(key_file)

    @staticmethod
    def key() -> DataKey:
        """Return the key of the open ledger, for what ``passwords`` prepares.

        Raises:
            UserError: ``LEDGER_NOT_PROTECTED``.
        """
        return required_key()


def _staging(place: Path) -> Path:
    try:
        return staging(place)
    except OSError as error:
        raise refusal(place.parent, error) from error


def _write(path: Path, key_file: KeyFile) -> None:
    try:
        write_whole(path, key_file.as_bytes(), private=True)
    except OSError as error:
        raise refusal(path.parent, error) from error
