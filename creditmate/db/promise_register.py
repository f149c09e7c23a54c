"""Whose promises there are, and one of them by its id."""

from dataclasses import dataclass
from datetime import date

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import Promise, PromiseEvent, PromiseItem
from creditmate.db.promises import standing_promises

_PROMISED = Promise.void_action_id.is_null()
"""What was undone never was, at any day."""


@dataclass(frozen=True, slots=True)
class StoredPromise:
    """A promise of either side as it was put down."""

    id: int
    customer_id: int
    side: str
    made_day: date
    currency: str | None
    minor: int | None
    entries: tuple[int, ...]


def customers_with_promises(as_at: date, side: str, *, waiting: bool = False) -> list[int]:
    """Return the customers with promises of a side made up to a day, by id.

    Args:
        as_at: The day.
        side: ``theirs`` or ``ours``.
        waiting: Only those with one that was not done, withdrawn or replaced by then.
    """
    if waiting:
        query = standing_promises(as_at.isoformat(), side)
    else:
        made = (Promise.side == side) & (Promise.made_day <= as_at) & _PROMISED
        query = Promise.select(Promise.customer_id).where(made).distinct()
    return sorted(customer for (customer,) in database.execute(query))


def customers_with_matured(as_at: date) -> list[int]:
    """Return the customers with a promise to pay whose time was up before a day, by id."""
    over = (Promise.side == "theirs") & (Promise.until_day < as_at) & _PROMISED
    query = Promise.select(Promise.customer_id).where(over).distinct()
    return sorted(customer for (customer,) in database.execute(query))


def stored_promise(id_: int, as_at: date) -> StoredPromise | None:
    """Return a promise made up to a day by its id; None where there is none."""
    query = Promise.select(
        Promise.id, Promise.customer_id, Promise.side, Promise.made_day, Promise.currency,
        Promise.amount_minor,
    ).where((Promise.id == id_) & (Promise.made_day <= as_at) & _PROMISED)  # fmt: skip
    row = next(iter(database.execute(query)), None)
    if row is None:
        return None
    items = PromiseItem.select(PromiseItem.entry_id).where(PromiseItem.promise_id == id_)
    entries = tuple(entry for (entry,) in database.execute(items.order_by(PromiseItem.id)))
    number, customer, side, made, currency, minor = row
    day = date.fromisoformat(made)
    return StoredPromise(number, customer, side, day, currency, minor, entries)


def end_promise(writing: Writing, promise: int, kind: str, day: date, by: int | None = None) -> int:
    """Put down that a promise was withdrawn, replaced by another one, or done."""
    return writing.add(PromiseEvent, promise_id=promise, kind=kind, day=day, by_promise_id=by)
