"""Where a new backup stands among the others of its ledger, so that none passes for the newest.

One of the ledger as it goes on is the newest. A file that may only be read is an older one as a
rule: what it holds stands where its last action belongs (``docs/decisions/0015``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from creditmate.db.connection import execute
from creditmate.db.digest import GENESIS
from creditmate.db.read_only import is_read_only
from creditmate.services.backup_checks import Past, past_of
from creditmate.services.backup_shelf import KnownBackup

_BEHIND = frozenset({Past.SHARED, Past.LEFT})


@dataclass(frozen=True, slots=True)
class Rank:
    """Where a backup of an older file stands.

    Attributes:
        number: That of the newest backup which the file goes on from; 0: from none.
        at: The moment of the last action in it, aware: that is the state it keeps.
    """

    number: int
    at: datetime


def older_rank(known: Sequence[KnownBackup], now: datetime) -> Rank | None:
    """Return where a backup of the open ledger stands; None: it is the newest.

    Args:
        known: The backups of the ledger, newest first.
        now: The moment, aware.
    """
    if not is_read_only() or not known or _is_behind(known[0]):
        return None
    number = next((each.number for each in known if _is_behind(each)), 0)
    last = execute("SELECT at FROM action ORDER BY id DESC LIMIT 1").fetchone()
    return Rank(number, datetime.fromisoformat(last[0]).astimezone(UTC) if last else now)


def latest_head() -> str:
    """Return the hash of the latest action of the open ledger."""
    row = execute("SELECT hash FROM action ORDER BY id DESC LIMIT 1").fetchone()
    return str(row[0]) if row else GENESIS


def _is_behind(backup: KnownBackup) -> bool:
    """Whether the open ledger has gone on from a backup, or has left its line by a restore."""
    return backup.manifest["head"] == GENESIS or past_of(backup) in _BEHIND
