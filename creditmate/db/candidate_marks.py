"""Which customers may stand above those who are ranked by their worth, by set queries alone.

Each answer may name a customer too many, never one too few: whoever is named is read earlier.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.business import cash_posted_to
from creditmate.db.claims import claimants, claims_past
from creditmate.db.connection import database
from creditmate.db.conversation import customers_who_promised, last_talks, standing_promises
from creditmate.db.customers import chunks
from creditmate.db.fields import among
from creditmate.db.models import (
    Allocation,
    Contact,
    Dispute,
    Entry,
    Interaction,
    Phone,
    Promise,
    PromiseItem,
    Task,
)
from creditmate.domain.money import Money

_Debts = Mapping[int, Mapping[str, int]]
"""Minor units by customer and currency."""


def agreed_by(as_at: date) -> set[int]:
    """Customers with whom a day was agreed that has come: call-backs, and promises of ours."""
    deeds = standing_promises(as_at, "ours").where(Promise.due_day <= as_at)
    undone = Task.done_day.is_null() | (Task.done_day > as_at)
    due = undone & (Task.day <= as_at) & Task.archived_day.is_null()
    # To look whether money came is the promise's own business, unless the step comes before it.
    before = fn.EXISTS(
        Promise.select(Promise.id).where(
            (Promise.interaction_id == Task.from_interaction_id)
            & (Promise.due_day > Task.day)
            & (Promise.until_day >= as_at)
        )
    )
    calls = (
        Task.select(Task.customer_id)
        .join(Interaction, JOIN.LEFT_OUTER, on=Interaction.id == Task.from_interaction_id)
        .where(Interaction.day.is_null() | (Interaction.day <= as_at))
        .where(due & ((Task.kind == "call_back") | ((Task.kind == "check_money") & before)))
    )
    return _customers(deeds) | _customers(calls)


def promises_past(as_at: date) -> tuple[dict[int, list[Money]], set[int]]:
    """Promises to pay whose day has passed while something they meant is open.

    Returns:
        The full amounts, by customer, of those that may be missed and that nobody has spoken of
        since; and the customers with one whose money may not have been posted yet.
    """
    posted = cash_posted_to()
    missed: dict[int, list[Money]] = {}
    to_check: set[int] = set()
    found = _past_promises(as_at)
    spoken = _spoken_on({customer for customer, *_ in found}, as_at)
    for customer, currency, minor, until in found:
        if posted is None or min(posted, as_at.isoformat()) < until:
            to_check.add(customer)
        elif until >= spoken[customer]:
            missed.setdefault(customer, []).append(Money(minor, currency))
    return missed, to_check


def claims_lost(as_at: date) -> dict[int, list[Money]]:
    """Return what customers said to have paid and what may not be found, by customer.

    Of a claim of no amount nothing is told: what it is about is among what is owed.
    """
    lost: dict[int, list[Money]] = {}
    for customer, currency, minor in claims_past(as_at):
        lost.setdefault(customer, []).append(Money(minor or 0, currency))
    return lost


def _past_promises(as_at: date) -> list[tuple[int, str, int, str]]:
    """Customer, currency, amount and last day of grace; those that meant no item among them."""
    meant = PromiseItem.select(PromiseItem.id).where(PromiseItem.promise_id == Promise.id)
    still = (Entry.open_minor != 0) | Entry.closed_day.is_null() | (Entry.closed_day > as_at)
    left = meant.clone().join(Entry, on=Entry.id == PromiseItem.entry_id).where(still)
    query = (
        standing_promises(as_at, "theirs")
        .select(Promise.customer_id, Promise.currency, Promise.amount_minor, Promise.until_day)
        .where((Promise.until_day < as_at) & (fn.EXISTS(left) | ~fn.EXISTS(meant)))
    )
    rows = list(database.execute(query))
    owing = _with_debits({row[0] for row in rows}, as_at)
    return [row for row in rows if row[0] in owing]


def _spoken_on(customers: Collection[int], as_at: date) -> dict[int, str]:
    """The last day on which somebody of each customer's was reached or promised to pay."""
    found: dict[int, str] = {}
    for chunk in chunks(sorted(customers)):
        made = (
            Promise.select(Promise.customer_id, fn.MAX(Promise.made_day))
            .where(Promise.customer_id.in_(chunk) & (Promise.side == "theirs"))
            .where((Promise.made_day <= as_at) & Promise.void_action_id.is_null())
            .group_by(Promise.customer_id)
        )
        found.update(database.execute(made))
        for customer, day in last_talks(chunk, as_at).items():
            found[customer] = max(found[customer], day.isoformat())
    return found


