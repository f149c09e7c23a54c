"""Money in and what belongs to it: put down, and read back by its parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peewee import fn

from creditmate.db.connection import database, execute
from creditmate.db.customers import chunks
from creditmate.db.entries import ENTRY_COLUMNS
from creditmate.db.fields import among
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    ClaimEvent,
    Deposit,
    DepositRelease,
    Entry,
    Receipt,
    ReceiptBank,
    ReceiptExtra,
)
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.receipts import NewPayment


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry of a receipt as it stands; ``amount`` has its sign, ``open`` is what is open now.

    ``is_extra`` says that it came beside the money, or took such a one back.
    """

    id: int
    customer_id: int
    kind: EntryKind
    day: date
    amount: Money
    open: Money
    is_extra: bool


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """A receipt that is not void, with its entries that are not, and what recorded it."""

    id: int
    action_id: int
    is_imported: bool
    day: date
    amount: Money
    entries: tuple[StoredEntry, ...]

    @property
    def bounced(self) -> bool:
        """Whether the bank took it back."""
        return any(entry.kind is EntryKind.BOUNCE for entry in self.entries)

    @property
    def credits(self) -> list[StoredEntry]:
        """Its money and what came beside it."""
        return [entry for entry in self.entries if entry.amount.minor < 0]


def add_receipt(writing: Writing, payment: NewPayment) -> int:
    """Put down money in, and what the bank booked if that is another sum."""
    receipt = writing.add(
        Receipt,
        number="",
        day=payment.received,
        method=payment.method.value,
        payer=payment.payer.strip(),
        reference=payment.reference.strip(),
        currency=payment.amount.currency,
        amount_minor=payment.amount.minor,
        presumed=0,
        earliest_day=None,
        import_batch_id=None,
        source_row=None,
    )
    reached = payment.reached_bank
    if reached is not None and reached != payment.amount:
        writing.add(
            ReceiptBank,
            receipt_id=receipt,
            currency=reached.currency,
            amount_minor=reached.minor,
        )
    return receipt


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry without a document; ``amount`` has its sign, a debit is due on its day.

    ``part`` is which of the customer's entries of the receipt it is.
    """

    kind: EntryKind
    customer_id: int
    day: date
    amount: Money
    receipt_id: int | None = None
    part: int = 1


def add_entry(writing: Writing, new: NewEntry) -> int:
    """Add an entry, wholly open."""
    minor, due = new.amount.minor, new.day if new.amount.minor > 0 else None
    row = (new.customer_id, None, new.receipt_id, new.part, new.kind.value, new.day, due,
           new.amount.currency, minor, minor, None)  # fmt: skip
    (entry,) = writing.add_many(Entry, ENTRY_COLUMNS, [row])
    return entry


def add_extra(writing: Writing, receipt: int, entry: int) -> None:
    """Put down that an entry came beside a receipt's money."""
    writing.add(ReceiptExtra, receipt_id=receipt, entry_id=entry)


def add_deposit(writing: Writing, entry: int, job: str) -> int:
    """Hold an entry's money for a job."""
    return writing.add(Deposit, entry_id=entry, job=job.strip())


def add_release(writing: Writing, deposit: int, on: date) -> int:
    """Let a deposit be used from a day on."""
    return writing.add(DepositRelease, deposit_id=deposit, day=on)


def stored_receipt(receipt: int) -> StoredReceipt | None:
    """Return a receipt with its entries; None if there is none, or it is void."""
    row = execute(
        "SELECT action_id, import_batch_id IS NOT NULL, day, amount_minor, currency"
        " FROM receipt WHERE id = ? AND void_action_id IS NULL",
        (receipt,),
    ).fetchone()
    if row is None:
        return None
    action, imported, day, minor, currency = row
    return StoredReceipt(
        id=receipt,
        action_id=action,
        is_imported=bool(imported),
        day=date.fromisoformat(day),
        amount=Money(minor, currency),
        entries=_entries(receipt),
    )


