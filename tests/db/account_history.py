"""Random accounts, written the way the ledger writes them: facts only ever added.

A bounce takes back what the receipt paid and is paid by the receipt itself; a void undoes an
entry's allocations on their own days. Everything may be keyed in any order.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from creditmate.db.connection import execute
from creditmate.db.entries import ALLOCATION_COLUMNS, allocated, keep_open
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.models import Allocation, Document, Entry, Receipt
from creditmate.db.settlements import free_allocations
from creditmate.domain.allocation import Movement, taken_back, voided
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from tests.builders import (
    a_batch,
    a_credit_note,
    a_customer,
    a_receipt,
    allocate,
    an_entry,
    an_invoice,
    day,
)

CURRENCIES = ("GBP", "EUR")
KINDS = (
    "invoice", "invoice", "invoice", "receipt", "receipt", "credit_note", "allocate", "allocate",
    "allocate", "bounce", "take_back", "void",
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One thing that happens; ``which`` and ``whose`` pick among what there is."""

    kind: str
    which: int
    whose: int
    on: int
    later: int
    minor: int


STEPS = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from(KINDS),
        which=st.integers(0, 50),
        whose=st.integers(0, 3),
        on=st.integers(0, 60),
        later=st.integers(-40, 100),
        minor=st.integers(1, 9),
    ),
    min_size=5,
    max_size=25,
)


