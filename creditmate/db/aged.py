"""Aged debtors as at any day, without summing history.

Start from what is open now and put back what was allocated later (data-model.md, "How as at D
is answered"): one pass over the covering index of open entries and one over that of the later
allocations, which is empty when the day is today.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from operator import add
from typing import Any

from peewee import Case, Expression, fn

from creditmate.db.connection import database
from creditmate.db.models import Allocation, Entry
from creditmate.domain.ageing import LAST_DAYS, Ageing

Sums = dict[tuple[int, str], tuple[int, ...]]
"""Customer and currency → the five buckets and the unallocated: minor units, or counts."""


def aged_sums(as_at: date, customers: Sequence[int] | None = None) -> dict[tuple[int, str], Ageing]:
    """Age everything open as at a day, by days past the contract due day.

    Args:
        as_at: The day; business days after it are not known.
        customers: Only these; None for all.

    Returns:
        The ageing per customer and currency; those with nothing open are left out.
    """
    sums = _sums(_open_now(as_at, customers))
    for key, row in _sums(_allocated_later(as_at, customers)).items():
        known = sums.get(key)
        sums[key] = row if known is None else tuple(map(add, known, row))
    return {
        (customer, currency): Ageing(currency, (a, b, c, d, e), credit)
        for (customer, currency), (a, b, c, d, e, credit) in sums.items()
        if a or b or c or d or e or credit
    }


def _sums(query: Any) -> Sums:  # noqa: ANN401 - a peewee query of any model
    """Ask for a customer, a currency and six sums each; a sum of nothing is NULL.

    Thousands of rows: what is named is unpacked once, and no slice is made.
    """
    return {
        (customer, currency): (a or 0, b or 0, c or 0, d or 0, e or 0, credit or 0)
        for customer, currency, a, b, c, d, e, credit in database.execute(query)
    }


def _open_now(as_at: date, customers: Sequence[int] | None) -> Any:  # noqa: ANN401 - as above
    credit = _sum_if(Entry.due_day.is_null(), Entry.open_minor)
    query = (
        Entry.select(
            Entry.customer_id,
            Entry.currency,
            *_buckets(Entry.due_day, Entry.open_minor, as_at),
            credit,
        )
        .where((Entry.open_minor != 0) & (Entry.day <= as_at))
        .group_by(Entry.customer_id, Entry.currency)
    )
    return query if customers is None else query.where(Entry.customer_id.in_(customers))


def _allocated_later(as_at: date, customers: Sequence[int] | None) -> Any:  # noqa: ANN401 - as above
    """What later allocations took from debits and credits that were there on the day."""
    amount = Allocation.amount_minor
    there = Case(None, ((Allocation.debit_day <= as_at, amount),), 0)
    credit = _sum_if(Allocation.credit_day <= as_at, 0 - amount)
    query = (
        Allocation.select(
            Allocation.customer_id,
            Allocation.currency,
            *_buckets(Allocation.due_day, there, as_at),
            credit,
        )
        .where(Allocation.day > as_at)
        .where((Allocation.debit_day <= as_at) | (Allocation.credit_day <= as_at))
        .group_by(Allocation.customer_id, Allocation.currency)
    )
    return query if customers is None else query.where(Allocation.customer_id.in_(customers))


def _buckets(due: Any, amount: Any, as_at: date) -> list[Any]:  # noqa: ANN401 - expressions
    """One sum per bucket, in order: a debit is due on or after a cut-off day or before it."""
    cutoffs = [as_at - timedelta(days=last) for last in LAST_DAYS]
    sums = [_sum_if(due >= cutoffs[0], amount)]
    sums += [_sum_if((due < newer) & (due >= older), amount) for newer, older in pairwise(cutoffs)]
    sums.append(_sum_if(due < cutoffs[-1], amount))
    return sums


def _sum_if(condition: Expression, amount: Any) -> Any:  # noqa: ANN401 - an expression
    """A sum that passes over all else; adding a nought instead takes a fifth longer."""
    return fn.SUM(amount).filter(condition)


def aged_counts(as_at: date) -> Sums:
    """Count the items open as at a day, in the columns of ``aged_sums``.

    An item is an entry: exact also where an allocation was made and taken back, so it looks at
    every entry concerned, which the sums need not. What was matched while two customers were one,
    and undone, stays with the keeper: worth nothing, it must not tell whose the entry is.
    """
    every = _open_parts(as_at).alias("every")
    items = (
        Entry.select(every.c.customer_id, every.c.currency, every.c.due_day.alias("due_day"))
        .from_(every)
        .group_by(every.c.id, every.c.customer_id)
        .having(fn.SUM(every.c.open) != 0)
        .alias("items")
    )
    credit = _sum_if(items.c.due_day.is_null(), 1)
    query = (
        Entry.select(
            items.c.customer_id, items.c.currency, *_buckets(items.c.due_day, 1, as_at), credit
        )
        .from_(items)
        .group_by(items.c.customer_id, items.c.currency)
    )
    return _sums(query)


def _open_parts(as_at: date) -> Any:  # noqa: ANN401 - a query
    """What is open of each entry today, and what was allocated to it after a day, put back."""
    later = Allocation.day > as_at
    today = Entry.select(
        Entry.id,
        Entry.customer_id,
        Entry.currency,
        Entry.due_day,
        Entry.open_minor.alias("open"),
    ).where((Entry.open_minor != 0) & (Entry.day <= as_at))
    debits = Allocation.select(
        Allocation.debit_entry_id,
        Allocation.customer_id,
        Allocation.currency,
        Allocation.due_day,
        Allocation.amount_minor,
    ).where(later & (Allocation.debit_day <= as_at))
    credits_ = Allocation.select(
        Allocation.credit_entry_id,
        Allocation.customer_id,
        Allocation.currency,
        None,
        0 - Allocation.amount_minor,  # a bare minus means DESC to peewee
    ).where(later & (Allocation.credit_day <= as_at))
    return today.union_all(debits).union_all(credits_)
