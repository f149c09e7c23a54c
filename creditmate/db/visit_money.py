"""Visits that were held, what they cost, and the money that came in after them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from creditmate.db.connection import execute
from creditmate.domain.money import Money
from creditmate.domain.visit_worth import MoneyIn

_HELD = """
    SELECT v.id, v.number, v.customer_id, MIN(e.day), (
        SELECT r.inner_cost_minor || ' ' || r.inner_currency FROM visit_review r
        WHERE r.visit_id = v.id AND r.day <= ?1 AND r.void_action_id IS NULL
            AND r.inner_cost_minor IS NOT NULL ORDER BY r.id DESC LIMIT 1
    )
    FROM visit v JOIN visit_event e ON e.visit_id = v.id
    WHERE e.kind = 'held' AND e.day <= ?1 AND e.void_action_id IS NULL
        AND v.archived_day IS NULL
    GROUP BY v.id ORDER BY 4, 1
"""
# What of a receipt bounced or was given back is what it was taken for by then.
_CAME = """
    SELECT e.customer_id, e.day, e.currency, -e.amount_minor - COALESCE((
        SELECT SUM(a.amount_minor) FROM allocation a JOIN entry d ON d.id = a.debit_entry_id
        WHERE a.credit_entry_id = e.id AND a.day <= ?4 AND d.kind IN ('bounce', 'refund')
    ), 0)
    FROM entry e
    WHERE e.customer_id IN (SELECT value FROM json_each(?1))
        AND e.kind = 'receipt' AND e.document_id IS NULL AND e.void_action_id IS NULL
        AND e.day BETWEEN ?2 AND ?3 AND e.day <= ?4
    ORDER BY e.day, e.id
"""


@dataclass(frozen=True, slots=True)
class HeldVisit:
    """A visit that was held, and what it cost where that was put down."""

    id: int
    number: str
    customer: int
    day: date
    cost: Money | None


def held_visits(as_at: date) -> list[HeldVisit]:
    """Return the visits held up to a day, the first one first."""
    return [
        HeldVisit(int(id_), number, int(customer), date.fromisoformat(day), _cost(cost))
        for id_, number, customer, day, cost in execute(_HELD, (as_at.isoformat(),))
    ]


def money_between(
    customers: Collection[int], first: date, last: date, as_at: date
) -> list[MoneyIn]:
    """Return the receipts of these customers in a span, less what bounced or was given back."""
    ids = f"[{','.join(map(str, customers))}]"
    asked = (ids, first.isoformat(), last.isoformat(), as_at.isoformat())
    return [
        MoneyIn(int(customer), date.fromisoformat(day), Money(int(minor), currency))
        for customer, day, currency, minor in execute(_CAME, asked)
    ]


def _cost(stored: str | None) -> Money | None:
    if stored is None:
        return None
    minor, currency = stored.split(" ")
    return Money(int(minor), currency)
