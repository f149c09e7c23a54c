"""Who may be on the work list: sums per customer, from indices alone.

The services read the cases behind these in the order of their bounds and stop early, so that
the cost follows what is open, never what is settled (performance.md, "priority list").
"""

from datetime import date, timedelta

from peewee import fn

from creditmate.db.candidate_marks import (
    agreed_by,
    claims_lost,
    money_to_match,
    not_to_ring,
    promises_past,
)
from creditmate.db.connection import database
from creditmate.db.models import Allocation, Entry, PayHabit
from creditmate.domain.money import Money
from creditmate.domain.top_lines import Aggregate


def aggregates(as_at: date, window: int) -> list[Aggregate]:
    """Sum what is overdue or due within ``window`` days, per customer.

    Args:
        as_at: The day; facts dated later are not known.
        window: Days ahead that count as soon due.
    """
    owed, oldest = _owed(as_at, as_at + timedelta(days=window))
    agreed, written = agreed_by(as_at), not_to_ring()
    missed, to_check = promises_past(as_at)
    for customer, amounts in claims_lost(as_at).items():
        missed.setdefault(customer, []).extend(amounts)
        to_check.add(customer)
    to_check |= money_to_match(as_at, oldest)
    worst, today = _worst_recent(as_at), as_at.isoformat()
    return [
        Aggregate(
            customer=customer,
            owed=tuple(owed.get(customer, ())),
            oldest_due_day=date.fromisoformat(oldest.get(customer, today)),
            worst_recent=worst.get(customer),
            agreed=customer in agreed,
            missed=tuple(missed.get(customer, ())),
            to_check=customer in to_check,
            by_phone=customer not in written,
        )
        for customer in owed.keys() | agreed | missed.keys() | to_check
    ]


def _owed(as_at: date, until: date) -> tuple[dict[int, list[Money]], dict[int, str]]:
    now = (
        Entry.select(
            Entry.customer_id, Entry.currency, fn.SUM(Entry.open_minor), fn.MIN(Entry.due_day)
        )
        .where((Entry.open_minor != 0) & (Entry.day <= as_at) & (Entry.due_day <= until))
        .group_by(Entry.customer_id, Entry.currency)
    )
    later = (
        Allocation.select(
            Allocation.customer_id,
            Allocation.currency,
            fn.SUM(Allocation.amount_minor),
            fn.MIN(Allocation.due_day),
        )
        .where((Allocation.day > as_at) & (Allocation.debit_day <= as_at))
        .where(Allocation.due_day <= until)
        .group_by(Allocation.customer_id, Allocation.currency)
    )
    sums: dict[tuple[int, str], int] = {}
    oldest: dict[int, str] = {}
    for query in (now, later):
        for customer, currency, minor, due in database.execute(query):
            sums[customer, currency] = sums.get((customer, currency), 0) + minor
            oldest[customer] = min(due, oldest.get(customer, due))
    owed: dict[int, list[Money]] = {}
    for (customer, currency), minor in sums.items():
        owed.setdefault(customer, []).append(Money(minor, currency))
    return owed, oldest


def _worst_recent(as_at: date) -> dict[int, int]:
    """The kept worst lateness, of customers of whom nothing was settled after the day."""
    query = PayHabit.select(PayHabit.customer_id, PayHabit.worst_late).where(
        PayHabit.last_closed_day <= as_at
    )
    return dict(database.execute(query))
