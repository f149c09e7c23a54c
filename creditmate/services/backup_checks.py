"""The backups of the open ledger, read through, and the ledger's own past compared with theirs.

Whoever cuts the end of the chain off, or recomputes all of it, changes what the ledger says of
itself; what it said when it was backed up stands in the backups (reliability.md D17).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from creditmate.db.connection import execute, told
from creditmate.db.restore import read_backup
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.progress import Progress, silent
from creditmate.services.backup_shelf import KnownBackup


class Past(StrEnum):
    """How the latest action of a backup stands to the ledger's chain."""

    SHARED = "shared"
    """It is in the chain: the ledger has gone on from there."""
    LEFT = "left"
    """It is not, since an earlier backup was restored afterwards, as is on record."""
    MISSING = "missing"
    """It is not, and nothing on record says why."""
    UNKNOWN = "unknown"
    """The ledger is so damaged that it cannot be looked up."""


@dataclass(frozen=True, slots=True)
class CheckedBackup:
    """A backup that was read to its end."""

    backup: KnownBackup
    problem: UserError | None
    past: Past


def check_backups(
    backups: Iterable[KnownBackup], progress: Progress = silent
) -> list[CheckedBackup]:
    """Read backups through and look their latest actions up in the open ledger.

    Args:
        backups: Of the open ledger, also such as cannot be read.
        progress: Told how many are read; may cancel.
    """
    found, known = [], list(backups)
    for done, backup in enumerate(known):
        progress(done, len(known))
        problem = backup.problem
        if problem is not None:
            found.append(CheckedBackup(backup, problem, Past.UNKNOWN))
            continue
        try:
            found_in = read_backup(backup.path)
            if found_in.protected and not found_in.key_file:
                problem = UserError(Problem.BACKUP_DAMAGED, path=backup.path, why="no_key_file")
        except UserError as error:
            problem = error
        found.append(CheckedBackup(backup, problem, past_of(backup)))
    progress(len(known), len(known))
    return found


def past_of(backup: KnownBackup) -> Past:
    """Return how the latest action of a backup stands to the open ledger's chain."""
    try:
        with told():
            return _looked_up(backup)
    except UserError:
        return Past.UNKNOWN


def _looked_up(backup: KnownBackup) -> Past:
    head = str(backup.manifest["head"])
    if execute("SELECT 1 FROM action WHERE hash = ?", (head,)).fetchone():
        return Past.SHARED
    restored = execute(
        "SELECT 1 FROM action WHERE use_case = 'restore-ledger' AND at > ?",
        (backup.made_at.isoformat(),),
    ).fetchone()
    return Past.LEFT if restored else Past.MISSING
