"""How the backups of the open ledger stand, for whoever keeps an eye on them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from creditmate.db.read_only import is_read_only
from creditmate.disk import is_file
from creditmate.domain.errors import Problem, UserError
from creditmate.services.backups import Backups, moment_of
from creditmate.services.second_place import AWAY
from creditmate.system.backup_records import BackupRecord


@dataclass(frozen=True, slots=True)
class BackupStanding:
    """What the window says of backups.

    Attributes:
        made_at: When the last proved backup was made that is still there; None if there is none.
        has_news: Whether the ledger holds what no backup does.
        is_due: Whether that is the work of an earlier day.
        failed: Why the last try failed, if none has succeeded since.
        second: The second place; empty where none was chosen.
        second_away: Whether it was not there when the last backup was to go there.
        second_failed: Whether the last backup could not be put there, though it was there.
        only_read: Whether the ledger may only be read: none is made of it unasked.
    """

    made_at: datetime | None
    has_news: bool
    is_due: bool
    failed: UserError | None
    second: str
    second_away: bool
    second_failed: bool
    only_read: bool = False

    @property
    def is_worrying(self) -> bool:
        """Whether somebody should do something about it."""
        return self.is_due or self.failed is not None


def standing(backups: Backups) -> BackupStanding:
    """Return how the backups of the open ledger stand; for the database thread."""
    record = backups.record()
    there = bool(record.path) and is_file(Path(record.path))
    return BackupStanding(
        made_at=moment_of(record.made_at) if there else None,
        has_news=backups.has_news(),
        is_due=backups.due(),
        failed=failure(record),
        second=record.second,
        second_away=bool(record.second) and record.second_problem == AWAY,
        second_failed=record.second_problem not in {"", AWAY},
        only_read=is_read_only(),
    )


def failure(record: BackupRecord) -> UserError | None:
    """Return why the last backup failed, as far as it is remembered; None if it did not."""
    if record.failed_problem not in tuple(Problem):
        return None
    why = record.failed_why
    return UserError(Problem(record.failed_problem), path=record.failed_path, why=why)
