"""Promises beside what is owed, each currency for itself: what goes beyond it is doubted."""

from collections.abc import Iterable
from typing import NamedTuple

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
