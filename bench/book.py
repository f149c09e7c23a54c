"""A made-up book in a real ledger file: customers, invoices, money, and what was agreed.

The same shape gives the same book. Each day's invoices are drawn by themselves and days count
back from ``TODAY``, so that a longer history has the same latest days, hence the same open
items. Nothing stays open for more than ``OPEN_FOR`` days. Made books are kept in the
computer's folder for temporary files until the ledger's format or this module changes.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from creditmate.db import imports, ledger_file
from creditmate.db.business import create_business, create_series
from creditmate.db.connection import close, execute
from creditmate.db.conversation import add_interaction
from creditmate.db.customers import create_customers
from creditmate.db.disputes import add_disputes
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.habits import keep_habits
from creditmate.db.migrations import STEPS
from creditmate.db.models import Contact, Phone
from creditmate.db.next_steps import add_task
from creditmate.db.promises import add_promise
from creditmate.domain.data_key import DataKey
from creditmate.domain.rows import BusinessRow

TODAY = date(2026, 11, 23)
OPEN_FOR = 400
CURRENCY = "GBP"
_TERMS = 30
_BLOCK = 30  # days written at once: bounds memory
_SOURCE = "bench"


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a book is; ``days`` is how far its history goes back."""

    customers: int
    invoices: int
    days: int = 1825


@dataclass
class BenchClock:
    """``today`` stands still; moments are the computer's."""

    today: date = TODAY

    def now(self) -> datetime:
        """Return the computer's moment."""
        return datetime.now(UTC)


@contextmanager
def opened(path: Path, key: DataKey | None = None) -> Iterator[Gateway]:
    """Open a ledger on this thread for a while."""
    ledger_file.open_existing(path, _no_migration, key=key)
    try:
        yield a_gateway()
    finally:
        close()


def a_gateway() -> Gateway:
    return Gateway(BenchClock(), os_user="bench", app_version="bench")


def _no_migration(reason: str) -> None:
    raise AssertionError(reason)


def empty_ledger(path: Path, fill: Callable[[Writing], object] = lambda _: None) -> Path:
    """Make a ledger with its business and whatever ``fill`` adds in the same action."""

    def begin() -> None:
        for pragma in _QUICK:
            execute(pragma)
        with a_gateway().write("bench") as writing:
            create_business(writing, _BUSINESS)
            create_series(writing, "statement", "S-{yy}{mm}-{n:03}")
            fill(writing)

    ledger_file.create(path, begin)
    close()
    return path


def made_book(shape: Shape) -> Path:
    """Return the ledger of a book, made now unless it was made before."""
    path = bench_folder() / f"book-{_key(shape)}.creditmate"
    if not path.exists():
        empty_ledger(path, lambda writing: _Book(writing, shape).fill())
    return path


def copied(path: Path, name: str) -> Path:
    """Return a fresh copy of a closed ledger, to be written to."""
    return Path(shutil.copy(path, bench_folder() / name))


def bench_folder() -> Path:
    folder = Path(tempfile.gettempdir()) / "creditmate-bench"
    folder.mkdir(exist_ok=True)
    return folder


def _key(shape: Shape) -> str:
    """What decides a book's content: the ledger's format, this module, and the shape."""
    made_by = Path(__file__).read_text(encoding="utf-8")
    return hashlib.sha256(f"{STEPS}{made_by}{shape}".encode()).hexdigest()[:16]


_BUSINESS = BusinessRow(
    ledger_uid="0123456789abcdef",
    name="Rookmere Joinery Supplies",
    trade_line="Timber, sheet and ironmongery",
    legal_line="Rookmere Joinery Supplies Ltd, registered in England and Wales",
    address=("The Old Sawpit", "Hollin Bridge", "HX7 9ZZ"),
    phone="01632 960 118",
    email="accounts@rookmere.example",
    tax_number="",
    contact_name="Ellen Rook",
    bank_payee="Rookmere Joinery Supplies Ltd",
    bank_sort_code="00-00-00",
    bank_account="12345678",
    iban="",
    bic="",
    country="GB",
    zone="Europe/London",
    currency=CURRENCY,
    locale="en_GB",
    accent="#1F4B57",
    books_kept="elsewhere",
    sample=False,
)

# For making a book only: what these watch over is proved on a small one (tests/bench).
_QUICK = (
    "PRAGMA foreign_keys = 0",
    "PRAGMA ignore_check_constraints = 1",
    "PRAGMA cache_size = -1000000",
)

Row = tuple[Any, ...]


@dataclass(slots=True)
class _Rows:
    """Rows of one block of days. Entries are the documents' first, then the receipts'."""

    documents: list[Row] = field(default_factory=list)
    receipts: list[Row] = field(default_factory=list)
    document_entries: list[Row] = field(default_factory=list)
    receipt_entries: list[Row] = field(default_factory=list)
    allocations: list[tuple[int, int, Row]] = field(default_factory=list)


