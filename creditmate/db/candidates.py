"""Who may be on the work list: sums per customer, from indices alone.

Few customers have anything agreed, promised or to be looked at: what can be said of them is found
first, and most often they fill the first screen. Who has money to match is looked for next, and
all others are ranked by what they owe, in one question. The services read the cases behind these
in the order of their bounds and stop early, so that the cost follows what is open, never what is
settled (performance.md, "priority list").
"""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from peewee import fn

from creditmate.db.candidate_marks import agreed_by, claims_lost, not_to_ring, promises_past
from creditmate.db.loose_money import money_to_match
from creditmate.db.models import Allocation, Entry, PayHabit
from creditmate.db.prepared import Argument, Query, about_customers, listed, prepared
from creditmate.domain.groups import Heads, with_their_groups
from creditmate.domain.money import Money
from creditmate.domain.open_bounds import OpenDebit
from creditmate.domain.top_lines import Aggregate, Owing


def marked(as_at: date, window: int, heads: Heads, *, grouped: bool) -> list[Aggregate]:
    """Return the customers with whom something was agreed, or promised, or who say to have paid.

    What they owe is summed of members of groups only: of all others ``open_debits`` tells more.

    Args:
        as_at: The day; facts dated later are not known.
        window: Days ahead that count as soon due.
        heads: Who belongs to whom: what is true of one may be true of the group's line, so all of
            a group are among them, or none is.
        grouped: Whether it is asked who may be rung: only the order of the day's groups does.
    """
    missed, to_check = promises_past(as_at, heads)
    for customer, amounts in claims_lost(as_at).items():
        missed.setdefault(customer, []).extend(amounts)
        to_check.add(customer)
    return _aggregates(
        _True(agreed_by(as_at), missed, to_check), as_at, window, heads, grouped=grouped
    )


def may_match(
    as_at: date, window: int, grace_days: int, heads: Heads, *, grouped: bool
) -> list[Aggregate]:
    """Return the customers with money to match that may cover what they are asked for.

    Args:
        as_at: As for ``marked``.
        window: As for ``marked``.
        grace_days: After the due day, of those who have no days of their own.
        heads: As for ``marked``.
        grouped: As for ``marked``.
    """
    found = _True(to_check=money_to_match(as_at, grace_days, heads))
    return _aggregates(found, as_at, window, heads, grouped=grouped)


@dataclass(frozen=True, slots=True)
class _True:
    """What may be true of which customers, as in ``Aggregate``."""

    agreed: Set[int] = frozenset()
    missed: Mapping[int, list[Money]] = field(default_factory=dict)
    to_check: Set[int] = frozenset()


def _aggregates(
    found: _True, as_at: date, window: int, heads: Heads, *, grouped: bool
) -> list[Aggregate]:
    named = with_their_groups({*found.agreed, *found.missed, *found.to_check}, heads)
    shared = named & {*heads, *heads.values()}
    owed, oldest = _by_customer(owing(as_at, window, shared) if shared else ())
    worst = worst_recent(as_at, shared) if shared else {}
    written = not_to_ring(named) if grouped else set[int]()
    return [
        Aggregate(
            customer=customer,
            owed=tuple(owed.get(customer, ())),
            oldest_due_day=oldest.get(customer, as_at),
            worst_recent=worst.get(customer),
            agreed=customer in found.agreed,
            missed=tuple(found.missed.get(customer, ())),
            to_check=customer in found.to_check,
            by_phone=customer not in written,
        )
        for customer in named
    ]


def _by_customer(rows: Iterable[Owing]) -> tuple[dict[int, list[Money]], dict[int, date]]:
    owed: dict[int, list[Money]] = {}
    oldest: dict[int, date] = {}
    for customer, currency, minor, due in rows:
        owed.setdefault(customer, []).append(Money(minor, currency))
        day = date.fromisoformat(due)
        oldest[customer] = min(day, oldest.get(customer, day))
    return owed, oldest


