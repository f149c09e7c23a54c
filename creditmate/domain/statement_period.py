"""What moved an account between two statements: the body of a balance-forward statement.

The period begins on the day after the last statement of the same customer and currency; the
first one begins with the month of its day, or with the account where that is younger. What the
period opens with is what the last statement said, so that two papers laid side by side join:
what was entered since for days before is one row of its own.

Source: domain-rules 4.6; layout in mockups/paper.md, document 2.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.customer_form import StatementKind
from creditmate.domain.dates import month_start
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money, total

_MONEY_BACK = (EntryKind.REFUND, EntryKind.BOUNCE)


@dataclass(frozen=True, slots=True)
class LastStatement:
    """The statement that the customer has had before: up to which day, and what it came to."""

    day: date
    number: str
    balance: Money


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One movement; ``amount`` is positive for what is charged, negative for what is taken off.

    ``method`` is how money came; ``branch`` whose it is, on a statement of several.
    """

    kind: EntryKind
    number: str
    day: date
    due_day: date | None
    order_number: str
    amount: Money
    method: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True)
class StatementPeriod:
    """All that moved an account in one currency from ``first`` to ``last``, by day.

    ``changed`` is by how much the days before ``first`` came to something else than the
    statement ``since`` had said of them.
    """

    kind: StatementKind
    first: date
    last: date
    opening: Money
    rows: tuple[PeriodRow, ...]
    changed: Money
    since: str = ""

    @property
    def charges(self) -> Money:
        """Everything that added to what is owed."""
        return self._sum(amount for amount in self._amounts if amount.minor > 0)

    @property
    def payments(self) -> Money:
        """Everything that was taken off, as a positive figure."""
        return -self._sum(amount for amount in self._amounts if amount.minor < 0)

    @property
    def closing(self) -> Money:
        """The balance at the end of the last day."""
        return self.opening + self.charges - self.payments

    @property
    def is_empty(self) -> bool:
        """Whether nothing moved."""
        return not (self.rows or self.changed)

    @property
    def runs(self) -> bool:
        """Whether the balance is carried from row to row; an activity statement has none."""
        return self.kind is StatementKind.BALANCE_FORWARD

    @property
    def only_billed(self) -> bool:
        """Whether all charges were billed: no money went back, nothing is said in one sum."""
        went_back = any(row.kind in _MONEY_BACK for row in self.rows)
        return self.changed.minor <= 0 and not went_back

    @property
    def _amounts(self) -> tuple[Money, ...]:
        return (self.changed, *(row.amount for row in self.rows))

    def _sum(self, amounts: Iterable[Money]) -> Money:
        return total(amounts, self.opening.currency)


def first_day(last: LastStatement | None, first_moved: date | None, as_at: date) -> date:
    """Return the first day of the period that ends with ``as_at``.

    Args:
        last: The statement before, whose day is before ``as_at``.
        first_moved: The day of the account's very first movement.
        as_at: The day of the statement.
    """
    if last is not None:
        return last.day + timedelta(days=1)
    begins = month_start(as_at)
    return begins if first_moved is None else max(begins, first_moved)
