"""What an import would do: each record of a file compared with what the ledger has.

Identity is source and number. New records come in, a settlement that is new adds its receipt,
what is the same is left alone; every other difference is listed and refused.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from creditmate.db.customers import code_key
from creditmate.db.imports import KnownDocument, number_key
from creditmate.domain.importing import Difference, Field, InvoiceRecord, InvoiceTable
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money

_Pair = tuple[str, object, object]
"""What is compared, as the ledger has it, as the file has it."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """Money that the file knows of and the ledger does not, for a document it has."""

    record: InvoiceRecord
    known: KnownDocument
    minor: int

    @property
    def settles_it(self) -> bool:
        """Whether nothing is left open afterwards."""
        return self.minor == abs(self.known.open_minor)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What there is to do, in the file's order."""

    new: tuple[InvoiceRecord, ...]
    settlements: tuple[Settlement, ...]
    unchanged: int
    differences: tuple[Difference, ...]
    new_customers: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether the ledger has all of it already."""
        return not (self.new or self.settlements or self.differences)

    @property
    def payment_days(self) -> list[date]:
        """The days of all payments that are new and dated."""
        records = (*self.new, *(settlement.record for settlement in self.settlements))
        return [record.settled_day for record in records if record.settled_day is not None]

    def dated_after(self, today: date) -> int:
        """How many payments are dated later than ``today``: no bank has shown them yet."""
        return sum(day > today for day in self.payment_days)


@dataclass(frozen=True, slots=True)
class LedgerSide:
    """What the ledger has that a file can be compared with.

    Attributes:
        documents: The source's documents by kind and number key.
        customers: Every customer's code and name by id.
        disputed_ever: Entries that are or have ever been in dispute.
        disputed_by_import: Those with a running dispute that an import raised.
        merged: Into whom a customer was merged: its code leads there, its name stays known.
    """

    documents: Mapping[tuple[str, str], KnownDocument]
    customers: Mapping[int, tuple[str, str]]
    disputed_ever: Set[int]
    disputed_by_import: Set[int]
    merged: Mapping[int, int] = field(default_factory=dict)


def plan_import(table: InvoiceTable, ledger: LedgerSide) -> ImportPlan:
    """Compare a file's records, each number once for each kind, with the ledger."""
    comparison = _Comparison(table, ledger)
    new, settlements, differences, unchanged = [], [], list[Difference](), 0
    for record in table.records:
        document = comparison.document(record)
        if document is None:
            new.append(record)
            continue
        found = list(comparison.differences(record, document))
        more = abs(record.settled.minor) - abs(document.amount_minor - document.open_minor)
        if found:
            differences += found
        elif more > 0:
            settlements.append(Settlement(record, document, more))
        else:
            unchanged += 1
    fresh = comparison.unknown_codes(new)
    return ImportPlan(tuple(new), tuple(settlements), unchanged, tuple(differences), fresh)


class _Comparison:
    """One file beside the ledger; it tells another name of a customer once."""

    def __init__(self, table: InvoiceTable, ledger: LedgerSide) -> None:
        self._ledger = ledger
        self._tells_disputes = Field.DISPUTED in table.mapping.values()
        called = {code_key(code): id_ for id_, (code, _) in ledger.customers.items()}
        self._ids = {key: ledger.merged.get(id_, id_) for key, id_ in called.items()}
        self._names = {key: ledger.customers[id_][1] for key, id_ in called.items()}
        self._in_file = {(row.kind, number_key(row.number)) for row in table.records}
        self._renamed = self._other_names(table.records)

    def unknown_codes(self, records: Sequence[InvoiceRecord]) -> tuple[str, ...]:
        """The codes of customers that the ledger does not have, each as first written."""
        codes: dict[str, str] = {}
        for record in records:
            codes.setdefault(code_key(record.customer_code), record.customer_code)
        return tuple(code for key, code in codes.items() if key not in self._ids)

    def _other_names(self, records: Sequence[InvoiceRecord]) -> set[str]:
        """Keys of customers whose name in the ledger is none of those that the file gives."""
        names: dict[str, set[str]] = {}
        for record in records:
            if _names_customer(record):
                names.setdefault(code_key(record.customer_code), set()).add(record.customer_name)
        known = self._names
        return {key for key, found in names.items() if key in known and known[key] not in found}

    def document(self, record: InvoiceRecord) -> KnownDocument | None:
        """The same document in the ledger.

        An invoice and a credit note may share a number. Where only the other kind is known, and
        the file does not have that one too, it is the same document with its sign turned.
        """
        key = number_key(record.number)
        same = self._ledger.documents.get((record.kind.value, key))
        credit = record.kind is DocumentKind.CREDIT_NOTE
        other = DocumentKind.INVOICE if credit else DocumentKind.CREDIT_NOTE
        if same is not None or (other, key) in self._in_file:
            return same
        return self._ledger.documents.get((other.value, key))

    def differences(self, record: InvoiceRecord, known: KnownDocument) -> Iterator[Difference]:
        """Tell where the two disagree, settlements that are new not among it."""
        amount = ("amount", Money(known.amount_minor, known.currency), record.amount)
        pairs: list[_Pair] = [amount]
        if known.kind == record.kind.value:
            pairs += [*self._facts(record, known), *self._states(record, known)]
        for name, ledger, file in pairs:
            if ledger != file:
                yield Difference(record.row, record.number, name, ledger, file)

    def _facts(self, record: InvoiceRecord, known: KnownDocument) -> Iterator[_Pair]:
        key = code_key(record.customer_code)
        code, _ = self._ledger.customers[known.customer_id]
        if self._ids.get(key) != known.customer_id:
            yield "customer", code, record.customer_code
        if key in self._renamed and _names_customer(record):
            self._renamed.discard(key)
            yield "customer_name", self._names[key], record.customer_name
        yield "invoice_date", date.fromisoformat(known.day), record.day
        if known.due_day is not None:
            yield "due_date", date.fromisoformat(known.due_day), record.due_day
        yield "order_number", known.order_number, record.order_number or known.order_number

    def _states(self, record: InvoiceRecord, known: KnownDocument) -> Iterator[_Pair]:
        settled = Money(known.amount_minor - known.open_minor, known.currency)
        if abs(record.settled.minor) < abs(settled.minor):
            yield "settled", settled, record.settled
        elif record.settled == settled and known.settled_day and record.settled_day:
            yield "settled_day", date.fromisoformat(known.settled_day), record.settled_day
        if record.disputed:
            yield "disputed", known.entry_id in self._ledger.disputed_ever, True
        elif self._tells_disputes and record.settled != record.amount:
            yield "disputed", known.entry_id in self._ledger.disputed_by_import, False


def _names_customer(record: InvoiceRecord) -> bool:
    """Whether the file gives a name besides the code: without one it is the code again."""
    return record.customer_name != record.customer_code