def money_to_match(as_at: date, oldest: Mapping[int, str]) -> set[int]:
    """Customers whose loose credit may cover all that is overdue and may be asked for.

    Args:
        as_at: The day.
        oldest: The earliest due day, ISO text, of customers who owe anything near its day.
    """
    credit = {
        customer: amounts
        for customer, amounts in _credit(as_at).items()
        if oldest.get(customer, as_at.isoformat()) < as_at.isoformat()
    }
    if not credit:
        return set()
    disputing = _customers(Dispute.select(Dispute.customer_id).distinct())
    # of these less than what is overdue may be asked for
    held = disputing | customers_who_promised(as_at) | claimants(as_at)
    overdue = _overdue(list(credit), as_at)
    return {
        customer
        for customer, amounts in credit.items()
        if customer in held
        or all(
            amounts.get(currency, 0) >= minor
            for currency, minor in overdue.get(customer, {}).items()
        )
    }


def _credit(as_at: date) -> _Debts:
    # An open entry that is due on no day is a credit; said so, the index of open ones answers.
    now = (
        Entry.select(Entry.customer_id, Entry.currency, fn.SUM(0 - Entry.open_minor))
        .where((Entry.open_minor != 0) & Entry.due_day.is_null() & (Entry.day <= as_at))
        .group_by(Entry.customer_id, Entry.currency)
    )
    later = (
        Allocation.select(
            Allocation.customer_id, Allocation.currency, fn.SUM(Allocation.amount_minor)
        )
        .where((Allocation.day > as_at) & (Allocation.credit_day <= as_at))
        .group_by(Allocation.customer_id, Allocation.currency)
    )
    return _summed((*database.execute(now), *database.execute(later)))


def _overdue(customers: list[int], as_at: date) -> _Debts:
    rows: list[tuple[int, str, int]] = []
    for chunk in chunks(customers):
        now = (
            Entry.select(Entry.customer_id, Entry.currency, fn.SUM(Entry.open_minor))
            .where((Entry.open_minor != 0) & Entry.customer_id.in_(chunk))
            .where((Entry.day <= as_at) & (Entry.due_day < as_at))
            .group_by(Entry.customer_id, Entry.currency)
        )
        later = (
            Allocation.select(
                Allocation.customer_id, Allocation.currency, fn.SUM(Allocation.amount_minor)
            )
            .where((Allocation.day > as_at) & Allocation.customer_id.in_(chunk))
            .where((Allocation.debit_day <= as_at) & (Allocation.due_day < as_at))
            .group_by(Allocation.customer_id, Allocation.currency)
        )
        rows += (*database.execute(now), *database.execute(later))
    return _summed(rows)


def _summed(rows: Collection[tuple[int, str, int]]) -> _Debts:
    sums: dict[int, dict[str, int]] = {}
    for customer, currency, minor in rows:
        of = sums.setdefault(customer, {})
        of[currency] = of.get(currency, 0) + minor
    return sums


def _with_debits(customers: Collection[int], as_at: date) -> set[int]:
    """Which of these have a debit open as at the day, whenever it is due."""
    now = Entry.select(Entry.customer_id).where(
        (Entry.open_minor != 0)
        & Entry.due_day.is_null(False)
        & (Entry.day <= as_at)
        & Entry.customer_id.in_(among(customers))
    )
    later = Allocation.select(Allocation.customer_id).where(
        (Allocation.day > as_at)
        & (Allocation.debit_day <= as_at)
        & Allocation.customer_id.in_(among(customers))
    )
    return _customers(now.distinct()) | _customers(later.distinct())


def not_to_ring() -> set[int]:
    """Customers at whom somebody is known, but nobody who is rung and has a number."""
    numbered = (Phone.contact_id == Contact.id) & Phone.archived_day.is_null()
    rung = (Contact.channel == "call") & fn.EXISTS(Phone.select(Phone.id).where(numbered))
    query = (
        Contact.select(Contact.customer_id)
        .where(Contact.archived_day.is_null())
        .group_by(Contact.customer_id)
        .having(~fn.MAX(rung))
    )
    return _customers(query)


def _customers(query: Any) -> set[int]:  # noqa: ANN401 - a peewee query
    return {customer for (customer,) in database.execute(query)}
