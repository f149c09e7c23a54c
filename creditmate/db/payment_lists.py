"""Lists of money in: which receipts in what order, then the rows that are looked at."""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.entries import put_back
from creditmate.db.fields import among
from creditmate.db.models import Customer, Entry, Receipt
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_list import PaymentOrder, PaymentsWanted

_THERE = Receipt.void_action_id.is_null()


@dataclass(frozen=True, slots=True)
class ListedReceipt:
    """A receipt as it was entered."""

    id: int
    action_id: int
    day: date
    method: str
    payer: str
    reference: str
    amount: Money
    presumed: bool


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """What one customer has of a receipt's money; ``open`` as at the day, not below zero."""

    id: int
    receipt_id: int
    customer_id: int
    code: str
    name: str
    amount: Money
    open: Money


def receipt_ids(
    wanted: PaymentsWanted, as_at: date, only: Collection[int] | None, customer: int | None
) -> Sequence[int]:
    """Return receipts in the order asked for.

    Args:
        wanted: What of days, method, text and order says.
        as_at: Later ones are not known.
        only: These at most; None for all.
        customer: Whose; None for anybody's.
    """
    query = _wanted(Receipt.select(Receipt.id), wanted, as_at, only, customer)
    by_amount = wanted.order is PaymentOrder.AMOUNT
    keys = (Receipt.amount_minor, Receipt.id) if by_amount else (Receipt.day, Receipt.id)
    ordered = query.order_by(*(key.desc() if wanted.descending else key for key in keys))
    return array("q", (id_ for (id_,) in database.execute(ordered)))


def receipts_by(as_at: date) -> int:
    """Return how many receipts there are by a day."""
    (found,) = database.execute(Receipt.select(fn.COUNT()).where(_THERE & (Receipt.day <= as_at)))
    return int(found[0])


def sums_of(ids: Sequence[int]) -> list[Money]:
    """Return what these receipts come to per currency."""
    sums: dict[str, int] = {}
    for chunk in _large(ids):
        query = (
            Receipt.select(Receipt.currency, fn.SUM(Receipt.amount_minor))
            .where(Receipt.id.in_(among(chunk)))
            .group_by(Receipt.currency)
        )
        for currency, minor in database.execute(query):
            sums[currency] = sums.get(currency, 0) + minor
    return [Money(minor, currency) for currency, minor in sorted(sums.items())]


def _large(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[at : at + 20_000] for at in range(0, len(ids), 20_000)]


def _wanted(
    query: Any,  # noqa: ANN401 - a peewee query
    wanted: PaymentsWanted,
    as_at: date,
    only: Collection[int] | None,
    customer: int | None,
) -> Any:  # noqa: ANN401 - as above
    query = query.where(_THERE & (Receipt.day <= min(wanted.last or as_at, as_at)))
    if wanted.first is not None:
        query = query.where(Receipt.day >= wanted.first)
    if wanted.method:
        query = query.where(Receipt.method == wanted.method)
    if only is not None:
        query = query.where(Receipt.id.in_(among(only)))
    if customer is not None:
        query = query.where(Receipt.id.in_(_receipts_of([customer])))
    if text := wanted.text.strip():
        query = query.where(_says(text))
    return query


def _says(text: str) -> Any:  # noqa: ANN401 - an expression
    """Payer or reference hold the text, or it is part of a customer's code or name."""
    named = [
        id_
        for id_, code, name in database.execute(
            Customer.select(Customer.id, Customer.code, Customer.name)
        )
        if text.casefold() in code.casefold() or text.casefold() in name.casefold()
    ]
    written = Receipt.payer.contains(text) | Receipt.reference.contains(text)
    return written | Receipt.id.in_(_receipts_of(named)) if named else written


def _receipts_of(customers: Sequence[int]) -> Any:  # noqa: ANN401 - a peewee query
    # money is no document: so said, the index of what is none answers
    return Entry.select(Entry.receipt_id).where(
        Entry.customer_id.in_(among(customers))
        & Entry.document_id.is_null()
        & (Entry.kind == EntryKind.RECEIPT)
    )


def listed(ids: Sequence[int]) -> dict[int, ListedReceipt]:
    """Return these receipts by id; void ones are left out."""
    found: dict[int, ListedReceipt] = {}
    for chunk in chunks(ids):
        query = Receipt.select(
            Receipt.id, Receipt.action_id, Receipt.day, Receipt.method, Receipt.payer,
            Receipt.reference, Receipt.amount_minor, Receipt.currency, Receipt.presumed,
        ).where(Receipt.id.in_(chunk) & _THERE)  # fmt: skip
        for row in database.execute(query):
            id_, action, day, method, payer, reference, minor, currency, presumed = row
            found[id_] = ListedReceipt(
                id=id_,
                action_id=action,
                day=date.fromisoformat(day),
                method=method,
                payer=payer,
                reference=reference,
                amount=Money(minor, currency),
                presumed=bool(presumed),
            )
    return found


def money_entries(receipts: Sequence[int], as_at: date) -> dict[int, list[ListedEntry]]:
    """Return the entries of money of these receipts, by receipt, with what was open on a day."""
    rows: list[tuple[Any, ...]] = []
    for chunk in chunks(receipts):
        query = (
            Entry.select(
                Entry.id, Entry.receipt_id, Entry.customer_id, Customer.code, Customer.name,
                Entry.amount_minor, Entry.currency, Entry.open_minor,
            )
            .join(Customer, on=Customer.id == Entry.customer_id)
            .where(Entry.receipt_id.in_(chunk) & (Entry.kind == EntryKind.RECEIPT))
            .where(Entry.void_action_id.is_null())
            .order_by(Entry.id)
        )  # fmt: skip
        rows += database.execute(query)
    back = put_back(sorted({row[2] for row in rows}), as_at)
    found: dict[int, list[ListedEntry]] = {}
    for id_, receipt, customer, code, name, minor, currency, open_ in rows:
        entry = ListedEntry(
            id=id_,
            receipt_id=receipt,
            customer_id=customer,
            code=code,
            name=name,
            amount=Money(-minor, currency),
            open=Money(-open_ - back.get(id_, 0), currency),
        )
        found.setdefault(receipt, []).append(entry)
    return found


def bounced_days(as_at: date, receipts: Sequence[int] | None = None) -> dict[int, date]:
    """Return on which day each receipt bounced, of all or of these."""
    query = Entry.select(Entry.receipt_id, fn.MIN(Entry.day)).where(
        (Entry.kind == EntryKind.BOUNCE)
        & Entry.receipt_id.is_null(False)
        & (Entry.day <= as_at)
        & Entry.void_action_id.is_null()
    )
    if receipts is not None:
        query = query.where(Entry.receipt_id.in_(among(receipts)))
    rows = database.execute(query.group_by(Entry.receipt_id))
    return {receipt: date.fromisoformat(day) for receipt, day in rows}
