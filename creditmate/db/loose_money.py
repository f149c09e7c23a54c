"""Which customers have money that is matched to nothing and may cover all they are asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from peewee import fn

from creditmate.db.claims import claimants
from creditmate.db.grace import grace_of
from creditmate.db.models import Allocation, Dispute, Entry
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.db.promises import customers_who_promised
from creditmate.domain.groups import Heads, with_their_groups

_Debts = Mapping[int, Mapping[str, int]]
"""Minor units by customer and currency."""


def money_to_match(as_at: date, grace_days: int, heads: Heads) -> set[int]:
    """Customers whose loose credit may cover all that is to be followed up and asked for.

    Args:
        as_at: The day.
        grace_days: After the due day, in which nobody is followed up who has no days of its own.
        heads: Who belongs to whom: what is promised at one member of a group, or said to be
            paid, may hold back what another one owes.
    """
    credit = _summed((*_credit_now(as_at), *_credit_then(as_at)))
    if not credit:
        return set()
    ids = list(credit)
    overdue = _summed(_to_follow_up(ids, as_at, grace_days))
    disputing = {customer for (customer,) in _disputing()}
    # of these less than what is overdue may be asked for
    holding = disputing | customers_who_promised(as_at) | claimants(as_at)
    held = with_their_groups(holding, heads)
    shared = set(heads.values()) & set(ids)  # a head office's is for its branches too
    return shared | {
        customer
        for customer, owed in overdue.items()
        if customer in held
        or all(credit[customer].get(currency, 0) >= minor for currency, minor in owed.items())
    }


def _to_follow_up(ids: Sequence[int], as_at: date, usual: int) -> Iterator[tuple[int, str, int]]:
    by_grace: dict[int, list[int]] = {}
    for customer, days in grace_of(ids, usual).items():
        by_grace.setdefault(days, []).append(customer)
    for days, same in by_grace.items():
        before = as_at - timedelta(days=days)
        yield from _overdue_now(same, as_at, before)
        yield from _overdue_then(same, as_at, before)


def _summed(rows: Iterable[tuple[int, str, int]]) -> _Debts:
    sums: dict[int, dict[str, int]] = {}
    for customer, currency, minor in rows:
        of = sums.setdefault(customer, {})
        of[currency] = of.get(currency, 0) + minor
    return sums


@prepared
def _credit_now(as_at: Argument) -> Query:
    # An open entry that is due on no day is a credit; said so, the index of open ones answers.
    return (
        Entry.select(Entry.customer_id, Entry.currency, fn.SUM(0 - Entry.open_minor))
        .where((Entry.open_minor != 0) & Entry.due_day.is_null() & (Entry.day <= as_at))
        .group_by(Entry.customer_id, Entry.currency)
    )


@prepared
def _credit_then(as_at: Argument) -> Query:
    return (
        Allocation.select(
            Allocation.customer_id, Allocation.currency, fn.SUM(Allocation.amount_minor)
        )
        .where((Allocation.day > as_at) & (Allocation.credit_day <= as_at))
        .group_by(Allocation.customer_id, Allocation.currency)
    )


@prepared
def _overdue_now(customers: Argument, as_at: Argument, before: Argument) -> Query:
    return (
        Entry.select(Entry.customer_id, Entry.currency, fn.SUM(Entry.open_minor))
        .where((Entry.open_minor != 0) & Entry.customer_id.in_(listed(customers)))
        .where((Entry.day <= as_at) & (Entry.due_day < before))
        .group_by(Entry.customer_id, Entry.currency)
    )


@prepared
def _overdue_then(customers: Argument, as_at: Argument, before: Argument) -> Query:
    return (
        Allocation.select(
            Allocation.customer_id, Allocation.currency, fn.SUM(Allocation.amount_minor)
        )
        .where((Allocation.day > as_at) & Allocation.customer_id.in_(listed(customers)))
        .where((Allocation.debit_day <= as_at) & (Allocation.due_day < before))
        .group_by(Allocation.customer_id, Allocation.currency)
    )


@prepared
def _disputing() -> Query:
    return Dispute.select(Dispute.customer_id).where(Dispute.void_action_id.is_null()).distinct()
