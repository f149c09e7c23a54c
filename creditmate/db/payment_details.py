"""One receipt in all detail: its entries, what they are set against, and what came of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database, execute
from creditmate.db.days import maybe_day
from creditmate.db.fields import among
from creditmate.db.models import (
    Action,
    Allocation,
    Customer,
    Deposit,
    DepositRelease,
    Document,
    Entry,
    Receipt,
)
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_list import PaymentAllocation


def allocations_of(credits_: Sequence[int], as_at: date) -> dict[int, list[PaymentAllocation]]:
    """Return what these credits are set against as at a day, by credit, in the order set."""
    back = Allocation.alias("back")
    taken = back.select(back.id).where(
        (back.reverses_id == Allocation.id)
        & (back.debit_entry_id == Allocation.debit_entry_id)
        & (back.day <= as_at)
    )
    pair = Allocation.alias("pair")  # a reversal may count from before the row that it reverses
    between = pair.select(fn.SUM(pair.amount_minor)).where(
        (pair.debit_entry_id == Allocation.debit_entry_id)
        & (pair.credit_entry_id == Allocation.credit_entry_id)
        & (pair.day <= as_at)
    )
    return _read(_set(credits_, as_at).where(~fn.EXISTS(taken) & (between > 0)))


def returned_of(credits_: Sequence[int], as_at: date) -> dict[int, list[PaymentAllocation]]:
    """Return what these credits had been set against when the bank took them back, by credit."""
    back, credit = Allocation.alias("back"), Entry.alias("credit")
    bounce = Entry.alias("bounce")
    bounced = (
        back.select(back.id)
        .join(credit, on=credit.id == back.credit_entry_id)
        .join(bounce, on=bounce.receipt_id == credit.receipt_id)
        .where((back.reverses_id == Allocation.id) & (back.day <= as_at))
        .where(back.debit_entry_id == Allocation.debit_entry_id)
        .where((bounce.kind == EntryKind.BOUNCE) & bounce.void_action_id.is_null())
        .where(bounce.action_id == back.action_id)
    )
    return _read(_set(credits_, as_at).where(fn.EXISTS(bounced)))


def _set(credits_: Sequence[int], as_at: date) -> Any:  # noqa: ANN401 - a query
    """Ask for all that was ever set against by these credits up to a day."""
    return (
        Allocation.select(
            Allocation.credit_entry_id, Allocation.id, Customer.code, Entry.kind,
            fn.COALESCE(Document.number, ""), Entry.due_day, Allocation.amount_minor,
            Allocation.currency, Allocation.day,
        )
        .join(Entry, on=Entry.id == Allocation.debit_entry_id)
        .join(Customer, on=Customer.id == Entry.customer_id)
        .switch(Entry)
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == Entry.document_id)
        .where(Allocation.credit_entry_id.in_(among(credits_)) & (Allocation.day <= as_at))
        .where(Allocation.amount_minor > 0)
        .order_by(Allocation.id)
    )  # fmt: skip


def _read(query: Any) -> dict[int, list[PaymentAllocation]]:  # noqa: ANN401 - a query
    found: dict[int, list[PaymentAllocation]] = {}
    for credit, id_, code, kind, number, due, minor, currency, day in database.execute(query):
        row = PaymentAllocation(
            id=id_,
            code=code,
            kind=EntryKind(kind),
            number=number,
            due_day=date.fromisoformat(due),
            amount=Money(minor, currency),
            day=date.fromisoformat(day),
        )
        found.setdefault(credit, []).append(row)
    return found


def put_down_by_undoing(action: int) -> list[int]:
    """Return the receipts that stand and were put down when an action was undone."""
    undoing = Action.select(Action.id).where(Action.undoes_id == action)
    query = Receipt.select(Receipt.id).where(
        Receipt.action_id.in_(undoing) & Receipt.void_action_id.is_null()
    )
    return [id_ for (id_,) in database.execute(query)]


def deposits_of(entries: Sequence[int]) -> dict[int, tuple[int, str, date | None]]:
    """Return the deposits of these entries: id, job, and the day released if it was."""
    query = (
        Deposit.select(Deposit.entry_id, Deposit.id, Deposit.job, fn.MIN(DepositRelease.day))
        .join(
            DepositRelease,
            JOIN.LEFT_OUTER,
            on=(DepositRelease.deposit_id == Deposit.id) & DepositRelease.void_action_id.is_null(),
        )
        .where(Deposit.entry_id.in_(among(entries)) & Deposit.void_action_id.is_null())
        .group_by(Deposit.id)
    )
    return {entry: (id_, job, maybe_day(day)) for entry, id_, job, day in database.execute(query)}


def bank_amount(receipt: int) -> Money | None:
    """Return what the bank booked, where that is another sum than was paid."""
    sql = "SELECT amount_minor, currency FROM receipt_bank WHERE receipt_id = ?"
    row = execute(sql, (receipt,)).fetchone()
    return None if row is None else Money(*row)


def claims_found_in(receipt: int) -> tuple[int, ...]:
    """Return the claims that were found in a receipt."""
    sql = (
        "SELECT e.claim_id FROM claim_event e JOIN claim c ON c.id = e.claim_id"
        " WHERE e.receipt_id = ? AND e.void_action_id IS NULL AND c.void_action_id IS NULL"
        " ORDER BY e.id"
    )
    return tuple(claim for (claim,) in execute(sql, (receipt,)))
