"""Customers who are said to have ceased trading."""

from datetime import date

from creditmate.db.connection import database
from creditmate.db.models import Interaction
from creditmate.domain.outcomes import Outcome

_REACHED = tuple(outcome.value for outcome in Outcome if outcome.reached)


def said_to_have_ceased(as_at: date) -> set[int]:
    """Return the customers whose latest talk up to a day ended with that."""
    known = (Interaction.day <= as_at) & Interaction.void_action_id.is_null()
    once = Interaction.select(Interaction.customer_id).where(
        known & (Interaction.outcome == Outcome.CEASED_TRADING.value)
    )
    talks = (
        Interaction.select(Interaction.customer_id, Interaction.outcome)
        .where(known & Interaction.outcome.in_(_REACHED) & Interaction.customer_id.in_(once))
        .order_by(Interaction.day, Interaction.id)
    )
    latest = dict(database.execute(talks))
    return {id_ for id_, outcome in latest.items() if outcome == Outcome.CEASED_TRADING.value}
