"""Who was spoken with on a day: when, and by whom of us."""

from collections.abc import Sequence
from datetime import date, datetime

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.conversation import not_corrected
from creditmate.db.models import Contact, Interaction, Staff
from creditmate.domain.outcomes import Outcome
from creditmate.domain.spoken_today import SpokenToday

_REACHED = [outcome.value for outcome in Outcome if outcome.reached]


def spoken_on(customers: Sequence[int], day: date) -> SpokenToday | None:
    """Return the last talk of a day in which somebody at one of these customers was reached.

    Args:
        customers: Ids: a whole group, since what is said to one is said to all.
        day: The day; attempts in vain are none.
    """
    query = (
        Interaction.select(
            Interaction.at, fn.COALESCE(Staff.name, ""),
            fn.COALESCE(Contact.name, Interaction.heard_name), Interaction.direction,
        )
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
        .switch(Interaction)
        .join(Staff, JOIN.LEFT_OUTER, on=Staff.id == Interaction.staff_id)
        .where(Interaction.customer_id.in_(list(customers)) & (Interaction.day == day))
        .where(Interaction.outcome.in_(_REACHED) & Interaction.void_action_id.is_null())
        .where(not_corrected(day))
        .order_by(Interaction.id.desc())
        .limit(1)
    )  # fmt: skip
    for at, by, with_name, direction in database.execute(query):
        return SpokenToday(datetime.fromisoformat(at), by, with_name or "", direction == "in")
    return None
