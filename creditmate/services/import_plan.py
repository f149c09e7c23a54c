"""What an import would do: each record of a file compared with what the ledger has.

Identity is source and number. New records come in, a settlement that is new adds its receipt,
what is the same is left alone; every other difference is listed and refused.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.customers import code_key
from creditmate.db.imports import KnownDocument, number_key
from creditmate.domain.importing import Difference, InvoiceRecord
from creditmate.domain.money import Money


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


def plan_import(
    records: Sequence[InvoiceRecord],
    known: Mapping[tuple[str, str], KnownDocument],
    customers: Mapping[str, int],
    disputed_entries: Iterable[int],
) -> ImportPlan:
    """Compare a file's records with the ledger.

    Args:
        records: As read, each number once.
        known: The source's documents by kind and number key.
        customers: Every customer's id by the key of its code.
        disputed_entries: Entries that have ever been in dispute.
    """
    new, settlements, differences, unchanged = [], [], list[Difference](), 0
    disputed = set(disputed_entries)
    for record in records:
        document = known.get((record.kind.value, number_key(record.number)))
        if document is None:
            new.append(record)
            continue
        found = list(_differences(record, document, customers, disputed))
        more = abs(record.settled.minor) - abs(document.amount_minor - document.open_minor)
        if found:
            differences += found
        elif more > 0:
            settlements.append(Settlement(record, document, more))
        else:
            unchanged += 1
    codes = {code_key(record.customer_code): record.customer_code for record in new}
    fresh = tuple(code for key, code in codes.items() if key not in customers)
    return ImportPlan(tuple(new), tuple(settlements), unchanged, tuple(differences), fresh)


def _differences(
    record: InvoiceRecord,
    known: KnownDocument,
    customers: Mapping[str, int],
    disputed: set[int],
) -> Iterable[Difference]:
    currency = known.currency
    settled = Money(known.amount_minor - known.open_minor, currency)
    due = None if known.due_day is None else date.fromisoformat(known.due_day)
    pairs = (
        ("customer", known.customer_id, customers.get(code_key(record.customer_code))),
        ("invoice_date", date.fromisoformat(known.day), record.day),
        ("due_date", due, record.due_day if known.due_day else None),
        ("amount", Money(known.amount_minor, currency), record.amount),
        ("order_number", known.order_number, record.order_number or known.order_number),
    )
    for field, ledger, file in pairs:
        if ledger != file:
            told = record.customer_code if field == "customer" else file
            yield Difference(record.row, record.number, field, ledger, told)
    if abs(record.settled.minor) < abs(settled.minor):
        yield Difference(record.row, record.number, "settled", settled, record.settled)
    if record.disputed and known.entry_id not in disputed:
        yield Difference(record.row, record.number, "disputed", False, True)
