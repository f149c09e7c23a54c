"""What moved customers' accounts up to a day, for statements that list it.

Voided entries never moved anything, so that what is added up here is what is open on the day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.days import maybe_day
from creditmate.db.models import Document, Entry, Receipt
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.statement_period import PeriodRow


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """One movement without its words, in the order of the days."""

    day: date
    entry: int
    customer: int
    currency: str
    minor: int


def moves(customers: Sequence[int], as_at: date) -> dict[int, list[Move]]:
    """Return all that ever moved these customers' accounts up to a day, by customer."""
    found: dict[int, list[Move]] = {}
    # two questions: entries of documents are found by these, the others by their customer
    for question in (_of_documents, _of_money):
        for day, *rest in question(list(customers), as_at):
            move = Move(date.fromisoformat(day), *rest)
            found.setdefault(move.customer, []).append(move)
    return found


@prepared
def _of_documents(customers: Argument, as_at: Argument) -> Query:
    return (
        Entry.select(Entry.day, Entry.id, Entry.customer_id, Entry.currency, Entry.amount_minor)
        .join(Document, on=Document.id == Entry.document_id)
        .where(Document.customer_id.in_(listed(customers)))
        .where((Entry.day <= as_at) & Entry.void_action_id.is_null())
    )


@prepared
def _of_money(customers: Argument, as_at: Argument) -> Query:
    return (
        Entry.select(Entry.day, Entry.id, Entry.customer_id, Entry.currency, Entry.amount_minor)
        .where(Entry.customer_id.in_(listed(customers)) & Entry.document_id.is_null())
        .where((Entry.day <= as_at) & Entry.void_action_id.is_null())
    )


def period_rows(entries: Sequence[int], branches: dict[int, str]) -> dict[int, PeriodRow]:
    """Return what these entries are as a statement lists them, by their ids.

    Args:
        entries: Ids of entries.
        branches: Names of the customers that are to be named.
    """
    number = fn.COALESCE(Document.number, fn.NULLIF(Receipt.number, ""), Receipt.reference, "")
    query = (
        Entry.select(
            Entry.id, Entry.customer_id, Entry.kind, number,
            fn.COALESCE(Document.order_number, ""), Entry.day, Entry.due_day,
            Entry.amount_minor, Entry.currency, fn.COALESCE(Receipt.method, ""),
        )
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == Entry.document_id)
        .switch(Entry)
        .join(Receipt, JOIN.LEFT_OUTER, on=Receipt.id == Entry.receipt_id)
    )  # fmt: skip
    found: dict[int, PeriodRow] = {}
    for chunk in chunks(entries):
        rows = database.execute(query.where(Entry.id.in_(chunk)))
        for id_, customer, kind, named, order, day, due, minor, currency, method in rows:
            found[id_] = PeriodRow(
                kind=EntryKind(kind),
                number=named,
                day=date.fromisoformat(day),
                due_day=maybe_day(due),
                order_number=order,
                amount=Money(minor, currency),
                method=method,
                branch=branches.get(customer, ""),
            )
    return found