def _entries(receipt: int) -> tuple[StoredEntry, ...]:
    """Refunds of a receipt name it too, but are no part of it."""
    extra = ReceiptExtra.select(ReceiptExtra.entry_id).where(ReceiptExtra.receipt_id == receipt)
    query = (
        Entry.select(
            Entry.id, Entry.customer_id, Entry.kind, Entry.day, Entry.amount_minor,
            Entry.currency, Entry.open_minor, Entry.id.in_(extra),
        )
        .where((Entry.receipt_id == receipt) & Entry.void_action_id.is_null())
        .where(Entry.kind != EntryKind.REFUND)
        .order_by(Entry.id)
    )  # fmt: skip
    return tuple(
        StoredEntry(
            id=id_,
            customer_id=customer,
            kind=EntryKind(kind),
            day=date.fromisoformat(day),
            amount=Money(minor, currency),
            open=Money(open_, currency),
            is_extra=bool(is_extra),
        )
        for id_, customer, kind, day, minor, currency, open_, is_extra in database.execute(query)
    )


@dataclass(frozen=True, slots=True)
class HeldDeposit:
    """A deposit that is not released as at a day."""

    id: int
    entry_id: int
    job: str


def held_deposits(as_at: date, entries: Sequence[int] | None = None) -> dict[int, HeldDeposit]:
    """Return the deposits that are held as at a day, by their entries.

    Args:
        as_at: Releases later than that are not known.
        entries: Only of these; None for all.
    """
    rows = _held(as_at) if entries is None else _held_of(as_at, list(entries))
    return {row[1]: HeldDeposit(*row) for row in rows}


def _held_query(as_at: Argument) -> Query:
    released = DepositRelease.select(DepositRelease.deposit_id).where(
        (DepositRelease.day <= as_at) & DepositRelease.void_action_id.is_null()
    )
    return Deposit.select(Deposit.id, Deposit.entry_id, Deposit.job).where(
        Deposit.void_action_id.is_null() & Deposit.id.not_in(released)
    )


@prepared
def _held(as_at: Argument) -> Query:
    return _held_query(as_at)


@prepared
def _held_of(as_at: Argument, entries: Argument) -> Query:
    return _held_query(as_at).where(Deposit.entry_id.in_(listed(entries)))


def released_days(entries: Sequence[int]) -> dict[int, date]:
    """Return from which day on the money of each of these entries that was held may be used."""
    query = (
        Deposit.select(Deposit.entry_id, fn.MIN(DepositRelease.day))
        .join(DepositRelease, on=DepositRelease.deposit_id == Deposit.id)
        .where(Deposit.entry_id.in_(among(entries)) & Deposit.void_action_id.is_null())
        .where(DepositRelease.void_action_id.is_null())
        .group_by(Deposit.entry_id)
    )
    return {entry: date.fromisoformat(day) for entry, day in database.execute(query)}


def deposit_ids(entries: Sequence[int]) -> list[int]:
    """Return the deposits of these entries that are not void."""
    query = Deposit.select(Deposit.id).where(
        Deposit.entry_id.in_(among(entries)) & Deposit.void_action_id.is_null()
    )
    return [id_ for (id_,) in database.execute(query)]


def release_ids(deposits: Sequence[int]) -> list[int]:
    """Return the releases of these deposits that are not void."""
    query = DepositRelease.select(DepositRelease.id).where(
        DepositRelease.deposit_id.in_(among(deposits)) & DepositRelease.void_action_id.is_null()
    )
    return [id_ for (id_,) in database.execute(query)]


def entry_day(entry: int) -> date:
    """Return an entry's own day."""
    (text,) = execute("SELECT day FROM entry WHERE id = ?", (entry,)).fetchone()
    return date.fromisoformat(text)


def found_in(receipt: int) -> list[int]:
    """Return the events by which claims were found in a receipt."""
    query = ClaimEvent.select(ClaimEvent.id).where(
        (ClaimEvent.receipt_id == receipt) & ClaimEvent.void_action_id.is_null()
    )
    return [id_ for (id_,) in database.execute(query)]


def entries_of(receipts: Sequence[int]) -> dict[int, list[int]]:
    """Return the entries of money in of these receipts, by receipt."""
    found: dict[int, list[int]] = {}
    for chunk in chunks(receipts):
        query = Entry.select(Entry.receipt_id, Entry.id).where(
            Entry.receipt_id.in_(chunk)
            & (Entry.kind == EntryKind.RECEIPT)
            & Entry.void_action_id.is_null()
        )
        for receipt, entry in database.execute(query.order_by(Entry.id)):
            found.setdefault(receipt, []).append(entry)
    return found
