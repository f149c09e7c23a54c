"""What could be put in order when there is time: counted, never listed among what is owed."""

from datetime import date

from peewee import fn

from creditmate.db.models import Action, Contact, Entry
from creditmate.db.prepared import Argument, Query, prepared


def owing_customers() -> set[int]:
    """Return the customers of whom anything is open."""
    return {customer for (customer,) in _owing()}


@prepared
def _owing() -> Query:
    return Entry.select(Entry.customer_id).where(Entry.open_minor != 0).distinct()


def confirmed_since(day: date) -> dict[int, bool]:
    """Return who has people we know, and whether the details of any were confirmed since.

    Who was entered or edited since is known to be right as well.
    """
    return {customer: bool(known) for customer, known in _confirmed(day)}


@prepared
def _confirmed(day: Argument) -> Query:
    known = fn.MAX(fn.COALESCE(Contact.confirmed_day, ""), fn.SUBSTR(Action.at, 1, 10))
    return (
        Contact.select(Contact.customer_id, fn.MAX(known >= day))
        .join(Action, on=Action.id == Contact.action_id)
        .where(Contact.archived_day.is_null())
        .group_by(Contact.customer_id)
    )
