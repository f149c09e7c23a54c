"""How late customers paid: kept per customer for today, worked out for any earlier day."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from peewee import Case, fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.fields import among
from creditmate.db.models import Allocation, Customer, Entry, PayHabit
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.kinds import EntryKind
from creditmate.domain.lateness import RECENT

_EVERY = 200  # settled items of the book that its figures are learnt from, the latest ones
_GIVEN_UP = (EntryKind.WRITE_OFF, EntryKind.CANCELLATION)


Habit = tuple[int, str, int, str]
"""A row of ``pay_habit``: customer, days late as JSON, the worst of them, the last closed day."""


def keep_habits(customers: Iterable[int]) -> None:
    """Work out the kept habits of these customers anew."""
    columns = [
        PayHabit.customer_id, PayHabit.late_days, PayHabit.worst_late, PayHabit.last_closed_day
    ]  # fmt: skip
    for chunk in chunks(sorted(set(customers))):
        PayHabit.delete().where(PayHabit.customer_id.in_(chunk)).execute()
        if rows := worked_out_habits(chunk):
            PayHabit.insert_many(rows, fields=columns).execute()


def worked_out_habits(customers: Sequence[int]) -> list[Habit]:
    """Return what is to be kept of these customers; none for those who settled nothing."""
    found: dict[int, list[tuple[str, int]]] = {}
    for customer, due, closed in database.execute(_recent(customers, date.max)):
        found.setdefault(customer, []).append((closed, _late(due, closed)))
    return [
        (
            customer,
            json.dumps([late for _, late in items]),
            max(map(_days, items)),
            items[-1][0],
        )
        for customer, items in found.items()
    ]


def recent_lateness(customers: Sequence[int], as_at: date) -> dict[int, tuple[int, ...]]:
    """Return days late of each customer's last settled items, at most 20, oldest first.

    Items settled after the day are not known. The kept figures answer for customers of whom
    nothing was settled later; the others are worked out from their entries.
    """
    found: dict[int, tuple[int, ...]] = {}
    stale: list[int] = []
    for chunk in chunks(customers):
        for customer, late_days, last in _kept(chunk):
            if last <= as_at.isoformat():
                found[customer] = _read(late_days)
            else:
                stale.append(customer)
    for chunk in chunks(stale):
        worked_out: dict[int, list[int]] = {}
        for customer, due, closed in database.execute(_recent(chunk, as_at)):
            worked_out.setdefault(customer, []).append(_late(due, closed))
        found.update((customer, tuple(late)) for customer, late in worked_out.items())
    return found


@lru_cache(maxsize=8192)
def _read(late_days: str) -> tuple[int, ...]:
    """Kept for a while: the same habits are read at each look at the list."""
    return tuple(json.loads(late_days))


@prepared
def _kept(customers: Argument) -> Query:
    return PayHabit.select(
        PayHabit.customer_id, PayHabit.late_days, PayHabit.last_closed_day
    ).where(PayHabit.customer_id.in_(listed(customers)))


def book_lateness(as_at: date) -> list[int]:
    """Return days late of the book's latest settled items, of all customers."""
    return [_late(due, closed) for due, closed in _latest_settled(as_at)]


@prepared
def _latest_settled(as_at: Argument) -> Query:
    return (
        Entry.select(Entry.due_day, Entry.closed_day)
        .where(_settled(Entry) & (Entry.closed_day <= as_at))
        .order_by(Entry.closed_day.desc(), Entry.id.desc())
        .limit(_EVERY)
    )


def _settled(entry: Any) -> Any:  # noqa: ANN401 - an alias of Entry, and an expression
    """Invoices that money settled: what we cancelled, credited or gave up says nothing of habits.

    Money that was taken back again, as before a cancellation, settled nothing.
    """
    credit = Entry.alias("credit")
    came = _set_by(credit, [EntryKind.RECEIPT]) > 0
    paid = (  # one row for each invoice, NULL where nothing was ever set: grouped, it takes longer
        Allocation.select(came & (_set_by(credit, _GIVEN_UP) == 0))
        .join(credit, on=credit.id == Allocation.credit_entry_id)
        .where(Allocation.debit_entry_id == entry.id)
    )
    return entry.closed_day.is_null(False) & (entry.kind == EntryKind.INVOICE) & paid


def _set_by(credit: Any, kinds: Sequence[EntryKind]) -> Any:  # noqa: ANN401 - an expression
    """What credits of these kinds come to, less what was taken back of them."""
    wanted = credit.kind.in_([kind.value for kind in kinds])
    return fn.SUM(Case(None, [(wanted, Allocation.amount_minor)], 0))


def _recent(customers: Sequence[int], as_at: date) -> Any:  # noqa: ANN401 - a query
    settled = Entry.alias("settled")
    latest = (
        settled.select(settled.id)
        .where((settled.customer_id == Customer.id) & (settled.closed_day <= as_at))
        # Said so, the index of settled debits answers, and only as far as is asked for.
        .where(settled.due_day.is_null(False) & _settled(settled))
        .order_by(settled.closed_day.desc(), settled.id.desc())
        .limit(RECENT)
    )
    return (
        Customer.select(Entry.customer_id, Entry.due_day, Entry.closed_day)
        .join(Entry, on=Entry.id.in_(latest))
        .where(Customer.id.in_(among(customers)))
        .order_by(Entry.customer_id, Entry.closed_day, Entry.id)
    )


def _days(item: tuple[str, int]) -> int:
    return item[1]


def _late(due: str, closed: str) -> int:
    return (date.fromisoformat(closed) - date.fromisoformat(due)).days
