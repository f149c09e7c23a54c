"""Checks of the open ledger: what is due when, and what came of it.

Before the window opens only what takes no time is looked at: the file's beginning, its tables, the
end of the chain. The rest comes afterwards and may be interrupted (reliability.md D7).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from creditmate.db.business import ledger_uid
from creditmate.db.proof.everything import prove_file
from creditmate.db.proof.finding import Finding
from creditmate.domain.ports import Clock
from creditmate.domain.progress import Progress, silent
from creditmate.services.upkeep import Proof, Upkeep
from creditmate.system.backup_records import record_of, remember

FULL_AFTER = timedelta(days=7)
"""Everything is proved once a week."""


@dataclass(frozen=True, slots=True)
class ChecksDue:
    """What should be checked once the window stands: the file's pages, or everything."""

    file: bool
    full: bool


class Checking:
    """Checks the open ledger."""

    def __init__(self, clock: Clock, upkeep: Upkeep) -> None:
        self._clock = clock
        self._upkeep = upkeep

    def due(self) -> ChecksDue:
        """Return what has not been checked to its end: the file today, everything this week."""
        record, now = record_of(ledger_uid()), self._clock.now()
        checked, proved = _moment(record.checked_at), _moment(record.proved_at)
        today = now.astimezone().date()
        return ChecksDue(
            file=checked is None or checked.astimezone().date() != today,
            full=proved is None or not timedelta(0) <= now - proved <= FULL_AFTER,
        )

    def file(self, progress: Progress = silent) -> Sequence[Finding]:
        """Check every page of the file and, of a protected ledger, that nobody changed it.

        Args:
            progress: Asked often; may cancel: the check is due still then.
        """
        findings = prove_file(progress)
        if not findings:
            remember(ledger_uid(), checked_at=self._now())
        return findings

    def full(self, progress: Progress = silent) -> Proof:
        """Prove everything, and remember that it was."""
        proof = self._upkeep.check(progress)
        remember(ledger_uid(), proved_at=self._now(), findings=len(proof.findings))
        return proof

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
