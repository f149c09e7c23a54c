"""What visits cost, at what is set for an hour and the way, and what stands against it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.aged import aged_sums
from creditmate.db.business import business
from creditmate.db.decisions import limit_changes
from creditmate.db.entries import open_entries
from creditmate.db.groups import branches_of, heads
from creditmate.domain.credit_limits import LimitChange, Scope, limit_at
from creditmate.domain.exchange import home_total
from creditmate.domain.groups import branches_by_head
from creditmate.domain.money import Money
from creditmate.domain.visit_cost import (
    SAVED_DAYS,
    Rates,
    Stakes,
    VisitCost,
    is_worth_it,
    usual_unit,
    visit_cost,
)
from creditmate.domain.visits import DistanceUnit, VisitFile
from creditmate.services.interest_book import interest_on
from creditmate.services.settings import current_rates, current_settings


@dataclass(frozen=True, slots=True)
class WaySaid:
    """What of the way to a visit was said; what was not is in no cost."""

    minutes: bool = True
    distance: bool = True


@dataclass(frozen=True, slots=True)
class Worth:
    """What a visit costs beside what is at stake; ours alone."""

    cost: VisitCost
    stakes: Stakes
    worth_it: bool
    way_known: WaySaid = WaySaid()


@dataclass(frozen=True, slots=True)
class Standing:
    """What a customer owes, all of it and overdue, and its limit, in the home currency.

    ``rate_day``: as in ``Stakes``, of what is overdue.
    """

    overdue: Money
    owed: Money
    limit: Money | None = None
    rate_day: date | None = None


def visit_rates(unit: DistanceUnit | None = None) -> Rates:
    """Return what an hour and a mile or kilometre cost; the country's unit where none is said."""
    home, settings = business(), current_settings()
    return Rates(
        hour=Money(settings.visit_hour_minor, home.currency),
        distance=Money(settings.visit_distance_minor, home.currency),
        unit=unit or usual_unit(home.country),
    )


def standings_of(customers: Sequence[int] | None, as_at: date) -> dict[int, Standing]:
    """Return what customers owe on a day in the home currency; of all with None.

    A head office stands for its branches, since a group is visited there; of all, branches are
    left out. Who owes nothing and has no limit is left out. What is owed in a currency without a
    rate is not counted.
    """
    whom, known = _members(customers)
    everybody = None if customers is None else _all_of(whom)
    rates = current_rates()
    owed: dict[int, list[Money]] = {}
    overdue: dict[int, list[Money]] = {}
    for (id_, _), ageing in aged_sums(as_at, everybody).items():
        owed.setdefault(id_, []).append(ageing.total)
        overdue.setdefault(id_, []).append(ageing.overdue)
    limits = limit_changes(as_at, everybody)
    if customers is None:
        in_groups = {*whom, *known}
        whom |= {id_: (id_,) for id_ in owed.keys() | limits.keys() if id_ not in in_groups}
    found = {}
    for id_, members in whom.items():
        owing = [one for one in members if one in owed]
        amounts = _limits(id_, owing, limits, as_at)
        if not amounts and not owing:
            continue
        late = home_total([one for one in _of(members, overdue) if one.minor], rates, as_at)
        found[id_] = Standing(
            overdue=late.total,
            owed=home_total(_of(members, owed), rates, as_at).total,
            limit=home_total(amounts, rates, as_at).total if amounts else None,
            rate_day=late.oldest_rate,
        )
    return found


def _members(
    customers: Sequence[int] | None,
) -> tuple[dict[int, tuple[int, ...]], Collection[int]]:
    """Return who is visited at each of these; of all the groups only, and their branches."""
    if customers is None:
        known = heads()
        groups = branches_by_head(known)
        return {head: (head, *branches) for head, branches in groups.items()}, known
    branches = branches_of(customers)
    return {id_: (id_, *branches.get(id_, ())) for id_ in customers}, ()


def _all_of(whom: Mapping[int, Sequence[int]]) -> list[int]:
    return list(dict.fromkeys(member for members in whom.values() for member in members))


def _of(members: Sequence[int], amounts: Mapping[int, Sequence[Money]]) -> list[Money]:
    return [amount for member in members for amount in amounts.get(member, ())]


def _limits(
    customer: int,
    owing: Sequence[int],
    changes: Mapping[int, Sequence[LimitChange]],
    as_at: date,
) -> list[Money]:
    """The limit of a group, else those of all members who owe anything; [] where one has none."""
    of_group = limit_at(changes.get(customer, ()), Scope.GROUP, as_at)
    known = [
        limit_at(changes.get(id_, ()), Scope.CUSTOMER, as_at)
        for id_ in dict.fromkeys((*owing, *(() if owing else (customer,))))
    ]
    limits = [of_group] if of_group is not None else known
    amounts = [one.amount for one in limits if one is not None and one.amount is not None]
    return amounts if len(amounts) == len(limits) else []


def interest_saved(customers: Sequence[int], as_at: date) -> dict[int, Money]:
    """Return the interest of so many days on what customers have overdue, in the home currency.

    It is that which may be charged, by law or by terms; of whom none may be, nothing is said. A
    head office stands for its branches. Only what is open is read. A currency without a rate is
    not counted.
    """
    whom, _ = _members(customers)
    rows = open_entries(_all_of(whom), as_at, numbered=False)
    late = [row.id for row in rows if row.due_day is not None and row.due_day < as_at]
    found: dict[int, list[Money]] = {}
    for one in interest_on(late, as_at):
        saved = Money(one.daily.minor * SAVED_DAYS, one.daily.currency)
        found.setdefault(one.debt.customer, []).append(saved)
    rates = current_rates()
    sums = {id_: home_total(_of(own, found), rates, as_at).total for id_, own in whom.items()}
    return {id_: sum_ for id_, sum_ in sums.items() if sum_.minor > 0}


def worth_of(file: VisitFile, as_at: date) -> Worth:
    """Return what a visit costs beside what is at stake on a day."""
    visit, inner = file.visit, file.inner
    rates = visit_rates(inner.unit)
    cost = visit_cost(visit.minutes, inner.travel_minutes or 0, inner.distance_tenths, rates)
    nothing = Standing(*(Money(0, rates.hour.currency),) * 2)
    found = standings_of([visit.customer], as_at).get(visit.customer, nothing)
    interest = interest_saved([visit.customer], as_at).get(visit.customer)
    stakes = Stakes(found.overdue, interest, found.limit, inner.margin, found.rate_day)
    way = WaySaid(
        inner.travel_minutes is not None, inner.is_next_door or bool(inner.distance_tenths)
    )
    return Worth(cost, stakes, is_worth_it(cost.total, stakes), way)
