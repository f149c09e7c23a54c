"""Which interest is worth deciding one by one, and what is folded into one line because it is not.

The law's fixed sum is due on every invoice that is a day late: without a limit the list of what
is to decide is as long as the list of invoices. Nothing is dropped by it: what is folded is
counted and added up, and is decided in one go (decision 0022).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.exchange import AT_PAR, Worth
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.money import Money, totals_by_currency


@dataclass(frozen=True, slots=True)
class WorthDeciding:
    """From when on interest is listed.

    Args:
        least: Of interest and fixed sum together, for an invoice, in the home currency.
        since: The first day of payment that is looked at; what is unpaid always is. None: all.
        worth: What other currencies count for; one without a rate counts at par.
    """

    least: Money
    since: date | None
    worth: Worth = AT_PAR

    def looks_at(self, parts: Iterable[LateInterest]) -> bool:
        """Whether an invoice is unpaid, or was paid lately enough to be looked at."""
        days = [one.debt.paid_day for one in parts]
        return self.since is None or any(day is None or day >= self.since for day in days)

    def reached_by(self, parts: Iterable[LateInterest]) -> bool:
        """Whether what is left of an invoice is worth deciding by itself."""
        return sum(self.worth.of(one.left.total) for one in parts) >= self.least.decimal


@dataclass(frozen=True, slots=True)
class ToDecide:
    """What is to decide, in three heaps; each is in the order in which it was given.

    Args:
        limits: By which they were told apart.
        listed: Worth deciding one by one.
        small: Below the limit: folded.
        waiting: For a reference rate: what they come to is not known yet.
    """

    limits: WorthDeciding
    listed: tuple[LateInterest, ...]
    small: tuple[LateInterest, ...]
    waiting: tuple[LateInterest, ...]

    @property
    def everything(self) -> tuple[LateInterest, ...]:
        """All that comes to something, whatever it is worth."""
        return (*self.listed, *self.small)


def to_decide(found: Iterable[LateInterest], limits: WorthDeciding) -> ToDecide:
    """Tell apart what is worth deciding, small, or waits for a rate; what comes to nothing goes.

    What was paid before the days that are looked at is left out. The parts of an invoice
    (instalments, what was held back) are weighed together.
    """
    heaps: tuple[list[LateInterest], ...] = ([], [], [])
    listed, small, waiting = heaps
    for parts in filter(limits.looks_at, by_invoice(found)):
        if any(one.missing for one in parts):
            waiting += parts
            continue
        left = [one for one in parts if one.left.total]
        if left:
            (listed if limits.reached_by(left) else small).extend(left)
    return ToDecide(limits, *map(tuple, heaps))


def by_invoice(found: Iterable[LateInterest]) -> list[list[LateInterest]]:
    """Put the parts of each invoice together; a balance brought forward stands by itself."""
    invoices: dict[tuple[bool, int], list[LateInterest]] = {}
    for one in found:
        document = one.debt.document
        key = (True, one.debt.entry) if document is None else (False, document)
        invoices.setdefault(key, []).append(one)
    return list(invoices.values())


def invoices_of(found: Iterable[LateInterest]) -> int:
    """Return how many invoices these are."""
    return len(by_invoice(found))


def sums_of(found: Sequence[LateInterest]) -> tuple[Money, ...]:
    """Return what is left of them together, one sum for each currency."""
    return tuple(totals_by_currency(one.left.total for one in found))
