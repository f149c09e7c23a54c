"""How talks felt: for our own eyes only, so that no paper and no export comes by it."""

from datetime import date

from creditmate.db.connection import database
from creditmate.db.models import Interaction
from creditmate.domain.feeling import Mood


def last_moods(customer: int, as_at: date, limit: int) -> list[Mood]:
    """Return the moods of a customer's last talks of which one was noted, the latest last."""
    noted = (Interaction.mood != "") & Interaction.void_action_id.is_null()
    query = (
        Interaction.select(Interaction.mood)
        .where((Interaction.customer_id == customer) & (Interaction.day <= as_at) & noted)
        .order_by(Interaction.day.desc(), Interaction.id.desc())
        .limit(limit)
    )
    return [Mood(mood) for (mood,) in database.execute(query)][::-1]
