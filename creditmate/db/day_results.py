"""What was said and promised on one day, by all customers."""

from datetime import date, datetime

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.conversation import not_corrected
from creditmate.db.days import maybe_day
from creditmate.db.models import Contact, Customer, Interaction, Promise
from creditmate.db.prepared import Argument, Query, prepared
from creditmate.domain.day_result import DoneContact, Made
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome


def contacts_on(day: date) -> list[tuple[int, Outcome]]:
    """Return the customer and the outcome of every contact on a day, whoever turned to whom."""
    query = Interaction.select(Interaction.customer_id, Interaction.outcome).where(
        (Interaction.day == day) & Interaction.void_action_id.is_null() & not_corrected(day)
    )
    return [(customer, Outcome(outcome)) for customer, outcome in database.execute(query)]


def done_on(day: date) -> list[DoneContact]:
    """Return the contacts of a day as they are told, what was put right since left out."""
    return [
        DoneContact(
            customer=customer,
            code=code,
            name=name,
            person=person or "",
            at=datetime.fromisoformat(at),
            way=way,
            incoming=direction == "in",
            outcome=Outcome(outcome),
            next_day=maybe_day(next_day),
        )
        for customer, code, name, person, at, way, direction, outcome, next_day in _done(day)
    ]


@prepared
def _done(day: Argument) -> Query:
    return (
        Interaction.select(
            Interaction.customer_id, Customer.code, Customer.name,
            fn.COALESCE(Contact.name, Interaction.heard_name), Interaction.at,
            Interaction.channel, Interaction.direction, Interaction.outcome, Interaction.next_day,
        )
        .join(Customer, on=Customer.id == Interaction.customer_id)
        .switch(Interaction)
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
        .where((Interaction.day == day) & Interaction.void_action_id.is_null())
        .where(not_corrected(day))
        .order_by(Interaction.at, Interaction.id)
    )  # fmt: skip


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
