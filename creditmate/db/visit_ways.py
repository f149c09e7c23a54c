"""What was entered with the last visits to customers: the way there, and what they bring."""

from collections.abc import Mapping, Sequence

from creditmate.db.business import home_currency
from creditmate.db.models import Visit
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.money import Money
from creditmate.domain.visit_cost import KnownWay
from creditmate.domain.visits import DistanceUnit


def last_ways(
    customers: Sequence[int],
) -> tuple[Mapping[int, KnownWay], Mapping[int, Money]]:
    """Return the last way that was entered to each customer, and the last yearly margin."""
    currency = home_currency()
    ways, margins = dict[int, KnownWay](), dict[int, Money]()
    for customer, minutes, tenths, unit, margin in _entered(list(customers)):
        if minutes is not None or tenths:
            ways[customer] = KnownWay(minutes or 0, tenths, DistanceUnit(unit))
        if margin is not None:
            margins[customer] = Money(margin, currency)
    return ways, margins


@prepared
def _entered(customers: Argument) -> Query:
    return (
        Visit.select(
            Visit.customer_id, Visit.inner_travel_minutes, Visit.inner_distance_tenths,
            Visit.inner_unit, Visit.inner_margin_minor,
        )
        .where(Visit.customer_id.in_(listed(customers)) & Visit.archived_day.is_null())
        .order_by(Visit.id)
    )  # fmt: skip
