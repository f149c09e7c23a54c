"""Questions of customers that wait for our answer, and by when somebody said it would come."""

from collections.abc import Sequence
from datetime import date

from peewee import fn

from creditmate.db.disputes import answered_by_then
from creditmate.db.models import Dispute, DisputeCare
from creditmate.db.prepared import Argument, Query, about_customers, prepared
from creditmate.domain.errands import AnswerDue


def answers_of(customers: Sequence[int] | None, as_at: date) -> dict[int, list[AnswerDue]]:
    """Return the answers that customers wait for on a day, which one day is set for.

    Args:
        customers: Only these; None for all.
        as_at: What is put down later is not known.
    """
    open_ = list(_open(customers, as_at))
    if not open_:
        return {}
    set_later, over = {dispute: by for dispute, by in _cares(as_at)}, answered_by_then(as_at)
    found: dict[int, list[AnswerDue]] = {}
    for id_, customer, reason, answer_by in open_:
        by = set_later.get(id_, answer_by)
        if by is not None and id_ not in over:
            answer = AnswerDue(id_, date.fromisoformat(by), reason)
            found.setdefault(customer, []).append(answer)
    return found


def owed_answers(as_at: date) -> set[int]:
    """Return the customers to whom we may owe an answer on a day; some may have had it."""
    return {customer for (customer,) in _owed(as_at)}


@prepared
def _owed(as_at: Argument) -> Query:
    running = Dispute.ended_day.is_null() | (Dispute.ended_day > as_at)
    cared = DisputeCare.select(DisputeCare.id).where(
        (DisputeCare.dispute_id == Dispute.id) & (DisputeCare.answer_by_day <= as_at)
    )
    return Dispute.select(Dispute.customer_id).where(
        running
        & Dispute.void_action_id.is_null()
        & ((Dispute.answer_by_day <= as_at) | fn.EXISTS(cared))
    )


@about_customers(Dispute.customer_id)
def _open(as_at: Argument) -> Query:
    running = Dispute.ended_day.is_null() | (Dispute.ended_day > as_at)
    return (
        Dispute.select(Dispute.id, Dispute.customer_id, Dispute.reason, Dispute.answer_by_day)
        .where((Dispute.raised_day <= as_at) & running & Dispute.void_action_id.is_null())
        .order_by(Dispute.id)
    )


@prepared
def _cares(as_at: Argument) -> Query:
    """By when questions that are open, or were on the day, are answered, as it was set last."""
    return (
        DisputeCare.select(DisputeCare.dispute_id, DisputeCare.answer_by_day)
        .join(Dispute, on=Dispute.id == DisputeCare.dispute_id)
        .where(Dispute.ended_day.is_null() | (Dispute.ended_day > as_at))
        .where((DisputeCare.day <= as_at) & DisputeCare.void_action_id.is_null())
        .order_by(DisputeCare.day, DisputeCare.id)
    )
