"""A run of statements: read and written on the database thread, drawn on the caller's.

Each paper is committed by itself: cancelled or killed, a run keeps what is issued, and the same
run again goes on where it ended, since a statement that was issued already is only delivered.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from creditmate.documents.papers import CheckedPaper, StatementPaper
from creditmate.documents.statement import draw_and_check
from creditmate.domain.errors import UserError
from creditmate.domain.progress import Progress, silent
from creditmate.services.numbered_papers import Ask, until_issued
from creditmate.services.statement_drafts import Draft
from creditmate.services.statement_groups import Plan
from creditmate.services.statements import Issued, Logged, Skipped, Statements

Draw = Callable[[StatementPaper], CheckedPaper]
"""Draws a statement, here or elsewhere."""

_CHUNK = 20
"""Customers drafted at once: the database thread is soon free for others."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose against the rules, for the log: reasons by the customer's code.

    ``despite`` are why those who get a statement would have been left out; ``left_out`` why
    those who get none were.
    """

    despite: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A statement that was issued and could not be delivered; it can be, by the same run again."""

    issued: Issued
    error: UserError


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did; what was not delivered is among what was issued."""

    issued: tuple[Issued, ...]
    skipped: tuple[Skipped, ...]
    undelivered: tuple[Undelivered, ...] = ()


class StatementRun:
    """Issues the statements of many customers."""

    def __init__(self, statements: Statements, ask: Ask, draw: Draw = draw_and_check) -> None:
        self._statements = statements
        self._ask = ask
        self._draw = draw

    def run(  # noqa: PLR0913 - what a run is made of
        self,
        as_at: date,
        codes: Sequence[str],
        deliver: Callable[[Issued], object],
        progress: Progress = silent,
        choice: Choice | None = None,
        *,
        goes_on: bool = False,
        keep_bytes: bool = True,
    ) -> RunResult:
        """Issue, deliver and log statements as at a day.

        Args:
            as_at: The day; facts dated later are not known.
            codes: Only these customers; none means everybody with something open.
            deliver: Called with each statement once it is issued, to write or print it.
            progress: Told the statements done; may cancel, which keeps what is issued.
            choice: What the user chose against the rules, to be logged.
            goes_on: A statement that cannot be delivered does not stop the others, as long as
                one could be before; it is in the result and in the log.
            keep_bytes: Without them the result of a long run takes no memory to speak of.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``, or what ``deliver`` raises.
        """
        chosen = choice or Choice()
        plan = self._ask(lambda: self._statements.plan(as_at, codes))
        skipped = self._ask(lambda: self._statements.skips(chosen.left_out))
        doing = _Doing(deliver, chosen.despite, goes_on, keep_bytes)
        try:
            for draft in self._drafts(plan, skipped):
                progress(len(doing.issued), max(plan.expected, len(doing.issued) + 1))
                doing.deliver(self._issue(draft))
            progress(len(doing.issued), len(doing.issued))
        finally:
            if doing.log or skipped:
                self._ask(lambda: self._statements.log(as_at, doing.log, skipped))
        return RunResult(tuple(doing.issued), tuple(skipped), tuple(doing.undelivered))

    def _drafts(self, plan: Plan, skipped: list[Skipped]) -> Iterator[Draft]:
        """Yield the statements, read a few at a time, and note who has none."""
        for at in range(0, len(plan.customers), _CHUNK):
            some = plan.customers[at : at + _CHUNK]
            drafts, left = self._ask(lambda: self._statements.drafted(plan, some))  # noqa: B023 - answered within the turn
            skipped += left
            yield from drafts

    def _issue(self, draft: Draft) -> Issued:
        before = self._ask(lambda: self._statements.issued_before(draft))
        if before is not None:
            return before
        paper, checked, paper_id = until_issued(
            self._ask,
            lambda: self._statements.numbered(draft),
            self._draw,
            lambda paper, drawn: self._statements.issue(draft, paper, drawn),
        )
        return Issued(
            paper_id=paper_id,
            code=draft.customer.code,
            name=draft.customer.name,
            number=paper.number,
            balance=paper.statement.balance,
            pages=checked.drawn.pages,
            pdf=checked.drawn.pdf,
            fresh=True,
            warnings=checked.warnings,
        )


class _Doing:
    """A run under way: what was issued, what of it could not be delivered, and the log."""

    def __init__(
        self,
        deliver: Callable[[Issued], object],
        despite: Mapping[str, str],
        goes_on: bool,
        keep_bytes: bool,
    ) -> None:
        self._deliver, self._despite, self._goes_on = deliver, despite, goes_on
        self._keep_bytes = keep_bytes
        self.issued: list[Issued] = []
        self.undelivered: list[Undelivered] = []
        self.log: list[Logged] = []

    def deliver(self, issued: Issued) -> None:
        """Deliver a statement and put down how that went."""
        self.issued.append(issued if self._keep_bytes else replace(issued, pdf=b""))
        try:
            self._deliver(issued)
        except UserError as error:
            self.log.append(Logged(issued.paper_id, "failed", error.problem.value))
            if not self._goes_on or len(self.undelivered) == len(self.issued) - 1:
                raise
            self.undelivered.append(Undelivered(self.issued[-1], error))
        else:
            state = "issued" if issued.fresh else "reprinted"
            self.log.append(Logged(issued.paper_id, state, self._despite.get(issued.code, "")))


def file_name(issued: Issued) -> str:
    """Return a statement's file name: number and code, with nothing in it that a name may not hold.

    What a name should not hold becomes a hyphen.
    """
    name = re.sub(r"[^\w.-]+", "-", f"{issued.number} {issued.code}").strip("-.")
    return f"{name}.pdf"