class _Book:
    """Writes one book inside one action."""

    def __init__(self, writing: Writing, shape: Shape) -> None:
        self._writing = writing
        self._shape = shape
        self._days = [(TODAY - timedelta(back)).isoformat() for back in range(shape.days + 1)]
        self._batch = imports.add_batch(
            writing, source=_SOURCE, file_sha256="0" * 64, mapping="{}", options="{}", totals="{}"
        )

    def fill(self) -> None:
        customers = self._people()
        for latest in range(self._shape.days, 0, -_BLOCK):
            rows = _Rows()
            for back in range(latest, max(latest - _BLOCK, 0), -1):
                self._trade(rows, customers, back)
            self._write(rows)
        imports.post_cash(self._writing, TODAY - timedelta(1))
        self._talks(customers)
        self._disputes()
        keep_habits(customers)

    def _people(self) -> range:
        about = {"country": "GB", "zone": "Europe/London", "locale": "en_GB", "currency": CURRENCY}
        rows = [
            {"code": f"C{n:05}", "name": f"Customer {n} Ltd", **about}
            for n in range(self._shape.customers)
        ]
        customers = create_customers(self._writing, rows)
        people = ("customer_id", "name", "role", "authority", "channel", "best_time", "notes",
                  "confirmed_day")  # fmt: skip
        contacts = self._writing.create_many(
            Contact,
            people,
            [(id_, f"Ann Other {id_}", "", "pays", "call", "", "", None) for id_ in customers],
        )
        phones = [(id_, "01632 960 000", "office") for id_ in contacts]
        self._writing.create_many(Phone, ("contact_id", "number", "kind"), phones)
        return customers

    def _trade(self, rows: _Rows, customers: range, back: int) -> None:
        """Add the invoices raised so many days ago, and what has been paid of them since."""
        dice = Random(back)
        draw = dice.random
        whole, rest = divmod(self._shape.invoices, self._shape.days)
        for _ in range(whole + (back <= rest)):
            customer = customers[int(draw() * len(customers))]
            minor = int(2_000 + 400_000 * draw() ** 3)
            late = (customer * 7919) % 61 - 5 + int(draw() * 30)
            paid_back = back - max(_TERMS + late, 1)
            if back < OPEN_FOR and draw() < 0.05:
                paid_back = -1
            parts = [(paid_back, minor)]
            if draw() < 0.2:
                parts = [(min(paid_back + 10, back), minor // 2), (paid_back, minor - minor // 2)]
            self._invoice(rows, customer, back, minor, [part for part in parts if part[0] >= 0])
            if back < 60 and draw() < 0.005:
                self._receipt(rows, customer, back, minor, 0)

    def _invoice(
        self, rows: _Rows, customer: int, back: int, minor: int, paid: list[tuple[int, int]]
    ) -> None:
        day = self._days[back]
        due = self._due(back)
        place, open_ = len(rows.documents), minor - sum(part for _, part in paid)
        number = f"{back}-{place}"
        rows.documents.append(
            (customer, "invoice", "imported", "issued", _SOURCE, number, number, 1, day, "", None,
             CURRENCY, None, None, minor, self._batch, place)
        )  # fmt: skip
        closed = None if open_ else self._days[min(back for back, _ in paid)]
        rows.document_entries.append(
            (customer, place, None, 1, "invoice", day, due, CURRENCY, minor, open_, closed)
        )
        for paid_back, part in paid:
            credit = self._receipt(rows, customer, paid_back, part, part)
            paid_on = self._days[paid_back]
            rows.allocations.append(
                (credit, place, (part, paid_on, None, customer, CURRENCY, day, due, paid_on))
            )

    def _due(self, back: int) -> str:
        left = back - _TERMS
        return self._days[left] if left >= 0 else (TODAY - timedelta(left)).isoformat()

    def _receipt(self, rows: _Rows, customer: int, back: int, minor: int, used: int) -> int:
        """Add money in and return its place."""
        day, place = self._days[back], len(rows.receipts)
        rows.receipts.append(
            ("", day, "transfer", "", f"R{place}", CURRENCY, minor, 0, None, self._batch, place)
        )
        closed = day if used == minor else None
        rows.receipt_entries.append(
            (customer, None, place, 1, "receipt", day, None, CURRENCY, -minor, used - minor, closed)
        )
        return place

    def _write(self, rows: _Rows) -> None:
        """Add a block's rows; places become ids now that the ids are known."""
        document = imports.add_documents(self._writing, rows.documents).start
        receipt = imports.add_receipts(self._writing, rows.receipts).start
        debit = imports.add_entries(
            self._writing, [(e[0], document + e[1], *e[2:]) for e in rows.document_entries]
        ).start
        credit = imports.add_entries(
            self._writing,
            [(e[0], None, receipt + e[2], *e[3:]) for e in rows.receipt_entries],
        ).start
        imports.add_finished_allocations(
            self._writing,
            [(credit + money, debit + bill, *row) for money, bill, row in rows.allocations],
        )

    def _disputes(self) -> None:
        """One open item in a hundred is in dispute."""
        items = execute(
            "SELECT id, customer_id, day FROM entry WHERE open_minor > 0 ORDER BY id"
        ).fetchall()[::100]
        rows = [(customer, day, 0, "price", "", None, "", None) for _, customer, day in items]
        add_disputes(
            self._writing, rows, [(at, entry, None) for at, (entry, *_) in enumerate(items)]
        )

    def _talks(self, customers: range) -> None:
        """Every tenth customer was rung lately; some of them promised, some are to be rung."""
        for place, customer in enumerate(customers[::10]):
            made = TODAY - timedelta(3 + place % 25)
            step = TODAY + timedelta(place % 9 - 3) if place % 5 == 1 else None
            talk = add_interaction(
                self._writing, customer_id=customer, contact_id=None, heard_name="Ann",
                channel="call", direction="out", number="", day=made,
                at=f"{made}T09:30:00+00:00", at_offset=0, outcome="next_payment_run",
                notes="Spoke of it.",
                next_day=step, none_because="" if step else "Nothing agreed.",
            )  # fmt: skip
            if step:
                add_task(self._writing, customer_id=customer, kind="call_back", day=step, note="",
                         from_interaction_id=talk)  # fmt: skip
            if place % 5 == 0:
                due = made + timedelta(place % 14)
                add_promise(
                    self._writing, customer_id=customer, interaction_id=talk, side="theirs",
                    made_day=made, due_day=due, grace_days=2, until_day=due + timedelta(2),
                    currency=CURRENCY, amount_minor=50_000, deed="", meant=(),
                )  # fmt: skip