def owing(as_at: date, window: int, customers: Collection[int] | None = None) -> list[Owing]:
    """Sum what is overdue or due within ``window`` days, per customer and currency.

    Args:
        as_at: The day; facts dated later are not known.
        window: Days ahead that count as soon due.
        customers: Only these; None for all.
    """
    until = as_at + timedelta(days=window)
    if customers is None:
        rows, put_back = list(_now(as_at, until)), list(_then(as_at, until))
    else:
        ids = list(customers)
        rows, put_back = list(_now_of(as_at, until, ids)), list(_then_of(as_at, until, ids))
    return _added(rows + put_back) if put_back else rows


def _open_now(as_at: Argument, until: Argument) -> Query:
    return (
        Entry.select(
            Entry.customer_id, Entry.currency, fn.SUM(Entry.open_minor), fn.MIN(Entry.due_day)
        )
        .where((Entry.open_minor != 0) & (Entry.day <= as_at) & (Entry.due_day <= until))
        .group_by(Entry.customer_id, Entry.currency)
    )


def _open_then(as_at: Argument, until: Argument) -> Query:
    return (
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


_now, _then = prepared(_open_now), prepared(_open_then)


@prepared
def _now_of(as_at: Argument, until: Argument, of: Argument) -> Query:
    return _open_now(as_at, until).where(Entry.customer_id.in_(listed(of)))


@prepared
def _then_of(as_at: Argument, until: Argument, of: Argument) -> Query:
    return _open_then(as_at, until).where(Allocation.customer_id.in_(listed(of)))


def open_debits(customers: Collection[int], as_at: date) -> dict[int, list[OpenDebit]]:
    """Return the open debits of each customer as at a day, whenever they are due.

    What was allocated later is put back as an item more; what of that was taken back again is
    not taken off, so there may be too much and never too little.
    """
    ids, found = list(customers), dict[int, list[OpenDebit]]()
    for customer, currency, minor, day, due in (*_debits(ids, as_at), *_put_back(ids, as_at)):
        item = currency, minor, date.fromisoformat(day), date.fromisoformat(due)
        found.setdefault(customer, []).append(item)
    return found


@prepared
def _debits(customers: Argument, as_at: Argument) -> Query:
    return (
        Entry.select(Entry.customer_id, Entry.currency, Entry.open_minor, Entry.day, Entry.due_day)
        .where((Entry.open_minor != 0) & Entry.due_day.is_null(False) & (Entry.day <= as_at))
        .where(Entry.customer_id.in_(listed(customers)))
    )


@prepared
def _put_back(customers: Argument, as_at: Argument) -> Query:
    return (
        Allocation.select(
            Allocation.customer_id,
            Allocation.currency,
            Allocation.amount_minor,
            Allocation.debit_day,
            Allocation.due_day,
        )
        .where((Allocation.day > as_at) & (Allocation.debit_day <= as_at))
        .where((Allocation.amount_minor > 0) & Allocation.customer_id.in_(listed(customers)))
    )


def _added(rows: Iterable[Owing]) -> list[Owing]:
    sums: dict[tuple[int, str], tuple[int, str]] = {}
    for customer, currency, minor, due in rows:
        known, oldest = sums.get((customer, currency), (0, due))
        sums[customer, currency] = (known + minor, min(due, oldest))
    return [(*key, *found) for key, found in sums.items()]


def worst_recent(as_at: date, customers: Collection[int] | None = None) -> dict[int, int]:
    """Return the kept worst lateness, of customers of whom nothing was settled after the day.

    Args:
        as_at: The day.
        customers: Only these; None for all.
    """
    return dict(_worst_late(customers, as_at))


@about_customers(PayHabit.customer_id)
def _worst_late(as_at: Argument) -> Query:
    return PayHabit.select(PayHabit.customer_id, PayHabit.worst_late).where(
        PayHabit.last_closed_day <= as_at
    )
