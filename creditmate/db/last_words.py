"""How contacts ended that were put right afterwards: the last word on each counts."""

from collections.abc import Collection
from datetime import date

from creditmate.db.models import Interaction
from creditmate.db.prepared import Argument, Query, listed, prepared


def corrected_outcomes(contacts: Collection[int], as_at: date) -> dict[int, str]:
    """Return how those of these contacts ended that were put right up to a day.

    Args:
        contacts: Ids.
        as_at: What was put right for a later day is not known.

    Returns:
        The outcome that the last word on each has, as it is stored; the others are left out.
    """
    found: dict[int, str] = {}
    first = {contact: contact for contact in contacts}
    while first:
        rows = list(_corrected(list(first), as_at))
        found |= {first[wrong]: outcome for _, wrong, outcome in rows}
        first = {right: first[wrong] for right, wrong, _ in rows}
    return found


@prepared
def _corrected(contacts: Argument, as_at: Argument) -> Query:
    return (
        Interaction.select(Interaction.id, Interaction.corrects_id, Interaction.outcome)
        .where(Interaction.corrects_id.in_(listed(contacts)) & (Interaction.day <= as_at))
        .where(Interaction.void_action_id.is_null())
        .order_by(Interaction.id)
    )
