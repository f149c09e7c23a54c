"""The first lines of the day without reading every case: how high each customer can stand.

A few sums per customer bound where the line can stand, once its case is read. Cases are read in
the order of their bounds, and a line stands fast when no customer still unread can pass it.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from creditmate.domain.day_plan import Group, group_of, group_place
from creditmate.domain.exchange import AT_PAR, Worth
from creditmate.domain.lateness import Book, days_ahead_bound
from creditmate.domain.money import Money
from creditmate.domain.priority import days_points, score_bound, sum_points, units
from creditmate.domain.workcase import DEFAULT_POLICY, Case, Policy
from creditmate.domain.worklist import Kind, Line, place_of, work_line

Key = tuple[int, int, date, time, float, int]
"""Where a line stands in an order: smaller comes first."""
FIRST: Key = (0, 0, date.min, time.min, -math.inf, 0)
"""Nothing comes before it: where what was agreed may stand, whatever it is about."""
Owing = tuple[int, str, int, str]
"""Customer, currency, minor units that are overdue or soon due, earliest due day (ISO text)."""


class Aggregate(NamedTuple):
    """What set queries find of a customer, to bound the line without reading its items.

    ``owed`` are the open debits that are overdue or due within the courtesy window, one amount
    per currency (disputed, planned and promised parts included: they only lower the score).
    ``oldest_due_day`` is the earliest due day among them, ``worst_recent`` the largest days
    late of the customer's last 20 settled items, ``None`` if not looked up.

    The rest says what may be true, and is false only where it cannot be: ``agreed``, that the
    day of a call-back or of a promise of ours has come; ``missed``, the full amounts of
    promises and claims that may not be kept and not spoken of; ``to_check``, that there may be
    money to look for; ``by_phone``, that they may be rung.
    """

    customer: int
    owed: tuple[Money, ...]
    oldest_due_day: date
    worst_recent: int | None = None
    agreed: bool = False
    missed: tuple[Money, ...] = ()
    to_check: bool = False
    by_phone: bool = True


def points_bound(aggregate: Aggregate, book: Book, as_at: date, worth: Worth = AT_PAR) -> float:
    """Return points that the customer's line does not exceed.

    The sum is all that could be at stake, the days are the most that the customer's history,
    the book's quartiles and the oldest item allow; waiting and talks only lower a score. What
    a missed promise meant is asked for before its time, so all that was promised counts too.
    """
    worst_open = (as_at - aggregate.oldest_due_day).days
    days = days_ahead_bound(aggregate.worst_recent, worst_open, book)
    amounts = (*aggregate.owed, *aggregate.missed)
    return score_bound(amounts, days, bool(aggregate.missed), worth)


def points_bounds(
    owing: Iterable[Owing],
    worst_recent: Mapping[int, int],
    book: Book,
    as_at: date,
    worth: Worth = AT_PAR,
) -> dict[int, float]:
    """Return ``points_bound`` of all who owe and of whom nothing else is said, at once.

    Thousands of customers share a few hundred due days and a few dozen counts of days ahead.
    """
    money: dict[int, float] = {}
    oldest: dict[int, str] = {}
    for customer, currency, minor, due in owing:
        money[customer] = money.get(customer, 0.0) + units(minor, currency, worth)
        oldest[customer] = min(due, oldest.get(customer, due))
    open_days = {due: (as_at - date.fromisoformat(due)).days for due in set(oldest.values())}
    ahead: dict[tuple[int | None, int], float] = {}
    found: dict[int, float] = {}
    for customer, sum_ in money.items():
        known = worst_recent.get(customer), open_days[oldest[customer]]
        if known not in ahead:
            ahead[known] = days_points(days_ahead_bound(*known, book))
        found[customer] = sum_points(sum_) + ahead[known]
    return found


@dataclass(frozen=True, slots=True)
class Order:
    """The order of the lines: by rank alone, or each group of the day by rank."""

    grouped: bool

    def key(self, line: Line) -> Key:
        """Return where a line stands."""
        return (group_place(group_of(line)) if self.grouped else 0, *line.rank)

    def bound(self, aggregate: Aggregate, book: Book, as_at: date, worth: Worth = AT_PAR) -> Key:
        """Return a key that the customer's line does not come before."""
        if aggregate.agreed:
            return FIRST
        return self.bound_at(aggregate, points_bound(aggregate, book, as_at, worth))

    def bound_at(self, aggregate: Aggregate, points: float) -> Key:
        """Return the same of whom nothing was agreed, where the points are bounded already."""
        kind = Kind.FOLLOW_UP
        if aggregate.missed:
            kind = Kind.PROMISE_NOT_KEPT
        elif aggregate.to_check and not (self.grouped and aggregate.by_phone):
            kind = Kind.CHECK_MONEY  # among the papers; whoever may be rung stands above them
        return self._at(kind, points, by_phone=aggregate.by_phone)

    def bound_of_debt(self, points: float, *, by_phone: bool = True) -> Key:
        """Return a key that a line does not come before of whom nothing but a debt is known."""
        return self._at(Kind.FOLLOW_UP, points, by_phone=by_phone)

    def bound_of_match(self) -> Key:
        """Return a key that no line of somebody comes before who has money to match, and no more.

        The day's groups have such lines among the papers, but whoever may be rung among the calls.
        """
        if self.grouped:
            return self.bound_of_debt(math.inf)
        return self._at(Kind.CHECK_MONEY, math.inf, by_phone=True)

    def bound_of_silence(self) -> Key:
        """Return a key that no line comes before of somebody with whom we only stay in touch."""
        return self._at(Kind.STAY_IN_TOUCH, math.inf, by_phone=True)

    def _at(self, kind: Kind, points: float, *, by_phone: bool) -> Key:
        group = group_place(Group.CALLS if by_phone else Group.PAPERS) if self.grouped else 0
        return (group, place_of(kind), date.max, time.max, -points, 0)


BY_RANK = Order(grouped=False)
BY_GROUP = Order(grouped=True)


class Pile:
    """Lines in order, of which those stand fast that come before every line still to come."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._keys: list[Key] = []
        self._lines: list[Line] = []

    def add(self, line: Line) -> None:
        """Put a line where it belongs."""
        key = self._order.key(line)
        at = bisect_right(self._keys, key)
        self._keys.insert(at, key)
        self._lines.insert(at, line)

    def take(self, bound: Key | None) -> list[Line]:
        """Take off the lines that come before a bound; all of them without one."""
        end = len(self._keys) if bound is None else bisect_left(self._keys, bound)
        taken = self._lines[:end]
        del self._keys[:end], self._lines[:end]
        return taken


def top_lines(
    bounded: Iterable[tuple[Key, Case]],
    count: int,
    as_at: date,
    order: Order = BY_RANK,
    policy: Policy = DEFAULT_POLICY,
) -> list[Line]:
    """Return the first ``count`` lines, reading no more cases than it takes.

    Args:
        bounded: Cases with their ``Order.bound``, smallest first; may be lazy.
        count: How many lines are wanted, one or more.
        as_at: The day.
        order: Of the lines and of the bounds.
        policy: The list's settings.
    """
    pile, found = Pile(order), list[Line]()
    for bound, case in bounded:
        found += pile.take(bound)
        if len(found) >= count:
            return found[:count]
        line = work_line(case, as_at, policy)
        if line is not None:
            pile.add(line)
    return (found + pile.take(None))[:count]
