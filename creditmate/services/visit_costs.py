"""What visits cost, at what is set for an hour and the way, and what stands against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.aged import aged_sums
from creditmate.db.business import business
from creditmate.db.decisions import limit_changes
from creditmate.db.entries import open_entries
from creditmate.domain.credit_limits import Scope, limit_at
from creditmate.domain.exchange import home_total
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
class Worth:
    """What a visit costs beside what is at stake; ours alone."""

    cost: VisitCost
    stakes: Stakes
    worth_it: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What a customer owes, all of it and overdue, and its limit, in the home currency."""

    overdue: Money
    owed: Money
    limit: Money | None = None


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

    Who owes nothing and has no limit is left out. What is owed in a currency without a rate is not
    counted.
    """
    rates, sums = current_rates(), aged_sums(as_at, customers)
    owed: dict[int, list[Money]] = {}
    overdue: dict[int, list[Money]] = {}
    for (id_, _), ageing in sums.items():
        owed.setdefault(id_, []).append(ageing.total)
        overdue.setdefault(id_, []).append(ageing.overdue)
    limits: dict[int, Money] = {}
    for id_, changes in limit_changes(as_at, customers).items():
        limit = limit_at(changes, Scope.CUSTOMER, as_at)
        if limit is not None and limit.amount is not None:
            limits[id_] = home_total([limit.amount], rates, as_at).total
    return {
        id_: Standing(
            overdue=home_total(overdue.get(id_, ()), rates, as_at).total,
            owed=home_total(owed.get(id_, ()), rates, as_at).total,
            limit=limits.get(id_),
        )
        for id_ in owed.keys() | limits.keys()
    }


def interest_saved(customers: Sequence[int], as_at: date) -> dict[int, Money]:
    """Return the interest of so many days on what customers have overdue, in the home currency.

    It is that which may be charged, by law or by terms; of whom none may be, nothing is said. Only
    what is open is read. A currency without a rate is not counted.
    """
    rows = open_entries(customers, as_at, numbered=False)
    late = [row.id for row in rows if row.due_day is not None and row.due_day < as_at]
    found: dict[int, list[Money]] = {}
    for one in interest_on(late, as_at):
        saved = Money(one.daily.minor * SAVED_DAYS, one.daily.currency)
        found.setdefault(one.debt.customer, []).append(saved)
    rates = current_rates()
    sums = {id_: home_total(amounts, rates, as_at).total for id_, amounts in found.items()}
    return {id_: sum_ for id_, sum_ in sums.items() if sum_.minor > 0}


def worth_of(file: VisitFile, as_at: date) -> Worth:
    """Return what a visit costs beside what is at stake on a day."""
    visit, inner = file.visit, file.inner
    rates = visit_rates(inner.unit)
    cost = visit_cost(visit.minutes, inner.travel_minutes, inner.distance_tenths, rates)
    nothing = Standing(*(Money(0, rates.hour.currency),) * 2)
    found = standings_of([visit.customer], as_at).get(visit.customer, nothing)
    interest = interest_saved([visit.customer], as_at).get(visit.customer)
    stakes = Stakes(found.overdue, interest, found.limit, inner.margin)
    return Worth(cost, stakes, is_worth_it(cost.total, stakes))
