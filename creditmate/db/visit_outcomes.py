"""How the talks on visits ended, many at once."""

from collections.abc import Collection
from datetime import date

from creditmate.db.connection import database
from creditmate.db.last_words import corrected_outcomes
from creditmate.db.models import Interaction


def outcomes_of(talks: Collection[int], as_at: date) -> dict[int, str]:
    """Return how each of these contacts ended, as it is stored; the last word on each counts."""
    if not talks:
        return {}
    query = Interaction.select(Interaction.id, Interaction.outcome).where(
        Interaction.id.in_(list(talks)) & Interaction.void_action_id.is_null()
    )
    return dict(database.execute(query)) | corrected_outcomes(talks, as_at)
