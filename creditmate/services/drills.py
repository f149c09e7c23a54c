"""The drill: is the newest backup really the ledger? Tried out in an empty place, and timed.

Nothing of the ledger that is open is touched; what was unpacked is removed again.
"""

import time
from dataclasses import dataclass
from datetime import datetime

from creditmate.db.business import ledger_uid
from creditmate.db.connection import current_key
from creditmate.db.copy_proof import reading
from creditmate.db.manifest import Manifest
from creditmate.db.proof.papers import prove_bytes
from creditmate.db.restore import read_backup, unpack
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.services.backup_shelf import KnownBackup
from creditmate.services.empty_place import empty_place
from creditmate.services.found_backups import newest_of
from creditmate.system.backup_records import remember


@dataclass(frozen=True, slots=True)
class Target:
    """A backup to be tried out, and what it needs."""

    uid: str
    backup: KnownBackup
    key: DataKey | None


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a drill found.

    Attributes:
        backup: Which was tried.
        at: When.
        seconds: How long it took until the ledger was there and proved.
        holds: What it holds, equal to its manifest in totals, open items, documents and head.
        problem: Why it is no ledger; None when all is well.
    """

    backup: KnownBackup
    at: datetime
    seconds: float
    holds: Manifest
    problem: UserError | None


class Drills:
    """Tries backups of the open ledger out."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def target(self) -> Target:
        """Return the newest backup of the open ledger, wherever it lies; for the database thread.

        One that cannot be read is tried all the same: to try the one before it would say nothing.

        Raises:
            UserError: ``NO_BACKUP``.
        """
        uid = ledger_uid()
        newest = newest_of(uid)
        if newest is None:
            raise UserError(Problem.NO_BACKUP)
        return Target(uid, newest, current_key())

    def run(self, target: Target) -> Drilled:
        """Make a ledger of a backup in an empty place and prove it, on any thread.

        When, which backup and how it went is remembered on this computer.

        Raises:
            UserError: ``DISK_FULL`` or ``FOLDER_UNWRITABLE``: it could not be tried.
        """
        begun, holds, problem = time.monotonic(), Manifest(), None
        try:
            holds = _tried(target)
        except UserError as error:
            if error.problem in {Problem.DISK_FULL, Problem.FOLDER_UNWRITABLE}:
                raise
            problem = error
        seconds, now = round(time.monotonic() - begun, 3), self._clock.now()
        why = "" if problem is None else str(problem.facts.get("why", problem.problem.value))
        remember(
            target.uid,
            drill_at=now.isoformat(timespec="seconds"),
            drill_backup=str(target.backup.path),
            drill_why=why,
            drill_seconds=seconds,
        )
        return Drilled(target.backup, now, seconds, holds, problem)


def _tried(target: Target) -> Manifest:
    """Unpack, prove every figure of the manifest, and every document's bytes."""
    path = target.backup.path
    with empty_place("drill") as empty:
        container = read_backup(path)
        if container.protected and not container.key_file:
            raise UserError(Problem.BACKUP_DAMAGED, path=path, why="no_key_file")
        found = unpack(container, empty / "drill.creditmate", target.key)
        with reading(found.ledger, target.key) as ask:
            altered = next(prove_bytes(ask), None)
        if altered is not None:
            raise UserError(Problem.BACKUP_DAMAGED, path=path, why=altered.rule)
    return container.manifest
