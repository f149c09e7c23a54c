"""For how many days after the due day a customer is not followed up yet."""

from collections.abc import Sequence

from creditmate.db.models import Customer
from creditmate.db.prepared import Argument, Query, listed, prepared


def grace_of(customers: Sequence[int], usual: int) -> dict[int, int]:
    """Return the days of grace of these customers: their own, else as many as usual."""
    return {**dict.fromkeys(customers, usual), **dict(_own(list(customers)))}


@prepared
def _own(customers: Argument) -> Query:
    return Customer.select(Customer.id, Customer.grace_days).where(
        Customer.id.in_(listed(customers)) & Customer.grace_days.is_null(False)
    )
