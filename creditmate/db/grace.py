"""For how many days after the due day a customer is not followed up yet."""

from collections.abc import Sequence

from creditmate.db.connection import database
from creditmate.db.fields import among
from creditmate.db.models import Customer


def grace_of(customers: Sequence[int], usual: int) -> dict[int, int]:
    """Return the days of grace of these customers: their own, else as many as usual."""
    own = Customer.select(Customer.id, Customer.grace_days).where(
        Customer.id.in_(among(customers)) & Customer.grace_days.is_null(False)
    )
    return {**dict.fromkeys(customers, usual), **dict(database.execute(own))}
