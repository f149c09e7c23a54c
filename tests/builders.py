"""Builders for tests that need a ledger: real ones, written through the gateway.

``day(n)`` counts from 1 January 2026. Helpers that write take the action under way and return
ids, so that a test says only what matters to it.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from creditmate.db import connection, imports, ledger_file
from creditmate.db.business import create_business, create_series
from creditmate.db.customers import create_customers
from creditmate.db.entries import add_allocations, allocated
from creditmate.db.gateway import Gateway, Writing
from creditmate.domain.allocation import allocation_day
from creditmate.domain.data_key import DataKey
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.rows import BusinessRow

START = date(2026, 1, 1)
MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SOURCE = "books"
KEY = DataKey(bytes(range(100, 132)))
"""Of ledgers that are protected, where the key itself does not matter."""

BUSINESS = BusinessRow(
    ledger_uid="0123456789abcdef",
    name="Rookmere Joinery Supplies",
    trade_line="",
    legal_line="",
    address=("The Old Sawpit", "Hollin Bridge"),
    phone="",
    email="",
    tax_number="",
    contact_name="Ellen Rook",
    bank_payee="",
    bank_sort_code="",
    bank_account="",
    iban="",
    bic="",
    country="GB",
    zone="Europe/London",
    currency="GBP",
    locale="en_GB",
    accent="#1F4B57",
    books_kept="elsewhere",
    sample=False,
)


@dataclass
class SetClock:
    """A clock whose day is set and whose moments follow one another by a second."""

    today: date = date(2026, 11, 23)
    moment: datetime = MOMENT

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass
class RealClock:
    """A clock whose day may be set and whose moment is the computer's."""

    today: date = field(default_factory=lambda: datetime.now(UTC).date())

    def now(self) -> datetime:
        return datetime.now(UTC)


def day(number: int) -> date:
    """Return the day so many days after 1 January 2026."""
    return START + timedelta(days=number)


def a_gateway(clock: SetClock | RealClock | None = None) -> Gateway:
    return Gateway(clock or SetClock(), os_user="ellen", app_version="0.1.0")


def make_ledger(
    path: Path, clock: SetClock | RealClock | None = None, key: DataKey | None = None
) -> Gateway:
    """Make a ledger with its business and a statement series, and leave it open."""
    gateway = a_gateway(clock)

    def fill() -> None:
        with gateway.write("make-ledger") as writing:
            create_business(writing, BUSINESS)
            create_series(writing, "statement", "S-{yyyy}-{n:03}")

    ledger_file.create(path, fill, key)
    return gateway


class Originals:
    """Ledgers as ``make_ledger`` leaves them, made once; a test gets a copy, open.

    Making one takes all steps of the format, copying it a fifth of that.

    Args:
        folder: For the originals.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[DataKey | None, tuple[Path, datetime]] = {}

    def copied(self, path: Path, clock: SetClock, key: DataKey | None = None) -> Gateway:
        """Copy one of a kind; the clock goes on from when it was made."""
        if key not in self._made:
            self._made[key] = self._make(key)
        original, clock.moment = self._made[key]
        shutil.copy(original, path)
        open_ledger(path, key=key)
        return a_gateway(clock)

    def _make(self, key: DataKey | None) -> tuple[Path, datetime]:
        clock, path = SetClock(), self._folder / f"{len(self._made)}.creditmate"
        make_ledger(path, clock, key)
        connection.close()
        return path, clock.moment


def open_ledger(
    path: Path, back_up: Callable[[str], object] | None = None, key: DataKey | None = None
) -> None:
    """Open a ledger that needs no migration, unless told how to back it up first."""
    ledger_file.open_existing(path, back_up or _no_migration_expected, key=key)


def _no_migration_expected(reason: str) -> None:
    raise AssertionError(reason)


# ---------------------------------------------------------------- people


def a_customer(writing: Writing, code: str = "ACME", currency: str = "GBP") -> int:
    row = {
        "code": code,
        "name": f"{code.title()} Ltd",
        "country": "GB",
        "zone": "Europe/London",
        "locale": "en_GB",
        "currency": currency,
    }
    return create_customers(writing, [row])[0]


# ---------------------------------------------------------------- the account


def a_batch(writing: Writing) -> int:
    return imports.add_batch(
        writing, source=SOURCE, file_sha256="f" * 64, mapping="{}", options="{}", totals="{}"
    )


def an_entry(
    writing: Writing,
    customer: int,
    kind: EntryKind,
    on: date,
    money: Money,
    *,
    due: date | None = None,
    document: int | None = None,
    receipt: int | None = None,
) -> int:
    """Add an entry, wholly open; the sign of ``money`` is the entry's."""
    row = (customer, document, receipt, 1, kind.value, on, due, money.currency, money.minor,
           money.minor, None)  # fmt: skip
    return imports.add_entries(writing, [row])[0]


def an_imported(  # noqa: PLR0917 - reads like the document
    writing: Writing,
    customer: int,
    kind: DocumentKind,
    number: str,
    on: date,
    money: Money,
    *,
    due: date | None = None,
    batch: int | None = None,
) -> int:
    """Add an imported document and return its one entry; ``money`` is positive."""
    found = a_batch(writing) if batch is None else batch
    row = (customer, kind.value, "imported", "issued", SOURCE, number, imports.number_key(number),
           1, on, "", None, money.currency, None, None, money.minor, found, 2)  # fmt: skip
    document = imports.add_documents(writing, [row])[0]
    credit = kind is DocumentKind.CREDIT_NOTE
    return an_entry(
        writing,
        customer,
        EntryKind.CREDIT_NOTE if credit else EntryKind.INVOICE,
        on,
        -money if credit else money,
        due=None if credit else due or on + timedelta(days=30),
        document=document,
    )


def an_invoice(
    writing: Writing,
    customer: int,
    number: str,
    on: date,
    minor: int,
    *,
    due: date | None = None,
    currency: str = "GBP",
    batch: int | None = None,
) -> int:
    """Add an imported invoice, due after thirty days if nothing else is said."""
    money = Money(minor, currency)
    return an_imported(
        writing, customer, DocumentKind.INVOICE, number, on, money, due=due, batch=batch
    )


def a_credit_note(
    writing: Writing,
    customer: int,
    number: str,
    on: date,
    minor: int,
    *,
    currency: str = "GBP",
) -> int:
    money = Money(minor, currency)
    return an_imported(writing, customer, DocumentKind.CREDIT_NOTE, number, on, money)


def a_receipt(writing: Writing, customer: int, on: date, minor: int, currency: str = "GBP") -> int:
    """Add money in and return its entry."""
    row = ("", on, "transfer", "", "", currency, minor, 0, None, None, None)
    receipt = imports.add_receipts(writing, [row])[0]
    money = Money(-minor, currency)
    return an_entry(writing, customer, EntryKind.RECEIPT, on, money, receipt=receipt)


def allocate(writing: Writing, credit: int, debit: int, minor: int) -> date:
    """Set a credit against a debit on the day that the rule gives, and return that day."""
    taken, paid = allocated(credit), allocated(debit)
    on = allocation_day(paid, taken, Money(minor, paid.amount.currency))
    add_allocations(writing, [(credit, debit, minor, on)])
    return on


def an_invoice_book(writing: Writing, customers: int, invoices: int) -> None:
    """Add so many customers with so many open invoices each."""
    batch = a_batch(writing)
    for place in range(customers):
        customer = a_customer(writing, f"C{place:04}")
        for number in range(invoices):
            an_invoice(
                writing,
                customer,
                f"{place}-{number}",
                day(number),
                1000 + number,
                batch=batch,
            )
