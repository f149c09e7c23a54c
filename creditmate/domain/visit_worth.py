"""What visits cost against the money that came in after them.

Nobody can say which payment a visit brought about. So nothing is claimed: what is told is what
came in within 30, 60 and 90 days from the visit's day on, since a cheque may be handed over there.
Money that bounced, or was given back, did not come. Each receipt counts once, for the latest visit
before it, so that the figures of visits add up to those of all.

Source: issue 8, 5; domain-rules 4.8, cost sheet.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.money import Money, totals_by_currency

WINDOWS = (30, 60, 90)
"""Days after a visit up to which money is counted; the visit's own day counts too."""


@dataclass(frozen=True, slots=True)
class VisitMade:
    """A visit that was made: ``customers`` are those whose money it was about, by their ids.

    That is the customer visited, and a head office's branches with it. ``cost`` is None where
    nobody put it down. ``in_vain`` are the ways made to it on which nobody was met who decides;
    they cost, and where it was not ``held`` they are all there is of it.
    """

    id: int
    day: date
    customers: frozenset[int]
    cost: Money | None = None
    held: bool = True
    in_vain: int = 0


@dataclass(frozen=True, slots=True)
class MoneyIn:
    """What a customer paid on a day, less what of it bounced or was given back."""

    customer: int
    day: date
    amount: Money


@dataclass(frozen=True, slots=True)
class CameIn:
    """What came in within so many days, by currency; so far, until they are ``over``."""

    days: int
    amounts: tuple[Money, ...]
    over: bool


@dataclass(frozen=True, slots=True)
class VisitWorth:
    """A visit's cost against what came in after it, for each of ``WINDOWS``."""

    visit: VisitMade
    came: tuple[CameIn, ...]


@dataclass(frozen=True, slots=True)
class AllVisits:
    """All visits together: ``costs`` and what came in by currency.

    ``without_cost`` counts the visits whose cost nobody put down, ``in_vain`` the ways on which
    nobody was met who decides. A window is over when it is for every visit.
    """

    visits: int
    without_cost: int
    in_vain: int
    costs: tuple[Money, ...]
    came: tuple[CameIn, ...]


def worth_of(
    visits: Iterable[VisitMade], money: Iterable[MoneyIn], as_at: date
) -> list[VisitWorth]:
    """Return what came in after each visit, as far as it is known on a day; the latest first.

    Args:
        visits: That were made; one after the day is left out.
        money: What was paid, in any order; what came after the day is left out.
        as_at: The day.
    """
    made = sorted(
        (visit for visit in visits if visit.day <= as_at), key=lambda one: (one.day, one.id)
    )
    got: dict[int, list[MoneyIn]] = {visit.id: [] for visit in made}
    by_customer = _by_customer([visit for visit in made if visit.held])
    for one in money:
        visit = _latest_before(by_customer.get(one.customer, ()), one.day)
        if visit is not None and one.day <= as_at:
            got[visit.id].append(one)
    return [_worth(visit, got[visit.id], as_at) for visit in reversed(made)]


def all_visits(each: Sequence[VisitWorth]) -> AllVisits:
    """Return some visits together."""
    costs = [one.visit.cost for one in each if one.visit.cost is not None]
    return AllVisits(
        visits=len(each),
        without_cost=len(each) - len(costs),
        in_vain=sum(one.visit.in_vain for one in each),
        costs=tuple(totals_by_currency(costs)),
        came=tuple(
            CameIn(
                days,
                tuple(totals_by_currency(sum_ for one in each for sum_ in one.came[place].amounts)),
                all(one.came[place].over for one in each),
            )
            for place, days in enumerate(WINDOWS)
        ),
    )


def _by_customer(made: Sequence[VisitMade]) -> Mapping[int, list[VisitMade]]:
    found: dict[int, list[VisitMade]] = {}
    for visit in made:
        for customer in visit.customers:
            found.setdefault(customer, []).append(visit)
    return found


def _latest_before(visits: Sequence[VisitMade], day: date) -> VisitMade | None:
    place = bisect_right(visits, day, key=lambda visit: visit.day)
    return visits[place - 1] if place else None


def _worth(visit: VisitMade, money: Sequence[MoneyIn], as_at: date) -> VisitWorth:
    windows = []
    for days in WINDOWS:
        last = visit.day + timedelta(days)
        amounts = totals_by_currency(one.amount for one in money if one.day <= last)
        over = last < as_at or not visit.held  # nothing is to come of a way made in vain
        windows.append(CameIn(days, tuple(sum_ for sum_ in amounts if sum_), over))
    return VisitWorth(visit, tuple(windows))
