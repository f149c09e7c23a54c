"""Keeping the ledger: cash posted, and proving that everything is as it must be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db import imports
from creditmate.db.business import cash_posted_to
from creditmate.db.gateway import Gateway
from creditmate.db.proof.everything import prove_all
from creditmate.db.proof.extent import extent
from creditmate.db.proof.finding import Finding
from creditmate.domain.cash_age import CashAge, cash_age
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.progress import Progress, silent
from creditmate.services.calendars import home_calendar
from creditmate.services.promise_standings import posted_to


@dataclass(frozen=True, slots=True)
class Proof:
    """What a check found, and what it looked at: actions, entries, papers, and the head.

    A number is None, and the head empty, where damage lets nobody read it.
    """

    findings: Sequence[Finding]
    actions: int | None
    entries: int | None
    papers: int | None
    head: str


class Upkeep:
    """What keeps a ledger sound."""

    def __init__(self, gateway: Gateway, clock: Clock, app_version: str) -> None:
        self._gateway = gateway
        self._clock = clock
        self._app_version = app_version

    def post_cash(self, to_day: date) -> Touched:
        """Put down that the bank's receipts are entered up to a day.

        An earlier day than before is a correction: it counts, and both stay on record.

        Raises:
            UserError: ``POSTED_AHEAD``: the day has not come.
        """
        if to_day > self._clock.today:
            raise UserError(Problem.POSTED_AHEAD, day=to_day, today=self._clock.today)
        if cash_posted_to() != to_day.isoformat():
            with self._gateway.write("post-cash") as writing:
                imports.post_cash(writing, to_day)
        return Touched.PAYMENTS

    def cash_age(self, as_at: date) -> CashAge:
        """Return up to which day cash is posted, and how many working days behind that is."""
        last_year = date(as_at.year - 1, 1, 1)
        calendar = home_calendar(last_year)
        return cash_age(posted_to(as_at), as_at, calendar)

    def check(self, progress: Progress = silent) -> Proof:
        """Prove every kept figure, every invariant and the chain, from the first row on."""
        return self.proof_of(prove_all(progress))

    def proof_of(self, findings: Sequence[Finding]) -> Proof:
        """Return what all proofs found, with what they looked at."""
        return Proof(findings, *extent())