class Book:
    """Two customers with accounts in two currencies each, kept through the gateway."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        with gateway.write("add-customers") as writing:
            self.customers = [a_customer(writing, "ACME"), a_customer(writing, "BIRCH")]
            self._batch = a_batch(writing)
        self._count = 0

    def take(self, step: Step) -> None:
        """Do what the step says in one action; where there is nothing to pick, do nothing."""
        with self._gateway.write(step.kind) as writing:
            getattr(self, f"_{step.kind}")(writing, step)

    def _account(self, step: Step) -> tuple[int, str]:
        return self.customers[step.whose % 2], CURRENCIES[step.whose // 2]

    def _number(self) -> str:
        self._count += 1
        return f"N-{self._count}"

    def _invoice(self, writing: Writing, step: Step) -> None:
        customer, currency = self._account(step)
        due = day(step.on + step.later)
        an_invoice(
            writing, customer, self._number(), day(step.on), step.minor, due=due,
            currency=currency, batch=self._batch,
        )  # fmt: skip

    def _credit_note(self, writing: Writing, step: Step) -> None:
        customer, currency = self._account(step)
        number = self._number()
        a_credit_note(writing, customer, number, day(step.on), step.minor, currency=currency)

    def _receipt(self, writing: Writing, step: Step) -> None:
        customer, currency = self._account(step)
        a_receipt(writing, customer, day(step.on), step.minor, currency)

    def _allocate(self, writing: Writing, step: Step) -> None:
        customer, currency = self._account(step)
        debits = self._open(customer, currency, ">")
        credits_ = self._open(customer, currency, "<")
        if debits and credits_:
            debit, left = debits[step.which % len(debits)]
            credit, unused = credits_[step.on % len(credits_)]
            part = step.minor if step.later % 2 else left  # as often in full as in part
            allocate(writing, credit, debit, min(part, left, -unused))

    def _open(self, customer: int, currency: str, sign: str) -> list[tuple[int, int]]:
        return execute(  # type: ignore[no-any-return]
            "SELECT id, open_minor FROM entry WHERE customer_id = ? AND currency = ?"
            f" AND open_minor {sign} 0 ORDER BY id",
            (customer, currency),
        ).fetchall()

    def _bounce(self, writing: Writing, step: Step) -> None:
        """The bank takes a receipt back that has not bounced before."""
        receipts = execute(
            "SELECT id FROM entry e WHERE kind = 'receipt' AND void_action_id IS NULL AND NOT"
            " EXISTS (SELECT 1 FROM entry b WHERE b.kind = 'bounce'"
            " AND b.receipt_id = e.receipt_id)"
            " ORDER BY id"
        ).fetchall()
        if not receipts:
            return
        receipt = receipts[step.which % len(receipts)][0]
        row = Entry.get_by_id(receipt)
        on = row.day + timedelta(days=abs(step.later))
        for allocation in standing(receipt):
            take_back(writing, allocation, on)
        bounce = an_entry(
            writing, row.customer_id, EntryKind.BOUNCE, on,
            Money(-row.amount_minor, row.currency), due=on, receipt=row.receipt_id,
        )  # fmt: skip
        allocate(writing, receipt, bounce, -row.amount_minor)

    def _take_back(self, writing: Writing, step: Step) -> None:
        rows = sorted(free_allocations(standing()))  # what a bounce took is not among them
        if rows:
            take_back(writing, rows[step.which % len(rows)], day(step.on))

    def _void(self, writing: Writing, step: Step) -> None:
        rows = execute("SELECT id FROM entry WHERE void_action_id IS NULL ORDER BY id").fetchall()
        if rows:
            void_entry(writing, rows[step.which % len(rows)][0])


def standing(entry: int | None = None) -> list[int]:
    """Allocations that were set and not taken back, of one entry or of all."""
    sql = (
        "SELECT a.id FROM allocation a JOIN entry d ON d.id = a.debit_entry_id"
        " JOIN entry c ON c.id = a.credit_entry_id WHERE a.amount_minor > 0"
        " AND a.id NOT IN (SELECT reverses_id FROM allocation WHERE reverses_id IS NOT NULL)"
        " AND d.void_action_id IS NULL AND c.void_action_id IS NULL"
        " AND (:entry IS NULL OR :entry IN (a.debit_entry_id, a.credit_entry_id)) ORDER BY a.id"
    )
    return [id_ for (id_,) in execute(sql.replace(":entry", "?1"), (entry,))]


def take_back(writing: Writing, allocation: int, on: date) -> None:
    row = Allocation.get_by_id(allocation)
    _undo(writing, row, taken_back(Movement(row.day, row.amount_minor), on))
    keep_open([row.credit_entry_id, row.debit_entry_id])


def void_entry(writing: Writing, entry: int) -> None:
    """An entry and its paper never were: all its allocations are undone on their own days.

    A receipt that never was never bounced either; a bounce that never was leaves its receipt.
    """
    found = Entry.get_by_id(entry)
    entries = [entry]
    if found.kind == EntryKind.RECEIPT:
        same = (Entry.receipt_id == found.receipt_id) & Entry.void_action_id.is_null()
        entries = [row.id for row in Entry.select(Entry.id).where(same).order_by(Entry.id)]
    rows = list(
        Allocation.select()
        .where(Allocation.debit_entry_id.in_(entries) | Allocation.credit_entry_id.in_(entries))
        .order_by(Allocation.id)
    )
    undone = voided(Movement(row.day, row.amount_minor) for row in rows)
    for row, movement in zip(rows, undone, strict=True):
        _undo(writing, row, movement)
    # Only when all is undone: between two of them an entry may seem to be paid twice.
    keep_open({id_ for row in rows for id_ in (row.credit_entry_id, row.debit_entry_id)})
    Entry.update(open_minor=0, closed_day=None).where(Entry.id.in_(entries)).execute()
    writing.void(Entry, entries)
    if found.document_id is not None:
        writing.void(Document, [found.document_id])
    if found.kind == EntryKind.RECEIPT and found.receipt_id is not None:
        writing.void(Receipt, [found.receipt_id])


def _undo(writing: Writing, row: Allocation, movement: Movement) -> None:
    reverses = row.id if movement.minor < 0 else None
    values = (
        row.credit_entry_id, row.debit_entry_id, movement.minor, movement.day, reverses,
        row.customer_id, row.currency, row.debit_day, row.due_day, row.credit_day,
    )  # fmt: skip
    writing.add_many(Allocation, ALLOCATION_COLUMNS, [values])


def open_on(entry: int, on: date) -> Money:
    """What the domain's rule says is open, from the whole history of the entry."""
    return allocated(entry).open_on(on)
