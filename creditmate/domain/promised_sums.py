"""Promises beside what is owed, each currency for itself: what goes beyond it is doubted."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from creditmate.domain.chasing import Portion
from creditmate.domain.money import Money, totals_by_currency


class Beyond(NamedTuple):
    """More was promised in a currency than is owed in it: a slip, or another currency was meant."""

    promised: Money
    owed: Money


def beyond(promised: Iterable[Money], owed: Iterable[Money]) -> list[Beyond]:
    """Return in which currencies more is promised than is owed, the largest first."""
    known = {one.currency: one for one in totals_by_currency(owed)}
    return [
        Beyond(one, owing)
        for one in totals_by_currency(promised)
        if one > (owing := known.get(one.currency, Money(0, one.currency)))
    ]


class Account(NamedTuple):
    """What somebody who promises has open.

    ``unallocated`` is money matched to nothing: one amount per currency, zero or below.
    """

    portions: Sequence[Portion]
    unallocated: Sequence[Money]


def left_beside(
    account: Account, by: date, agreed: Mapping[int, int] | None = None, *, replaces: bool = False
) -> list[Money]:
    """Return what plans leave to be asked for, in each currency in which there is a plan.

    It is what is due by a day, neither under query nor in a plan, less money that is matched to
    nothing.

    Args:
        account: What is open.
        by: The last day of what is promised beside the plan.
        agreed: What of each entry (its id) a plan holds that is being agreed.
        replaces: Whether that takes the place of the plan there is.
    """
    more = agreed or {}
    credit = {one.currency: one.minor for one in account.unallocated}
    left, held = dict[str, int](), set[str]()
    for one in account.portions:
        entry = one.entry
        planned = more.get(entry.id, 0) + (0 if replaces else one.planned_minor)
        if planned:
            held.add(entry.currency)
        free = max(entry.open_minor - one.disputed_minor - planned, 0)
        known = left.setdefault(entry.currency, credit.get(entry.currency, 0))
        left[entry.currency] = known + (free if entry.due_day <= by else 0)
    return [Money(max(left[currency], 0), currency) for currency in sorted(held)]
