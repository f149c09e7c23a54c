"""Visits that were made, what they cost, and the money that came in after them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.connection import execute
from creditmate.domain.money import Money, total
from creditmate.domain.visit_worth import MoneyIn

_VAIN = "('nobody', 'deputy', 'refused')"
_MADE = f"""
    SELECT v.id, v.number, v.customer_id,
        MIN(CASE WHEN e.kind = 'held' THEN e.day END), MIN(e.day)
    FROM visit v JOIN visit_event e ON e.visit_id = v.id
    WHERE e.day <= ?1 AND e.void_action_id IS NULL AND v.archived_day IS NULL
        AND (e.kind = 'held' OR (e.kind IN {_VAIN} AND EXISTS (
            SELECT 1 FROM visit_review r WHERE r.interaction_id = e.interaction_id
                AND r.inner_cost_minor IS NOT NULL AND r.void_action_id IS NULL
        )))
    GROUP BY v.id
"""  # noqa: S608 - our own codes
_COSTS = f"""
    SELECT r.visit_id, r.inner_cost_minor, r.inner_currency, EXISTS (
        SELECT 1 FROM visit_event e WHERE e.interaction_id = r.interaction_id
            AND e.kind IN {_VAIN}
    ), r.inner_cost_minor <> 0 OR v.inner_travel_minutes IS NOT NULL
    FROM visit_review r JOIN visit v ON v.id = r.visit_id
    WHERE r.visit_id IN (SELECT value FROM json_each(?1)) AND r.day <= ?2
        AND r.void_action_id IS NULL AND r.inner_cost_minor IS NOT NULL ORDER BY r.id
"""  # noqa: S608 - as above
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
class MadeVisit:
    """A visit that was made, held or in vain, and what it cost where that was put down.

    ``in_vain`` are the ways on which nobody was met who decides; ``day`` is that on which it was
    held, else that of the first of them.
    """

    id: int
    number: str
    customer: int
    day: date
    cost: Money | None
    held: bool = True
    in_vain: int = 0


def made_visits(as_at: date) -> list[MadeVisit]:
    """Return the visits made up to a day; one that was refused before anybody went was not."""
    rows = [
        (int(id_), number, int(customer), held, first)
        for id_, number, customer, held, first in execute(_MADE, (as_at.isoformat(),))
    ]
    costs = _costs([row[0] for row in rows], as_at)
    found = []
    for id_, number, customer, held, first in rows:
        last, vain = costs.get(id_, (None, []))
        said = [*(one for one in vain if one is not None), *([] if last is None else [last])]
        cost = total(said, said[0].currency) if said else None
        day = date.fromisoformat(held or first)
        found.append(MadeVisit(id_, number, customer, day, cost, held is not None, len(vain)))
    return sorted(found, key=lambda one: (one.day, one.id))


def _costs(
    visits: Sequence[int], as_at: date
) -> dict[int, tuple[Money | None, list[Money | None]]]:
    """What holds of the cost of each visit, and what each way to it in vain cost.

    A way of nobody knows how long cost something all the same: None. From next door it cost nought.
    """
    found: dict[int, tuple[Money | None, list[Money | None]]] = {}
    for id_, minor, currency, in_vain, known in execute(_COSTS, (_ids(visits), as_at.isoformat())):
        last, vain = found.get(int(id_), (None, []))
        cost = Money(int(minor), currency)
        found[int(id_)] = (last, [*vain, cost if known else None]) if in_vain else (cost, vain)
    return found


def money_between(
    customers: Collection[int], first: date, last: date, as_at: date
) -> list[MoneyIn]:
    """Return the receipts of these customers in a span, less what bounced or was given back."""
    asked = (_ids(customers), first.isoformat(), last.isoformat(), as_at.isoformat())
    return [
        MoneyIn(int(customer), date.fromisoformat(day), Money(int(minor), currency))
        for customer, day, currency, minor in execute(_CAME, asked)
    ]


def _ids(ids: Collection[int]) -> str:
    return f"[{','.join(map(str, ids))}]"
