"""A receipt that was entered for the wrong customer, put down once more for the right one."""

from dataclasses import dataclass
from datetime import date

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.imports import RECEIPT_COLUMNS
from creditmate.db.models import Receipt, ReceiptBank
from creditmate.db.money_undo import void_receipt
from creditmate.db.receipts import NewEntry, StoredReceipt, add_entry, stored_receipt
from creditmate.domain.kinds import EntryKind


@dataclass(frozen=True, slots=True)
class SoleReceipt:
    """A receipt and whose it is; ``is_free`` when it may be made another customer's.

    Then it was entered here for one customer, and was never set against anything.
    """

    stored: StoredReceipt
    customers: frozenset[int]
    is_free: bool

    @property
    def day(self) -> date:
        """The day on which it came."""
        return self.stored.day


def sole_receipt(receipt: int) -> SoleReceipt | None:
    """Return a receipt that is not void; None if there is none."""
    stored = stored_receipt(receipt)
    if stored is None:
        return None
    customers = frozenset(entry.customer_id for entry in stored.entries)
    touched = execute(
        "SELECT 1 FROM entry e JOIN allocation a ON a.credit_entry_id = e.id"
        " WHERE e.receipt_id = ?1 UNION ALL"
        " SELECT 1 FROM deposit d JOIN entry e ON e.id = d.entry_id WHERE e.receipt_id = ?1",
        (receipt,),
    ).fetchone()
    alone = len(stored.entries) == 1 and touched is None
    return SoleReceipt(stored, customers, alone and not stored.is_imported)


def move_receipt(writing: Writing, found: SoleReceipt, customer: int) -> int:
    """Void a free receipt and put it down for another customer; return the new one's id."""
    row = Receipt.get_by_id(found.stored.id)
    bank = ReceiptBank.get_or_none(ReceiptBank.receipt_id == found.stored.id)
    void_receipt(writing, found.stored)
    values = tuple(getattr(row, name) for name in RECEIPT_COLUMNS)
    (receipt,) = writing.add_many(Receipt, RECEIPT_COLUMNS, [values])
    if bank is not None:
        writing.add(ReceiptBank, receipt_id=receipt, currency=bank.currency,
                    amount_minor=bank.amount_minor)  # fmt: skip
    (money,) = found.stored.entries
    new = NewEntry(EntryKind.RECEIPT, customer, found.day, money.amount, receipt)
    add_entry(writing, new)
    return receipt
