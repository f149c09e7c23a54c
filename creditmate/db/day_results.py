"""What was said and promised on one day, by all customers."""

from datetime import date

from creditmate.db.connection import database
from creditmate.db.models import Interaction, Promise
from creditmate.domain.day_result import Made
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome


def contacts_on(day: date) -> list[tuple[int, Outcome]]:
    """Return the customer and the outcome of every contact on a day, whoever turned to whom."""
    query = Interaction.select(Interaction.customer_id, Interaction.outcome).where(
        (Interaction.day == day) & Interaction.void_action_id.is_null()
    )
    return [(customer, Outcome(outcome)) for customer, outcome in database.execute(query)]


def promises_on(day: date) -> list[Made]:
    """Return the promises made on a day, of both sides."""
    query = Promise.select(Promise.due_day, Promise.currency, Promise.amount_minor).where(
        (Promise.made_day == day) & Promise.void_action_id.is_null()
    )
    return [
        Made(
            date.fromisoformat(str(due)),
            None if currency is None or minor is None else Money(minor, currency),
        )
        for due, currency, minor in database.execute(query)
    ]
