"""How the backups of the open ledger stand, for whoever keeps an eye on them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from creditmate.db.read_only import is_read_only
from creditmate.disk import is_file
from creditmate.domain.errors import Problem, UserError
from creditmate.services.backup_shelf import unread_at
from creditmate.services.backups import Backups, moment_of
from creditmate.services.second_place import AWAY
from creditmate.system.backup_records import BackupRecord

GONE, UNREAD = "gone", "unread"
"""What may have become of the last backup."""


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
        lost: ``gone`` if the last one is not there any more, ``unread`` if it cannot be read;
            ``made_at`` is that of the newest which can be, then. Else empty.
        lost_at: When that one was made.
    """

    made_at: datetime | None
    has_news: bool
    is_due: bool
    failed: UserError | None
    second: str
    second_away: bool
    second_failed: bool
    only_read: bool = False
    lost: str = ""
    lost_at: datetime | None = None

    @property
    def is_worrying(self) -> bool:
        """Whether somebody should do something about it."""
        return self.is_due or self.failed is not None or bool(self.lost)


def standing(backups: Backups) -> BackupStanding:
    """Return how the backups of the open ledger stand; for the database thread."""
    record = backups.record()
    lost, made_at = _lost(record), moment_of(record.made_at)
    if lost:
        made_at = next((each.made_at for each in backups.listed()), None)
    return BackupStanding(
        made_at=made_at,
        has_news=backups.has_news(),
        is_due=backups.due(),
        failed=failure(record),
        second=record.second,
        second_away=bool(record.second) and record.second_problem == AWAY,
        second_failed=record.second_problem not in {"", AWAY},
        only_read=is_read_only(),
        lost=lost,
        lost_at=moment_of(record.made_at) if lost else None,
    )


def _lost(record: BackupRecord) -> str:
    """What has become of the last backup, if it is none any more."""
    last = Path(record.path)
    if not record.path:
        return ""
    if not is_file(last):
        return GONE
    return "" if unread_at(last) is None else UNREAD


def failure(record: BackupRecord) -> UserError | None:
    """Return why the last backup failed, as far as it is remembered; None if it did not."""
    if record.failed_problem not in tuple(Problem):
        return None
    why = record.failed_why
    return UserError(Problem(record.failed_problem), path=record.failed_path, why=why)
