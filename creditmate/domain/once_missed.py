"""A promise that was missed once stays so, whatever was promised and paid afterwards.

Money keeps one promise. Where it kept a later one about the same items, the earlier one was missed
all the same: at best its money came late. Only what was settled, in question or given time when
its days were up was never missed. Source: domain-rules 4.3; docs/decisions/0025.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from creditmate.domain.promises import PromiseState, Standing


class Settling(NamedTuple):
    """Something set against an item: dated so, of so many minor units, money or a credit of ours.

    The day is the money's own, not the one on which somebody matched it.
    """

    day: date
    minor: int
    is_money: bool


class Settled(NamedTuple):
    """An item that a promise meant: what it was for, what was set against it, and held aside.

    ``aside`` is what of it was in question, or given time, when the promise's days were up.
    """

    minor: int
    by: Sequence[Settling]
    aside: int = 0

    def open_on(self, day: date) -> int:
        """What was open of it on a day, in minor units."""
        return self.minor - sum(one.minor for one in self.by if one.day <= day)


def is_settled(standing: Standing) -> bool:
    """Whether nothing is left of a promise that money has not filled: it may have been missed."""
    return standing.state is PromiseState.LAPSED


def once_missed(standing: Standing, items: Sequence[Settled]) -> Standing:
    """Return how a promise stands of which nothing is left: missed, if it was when its days ended.

    Args:
        standing: The promise, with nothing open of what it meant.
        items: What it meant.
    """
    until = standing.promise.until_day
    left = sum(max(one.open_on(until) - one.aside, 0) for one in items)
    if left <= 0 or any(one.open_on(date.max) > 0 for one in items):
        return standing
    since = [one for item in items for one in item.by if one.day > until]
    money = sum(one.minor for one in since if one.is_money)
    late = standing.late_minor + max(min(money, standing.unfilled_minor), 0)
    day = max((one.day for one in since if one.is_money and one.minor > 0), default=None)
    all_came = standing.came_minor + late >= standing.promise.minor
    if late and (all_came or all(one.is_money for one in since)):
        state = PromiseState.LATE_KEPT
    else:
        state = PromiseState.PART_KEPT if standing.came_minor + late else PromiseState.BROKEN
    return replace(
        standing, state=state, late_minor=late, filled_day=day or standing.filled_day, returned=None
    )
