"""What a visit that nobody has planned yet would cost, and what stands against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.visit_ways import last_ways
from creditmate.domain.money import Money
from creditmate.domain.visit_cost import (
    USUAL_MINUTES,
    Stakes,
    VisitCost,
    WayKnown,
    expected_way,
    is_worth_it,
    visit_cost,
)
from creditmate.domain.visit_suggestions import Suggestion
from creditmate.services.visit_costs import Standing, interest_saved, visit_rates


@dataclass(frozen=True, slots=True)
class ExpectedWorth:
    """What a visit would cost beside what is at stake; ours alone.

    The way is that of the last visit to them, or to somebody near; where ``way`` says that it is
    not known, the cost is that of the meeting alone.
    """

    cost: VisitCost
    way: WayKnown
    stakes: Stakes
    worth_it: bool


def expected_worths(
    made: Sequence[Suggestion],
    near: Mapping[int, Sequence[int]],
    accounts: Mapping[int, Standing],
    as_at: date,
) -> dict[int, ExpectedWorth]:
    """Return what visits that are suggested would cost beside what is at stake, by customer.

    Args:
        made: The suggestions.
        near: Of those suggested, who is near whom, the nearest first.
        accounts: What they owe.
        as_at: The day.
    """
    ids = [one.customer for one in made]
    if not ids:
        return {}
    (ways, margins), interest = last_ways(ids), interest_saved(ids, as_at)
    usual, found = visit_rates(), dict[int, ExpectedWorth]()
    nothing = Money(0, usual.hour.currency)
    for one in made:
        id_ = one.customer
        way, known = expected_way(id_, near.get(id_, ()), ways)
        rates = usual if way is None else replace(usual, unit=way.unit)
        minutes, tenths = (0, 0) if way is None else (way.minutes, way.distance_tenths)
        cost = visit_cost(USUAL_MINUTES, minutes, tenths, rates)
        account = accounts.get(id_, Standing(nothing, nothing))
        known_of = interest.get(id_), account.limit, margins.get(id_), account.rate_day
        stakes = Stakes(account.overdue, *known_of)
        found[id_] = ExpectedWorth(cost, known, stakes, is_worth_it(cost.total, stakes))
    return found
