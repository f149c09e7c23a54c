"""A run of statements: read and written on the database thread, drawn on the caller's.

Each paper is committed by itself: cancelled or killed, a run keeps what is issued, and the same
run again goes on where it ended, since a statement that was issued already is only delivered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from creditmate.documents.statement import draw_statement, warnings
from creditmate.domain.progress import Progress, silent
from creditmate.services.statement_drafts import Draft
from creditmate.services.statements import Issued, Skipped, Statements

Answer = TypeVar("Answer")


class Ask(Protocol):
    """Runs work on the database thread and returns its answer."""

    def __call__(self, work: Callable[[], Answer]) -> Answer:
        """Do ``work`` there and wait for it."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did."""

    issued: tuple[Issued, ...]
    skipped: tuple[Skipped, ...]


class StatementRun:
    """Issues the statements of many customers."""

    def __init__(self, statements: Statements, ask: Ask) -> None:
        self._statements = statements
        self._ask = ask

    def run(
        self,
        as_at: date,
        codes: Sequence[str],
        deliver: Callable[[Issued], object],
        progress: Progress = silent,
    ) -> RunResult:
        """Issue, deliver and log statements as at a day.

        Args:
            as_at: The day; facts dated later are not known.
            codes: Only these customers; none means everybody with something open.
            deliver: Called with each statement once it is issued, to write or print it.
            progress: Told the statements done; may cancel, which keeps what is issued.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``, or what ``deliver`` raises.
        """
        drafts, skipped = self._ask(lambda: self._statements.drafts(as_at, codes))
        issued: list[Issued] = []
        try:
            for done, draft in enumerate(drafts):
                progress(done, len(drafts))
                issued.append(self._issue(draft))
                deliver(issued[-1])
            progress(len(drafts), len(drafts))
        finally:
            if issued or skipped:
                self._ask(lambda: self._statements.log(as_at, issued, skipped))
        return RunResult(tuple(issued), tuple(skipped))

    def _issue(self, draft: Draft) -> Issued:
        before = self._ask(lambda: self._statements.issued_before(draft))
        if before is not None:
            return before
        while True:
            paper = self._ask(lambda: self._statements.numbered(draft))
            drawn = draw_statement(paper)
            paper_id = self._ask(lambda: self._statements.issue(draft, paper, drawn))  # noqa: B023 - asked and answered within the turn
            if paper_id is not None:
                break
        return Issued(
            paper_id=paper_id,
            code=draft.customer.code,
            name=draft.customer.name,
            number=paper.number,
            balance=paper.statement.balance,
            pages=drawn.pages,
            pdf=drawn.pdf,
            fresh=True,
            warnings=warnings(paper),
        )
