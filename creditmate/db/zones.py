"""Where customers are in time: their own zone, else that of the business."""

from collections.abc import Sequence

from peewee import fn

from creditmate.db.models import Business, Customer
from creditmate.db.prepared import Argument, Query, listed, prepared


def zones_of(customers: Sequence[int]) -> dict[int, str]:
    """Return the time zone (IANA) in which each of these customers is."""
    return dict(_zones(list(customers)))


@prepared
def _zones(customers: Argument) -> Query:
    home = Business.select(Business.zone).limit(1)
    return Customer.select(Customer.id, fn.COALESCE(fn.NULLIF(Customer.zone, ""), home)).where(
        Customer.id.in_(listed(customers))
    )
