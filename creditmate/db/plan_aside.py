"""What is set aside of the items of plans: in question, or said to be paid."""

from collections.abc import Iterable, Sequence
from datetime import date

from creditmate.db.claims import claims_of
from creditmate.db.connection import database
from creditmate.db.disputes import disputed_entries, ever_disputed
from creditmate.db.fields import among
from creditmate.db.models import Dispute, DisputeItem
from creditmate.domain.plan_aside import Aside, Query


def set_aside_of(customers: Sequence[int], entries: Iterable[int], as_at: date) -> dict[int, Aside]:
    """Return what is set aside of the items of these customers' plans; nobody without is named.

    Args:
        customers: Those with plans.
        entries: What their plans pay.
        as_at: Facts dated later are not known.
    """
    asked, said = sorted(ever_disputed(list(entries))), claims_of(customers, as_at)
    questioned: dict[int, dict[int, int]] = {}
    queries: dict[int, list[Query]] = {}
    if asked:
        wanted = set(asked)
        for row in disputed_entries(as_at, customers):
            if row.entry_id in wanted:
                own = questioned.setdefault(row.customer_id, {})
                own[row.entry_id] = own.get(row.entry_id, 0) + row.disputed.minor
        for customer, query in _queries(asked, as_at):
            queries.setdefault(customer, []).append(query)
    return {
        id_: Aside(questioned.get(id_, {}), tuple(queries.get(id_, ())), tuple(said.get(id_, ())))
        for id_ in {*questioned, *queries, *said}
    }


def _queries(entries: Sequence[int], as_at: date) -> list[tuple[int, Query]]:
    query = (
        DisputeItem.select(
            Dispute.customer_id,
            DisputeItem.entry_id,
            DisputeItem.amount_minor,
            Dispute.raised_day,
            Dispute.ended_day,
        )
        .join(Dispute, on=Dispute.id == DisputeItem.dispute_id)
        .where(DisputeItem.entry_id.in_(among(list(entries))))
        .where((Dispute.raised_day <= as_at) & Dispute.void_action_id.is_null())
        .order_by(DisputeItem.id)
    )
    return [
        (customer, Query(entry, minor, date.fromisoformat(raised), _by(ended, as_at)))
        for customer, entry, minor, raised, ended in database.execute(query)
    ]


def _by(ended: str | None, as_at: date) -> date | None:
    """The day of an answer, as far as it is known."""
    if ended is None:
        return None
    day = date.fromisoformat(ended)
    return day if day <= as_at else None
