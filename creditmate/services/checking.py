"""Checks of the open ledger: what is due when, and what came of it.

Before the window opens only what takes no time is looked at: the file's beginning, its tables, the
end of the chain. The rest comes afterwards and may be interrupted (reliability.md D7).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from creditmate.db.business import ledger_uid
from creditmate.db.ledger_file import glance
from creditmate.db.proof.everything import PROOFS, prove_file, prove_one
from creditmate.db.proof.finding import INTEGRITY, Finding
from creditmate.domain.ledger_glance import Glance
from creditmate.domain.ports import Clock
from creditmate.domain.progress import Progress, silent
from creditmate.services.upkeep import Proof, Upkeep
from creditmate.system.backup_records import record_of, remember

STEPS = PROOFS
"""How many steps a full check has."""
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
        self._found: dict[str, Sequence[Finding]] = {}

    def due(self) -> ChecksDue:
        """Return what has not been checked to its end: the file today, everything this week."""
        record, now = record_of(ledger_uid()), self._clock.now()
        checked, proved = _moment(record.checked_at), _moment(record.proved_at)
        today = now.astimezone().date()
        return ChecksDue(
            file=checked is None or checked.astimezone().date() != today,
            full=proved is None or not timedelta(0) <= now - proved <= FULL_AFTER,
        )

    def glance(self) -> Glance:
        """Return how the ledger is after something of ours went wrong; it need not be open."""
        return glance()

    def pages(self, progress: Progress = silent) -> Glance:
        """Return the same once every page of the file was looked at; ``progress`` may cancel."""
        found = glance()
        if found is not Glance.END_FITS:
            return found
        return Glance.DAMAGED if self.file(progress) else Glance.PAGES_READ

    def file(self, progress: Progress = silent) -> Sequence[Finding]:
        """Check every page of the file and, of a protected ledger, that nobody changed it.

        Args:
            progress: Asked often; may cancel: the check is due still then.
        """
        findings = prove_file(progress)
        self._found[ledger_uid()] = findings
        remember(ledger_uid(), checked_at="" if findings else self._now())
        return findings

    def full(self, progress: Progress = silent) -> Proof:
        """Prove everything, and remember that it was."""
        return self._put_down(self._upkeep.check(progress))

    def found(self) -> Sequence[Finding]:
        """Return what the last check of the open ledger found wrong since the program began."""
        return self._found.get(ledger_uid(), ())

    @staticmethod
    def step(place: int, progress: Progress = silent) -> Sequence[Finding]:
        """Do one of the ``STEPS`` of a full check, so that other work is done between them."""
        return prove_one(place, progress)

    def ended(self, findings: Sequence[Finding]) -> Proof:
        """Remember what all steps together have found, and return it."""
        return self._put_down(self._upkeep.proof_of(findings))

    def _put_down(self, proof: Proof) -> Proof:
        self._found[ledger_uid()] = proof.findings
        remember(ledger_uid(), proved_at=self._now(), findings=len(proof.findings))
        if is_damage(proof.findings):  # looked for again at the next opening
            remember(ledger_uid(), checked_at="")
        return proof

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")


class Ruled(Protocol):
    """What a check found, by the rule that does not hold."""

    @property
    def rule(self) -> str:
        """The rule's own name."""


def is_damage(findings: Iterable[Ruled]) -> bool:
    """Whether a part of the file cannot be read: then only a backup leads back."""
    return any(each.rule == INTEGRITY for each in findings)


def damaged(why: str) -> Proof:
    """Return what a check says of a ledger that is too damaged for it to begin, or to end."""
    return Proof((Finding(INTEGRITY, "file", 0, why),), None, None, None, "")


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
