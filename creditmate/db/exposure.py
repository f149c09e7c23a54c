"""What would be lost: open debits less unallocated money, and work not invoiced yet."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from creditmate.db.aged import aged_sums
from creditmate.db.models import Customer, WorkItem
from creditmate.db.prepared import Argument, Query, about_customers
from creditmate.domain.ageing import Ageing
from creditmate.domain.credit_limits import Exposure
from creditmate.domain.currencies import exponent
from creditmate.domain.money import Money, totals_by_currency

_HUNDRED = Decimal(100)


def exposures(as_at: date, customers: Sequence[int] | None = None) -> dict[int, list[Exposure]]:
    """Return what would be lost per customer and currency, the largest first.

    Args:
        as_at: The day; work done later is not known.
        customers: Whose, None for all; those with nothing are left out.
    """
    return exposures_of(aged_sums(as_at, customers), as_at, customers)


def exposures_of(
    sums: Mapping[tuple[int, str], Ageing], as_at: date, customers: Sequence[int] | None
) -> dict[int, list[Exposure]]:
    """Return the same where what is owed has been summed already, by customer and currency."""
    work = _work(as_at, customers)
    found: dict[int, list[Exposure]] = {}
    for id_, currency in sorted(sums.keys() | work.keys()):
        ageing, nil = sums.get((id_, currency)), Money(0, currency)
        owed = nil if ageing is None else ageing.owed
        unallocated = nil if ageing is None else ageing.unallocated
        done = work.get((id_, currency), nil)
        found.setdefault(id_, []).append(Exposure(owed, unallocated, done))
    for rows in found.values():
        rows.sort(key=lambda row: (-row.total.decimal, row.total.currency))
    return found


def _work(as_at: date, customers: Sequence[int] | None) -> dict[tuple[int, str], Money]:
    """Work done up to a day and not invoiced then, before tax, in the customer's currency."""
    found: dict[int, list[Money]] = {}
    for id_, currency, quantity, price, discount in _work_done(customers, as_at):
        whole = Decimal(quantity) * Decimal(price).scaleb(exponent(currency))
        kept = _HUNDRED - Decimal(discount or 0)
        found.setdefault(id_, []).append(Money(1, currency).scaled(whole * kept, 100))
    return {
        (id_, amount.currency): amount
        for id_, amounts in found.items()
        for amount in totals_by_currency(amounts)
    }


@about_customers(WorkItem.customer_id)
def _work_done(as_at: Argument) -> Query:
    later = WorkItem.invoiced_day.is_null() | (WorkItem.invoiced_day > as_at)
    return (
        WorkItem.select(
            WorkItem.customer_id, Customer.currency, WorkItem.quantity, WorkItem.price,
            WorkItem.discount,
        )
        .join(Customer, on=Customer.id == WorkItem.customer_id)
        .where(later & (WorkItem.done_day <= as_at) & WorkItem.archived_day.is_null())
    )  # fmt: skip
