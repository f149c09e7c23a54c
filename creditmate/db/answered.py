"""Questions that were answered and not spoken of since, from the tables."""

from collections.abc import Collection
from datetime import date

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.conversation import not_corrected
from creditmate.db.models import Dispute, DisputeEvent, Interaction
from creditmate.domain.outcomes import Outcome

_REACHED = [outcome.value for outcome in Outcome if outcome.reached]


def answered_since_spoken(
    customer: int, since: date, as_at: date, told: Collection[int] = ()
) -> list[int]:
    """Return the questions that something became of, and nobody was reached since.

    On the day itself whatever was put down later counts as said later.

    Args:
        customer: Whose questions.
        since: What became of them earlier is no news any more.
        as_at: What is dated later is not known.
        told: Who else of its group counts as told, once somebody was reached there.

    Returns:
        Their ids, the oldest first; some may have been changed or opened again, not answered.
    """
    moved = DisputeEvent.alias("moved")
    later = (Interaction.day > moved.day) | (
        (Interaction.day == moved.day) & (Interaction.action_id > moved.action_id)
    )
    spoken = (
        Interaction.select(Interaction.id)
        .where(Interaction.customer_id.in_([customer, *told]) & (Interaction.day <= as_at) & later)
        .where(Interaction.outcome.in_(_REACHED) & Interaction.void_action_id.is_null())
        .where(not_corrected(as_at))
    )
    query = (
        Dispute.select(Dispute.id)
        .join(moved, on=moved.dispute_id == Dispute.id)
        .where((Dispute.customer_id == customer) & Dispute.void_action_id.is_null())
        .where(moved.day.between(since, as_at) & moved.void_action_id.is_null())
        .where(~fn.EXISTS(spoken))
        .distinct()
        .order_by(Dispute.id)
    )
    return [dispute for (dispute,) in database.execute(query)]
