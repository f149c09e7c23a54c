"""One customer's account as it is made up: plain facts that know nothing of the ledger.

Every allocation counts from the day that ``domain.allocation`` gives, so that what is written
is what recording each step by hand would have made.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from creditmate.domain.allocation import AllocatedEntry, Movement, allocation_day, taken_back
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms, due_parts


@dataclass(slots=True, eq=False)
class Document:
    """An invoice or credit note; its number is given when all of them are known."""

    kind: DocumentKind
    day: date
    order_number: str
    net: Money
    tax: Money
    number: str = ""

    @property
    def gross(self) -> Money:
        """What it comes to."""
        return self.net + self.tax


@dataclass(slots=True, eq=False)
class Receipt:
    """Money that came in."""

    day: date
    method: str
    amount: Money
    number: str = ""


@dataclass(slots=True, eq=False)
class Entry:
    """One row of the account: debits positive with a due day, credits negative without."""

    kind: EntryKind
    day: date
    due_day: date | None
    amount: Money
    part: int = 1
    document: Document | None = None
    receipt: Receipt | None = None
    movements: list[Movement] = field(default_factory=list)

    @property
    def recorded(self) -> AllocatedEntry:
        """The entry as the rule of allocation reads it."""
        return AllocatedEntry(self.day, self.amount, tuple(self.movements))

    @property
    def open(self) -> Money:
        """What is open once everything recorded has happened."""
        return self.recorded.open_on(date.max)

    @property
    def closed_day(self) -> date | None:
        """The day on which it became nil for good; what came and went within a day is nothing."""
        moved: Counter[date] = Counter()
        for movement in self.movements:
            moved[movement.day] += movement.minor
        return None if self.open else max(day for day, minor in moved.items() if minor)


@dataclass(slots=True, eq=False)
class Allocation:
    """A credit set against a debit, or (negative) taken back again."""

    credit: Entry
    debit: Entry
    minor: int
    day: date
    reverses: "Allocation | None" = None


@dataclass(slots=True)
class Account:
    """Everything that moved what one customer owes, in the order it was thought up."""

    terms: PaymentTerms
    documents: list[Document] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    allocations: list[Allocation] = field(default_factory=list)

    @property
    def invoices(self) -> list[Entry]:
        """The invoices' entries."""
        return [entry for entry in self.entries if entry.kind is EntryKind.INVOICE]

    def overdue(self, day: date) -> list[tuple[Entry, Money]]:
        """Return what was overdue on ``day``, the oldest first, with what was open of it."""
        found = [
            (entry, entry.recorded.open_on(day))
            for entry in self.entries
            if entry.due_day is not None and entry.due_day < day and entry.day <= day
        ]
        found.sort(key=lambda pair: (pair[0].due_day or date.max, pair[0].day))
        return [(entry, money) for entry, money in found if money]

    def invoice(self, day: date, net: Money, tax: Money, order_number: str) -> list[Entry]:
        """Issue an invoice and return its entries, one per due day."""
        document = Document(DocumentKind.INVOICE, day, order_number, net, tax)
        self.documents.append(document)
        made = [
            Entry(EntryKind.INVOICE, day, part.day, part.amount, place, document)
            for place, part in enumerate(due_parts(self.terms, day, document.gross), 1)
        ]
        self.entries += made
        return made

    def credit(self, day: date, net: Money, tax: Money, against: Entry | None) -> Entry:
        """Issue a credit note, set against an invoice where one is named."""
        reference = against.document.order_number if against and against.document else ""
        document = Document(DocumentKind.CREDIT_NOTE, day, reference, net, tax)
        self.documents.append(document)
        entry = Entry(EntryKind.CREDIT_NOTE, day, None, -document.gross, document=document)
        self.entries.append(entry)
        if against is not None:
            self.allocate(entry, against, document.gross)
        return entry

    def receive(
        self, day: date, method: str, amount: Money, to: Sequence[tuple[Entry, Money]]
    ) -> Entry:
        """Enter money that came in, and set it against debits; the rest stays unallocated."""
        receipt = Receipt(day, method, amount)
        self.receipts.append(receipt)
        entry = Entry(EntryKind.RECEIPT, day, None, -amount, receipt=receipt)
        self.entries.append(entry)
        for debit, money in to:
            self.allocate(entry, debit, money)
        return entry

    def pay(self, day: date, method: str, debits: Sequence[Entry]) -> Entry:
        """Enter a payment of exactly what is open of these debits."""
        parts = [(debit, debit.open) for debit in debits]
        amount = sum((money.minor for _, money in parts), 0)
        return self.receive(day, method, Money(amount, parts[0][1].currency), parts)

    def discount(self, day: date, debit: Entry, money: Money) -> None:
        """Allow a discount for early payment on an invoice."""
        entry = Entry(EntryKind.DISCOUNT, day, None, -money, document=debit.document)
        self.entries.append(entry)
        self.allocate(entry, debit, money)

    def bounce(self, receipt: Entry, day: date) -> Entry:
        """Enter that a payment was returned: what it had paid is open again from ``day``."""
        for allocation in [made for made in self.allocations if made.credit is receipt]:
            back = taken_back(Movement(allocation.day, allocation.minor), day)
            self._set(receipt, allocation.debit, back, allocation)
        entry = Entry(EntryKind.BOUNCE, day, day, -receipt.amount, receipt=receipt.receipt)
        self.entries.append(entry)
        self.allocate(receipt, entry, entry.amount)
        return entry

    def allocate(self, credit: Entry, debit: Entry, money: Money) -> None:
        """Set a credit against a debit from the first day on which both have that much open."""
        day = allocation_day(debit.recorded, credit.recorded, money)
        self._set(credit, debit, Movement(day, money.minor), None)

    def _set(
        self, credit: Entry, debit: Entry, movement: Movement, reverses: Allocation | None
    ) -> None:
        credit.movements.append(movement)
        debit.movements.append(movement)
        made = Allocation(credit, debit, movement.minor, movement.day, reverses)
        self.allocations.append(made)
