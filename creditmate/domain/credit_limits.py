"""How much a customer, or a whole group, may owe: a limit, and what stands against it.

Exposure is what would be lost: open debits less unallocated money, and work that was done and
not invoiced yet. It is counted per currency and compared in the limit's own; what is owed in
other currencies is told besides, never guessed at a rate.
Source: data-model.md, ``credit_limit``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from creditmate.domain.money import Money


class Scope(StrEnum):
    """Whose debts count against a limit; the values are stored."""

    CUSTOMER = "customer"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class LimitChange:
    """A limit from a day on; ``amount`` None says that there is none any more.

    ``action`` is the one that put it down.
    """

    id: int
    customer: int
    day: date
    scope: Scope
    currency: str
    amount: Money | None
    reason: str = ""
    action: int = 0


def limit_at(changes: Iterable[LimitChange], scope: Scope, day: date) -> LimitChange | None:
    """Return the limit of a scope that counts on a day; None where none was set or it was lifted.

    Of two for the same day the later one counts.
    """
    known = (change for change in changes if change.scope is scope and change.day <= day)
    latest = max(known, key=lambda change: (change.day, change.id), default=None)
    return None if latest is None or latest.amount is None else latest


@dataclass(frozen=True, slots=True)
class Exposure:
    """What would be lost in one currency; ``unallocated`` is zero or negative, as in the ledger."""

    owed: Money
    unallocated: Money
    work: Money

    @property
    def total(self) -> Money:
        """All of it together; below zero while the customer's money waits with us."""
        return self.owed + self.unallocated + self.work

    def __add__(self, other: "Exposure") -> "Exposure":
        """Return both together.

        Raises:
            CurrencyMismatch: They are in different currencies.
        """
        return Exposure(
            self.owed + other.owed, self.unallocated + other.unallocated, self.work + other.work
        )


def nothing(currency: str) -> Exposure:
    """Return no exposure in a currency."""
    nil = Money(0, currency)
    return Exposure(nil, nil, nil)


@dataclass(frozen=True, slots=True)
class LimitUse:
    """A limit and what stands against it; ``besides`` is owed in other currencies."""

    limit: Money
    day: date
    reason: str
    used: Money
    besides: tuple[Money, ...] = ()

    @property
    def left(self) -> Money:
        """What may still be supplied; below zero by what is over the limit."""
        return self.limit - self.used

    @property
    def over(self) -> Money | None:
        """By how much the limit is passed; None while it is not."""
        return -self.left if self.left.minor < 0 else None


def limit_use(change: LimitChange, exposures: Sequence[Exposure]) -> LimitUse:
    """Return how much of a limit is used.

    Args:
        change: One with an amount.
        exposures: One per currency.

    Raises:
        ValueError: ``change`` lifts a limit.
    """
    if change.amount is None:
        raise ValueError("a limit without an amount")
    currency = change.amount.currency
    same = [one.total for one in exposures if one.total.currency == currency]
    others = [one.total for one in exposures if one.total.currency != currency and one.total]
    return LimitUse(
        limit=change.amount,
        day=change.day,
        reason=change.reason,
        used=sum(same, Money(0, currency)),
        besides=tuple(others),
    )


def used(
    changes: Iterable[LimitChange], scope: Scope, exposures: Sequence[Exposure], day: date
) -> LimitUse | None:
    """Return how much of the limit that counts on a day is used; None where there is none."""
    change = limit_at(changes, scope, day)
    return None if change is None else limit_use(change, exposures)


@dataclass(frozen=True, slots=True)
class Insurance:
    """What a credit insurer covers, and by when an overdue item has to be reported to it.

    ``report_by`` is the day for the oldest overdue item; None where none is overdue or no
    period was agreed. ``uninsured`` is what stands above the sum insured, at least nothing.
    """

    insurer: str
    insured: Money
    uninsured: Money
    report_by: date | None


def report_by(oldest_due: date | None, days: int | None, as_at: date) -> date | None:
    """Return the last day on which the oldest overdue item can be reported to the insurer.

    Args:
        oldest_due: The earliest due day of what is open; None where nothing is.
        days: Days after the due day that the policy allows; None where it names none.
        as_at: Due on this day is not overdue.
    """
    if oldest_due is None or days is None or oldest_due >= as_at:
        return None
    return oldest_due + timedelta(days=days)
