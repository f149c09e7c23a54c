"""Read models of invoices: frozen rows that queries return and lists, pages and papers show."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.settings import Prices, Rounding


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as it was issued or imported; ``own`` ones are ours and frozen."""

    id: int
    customer_id: int
    kind: DocumentKind
    own: bool
    source: str
    number: str
    day: date
    order_number: str
    payment_terms_id: int | None
    net: Money | None
    tax: Money | None
    gross: Money

    @property
    def named(self) -> str:
        """Its number with where it is from and its kind: no other document is called so."""
        return f"{self.source}:{self.kind.value}:{self.number}"


@dataclass(frozen=True, slots=True)
class OwnRow:
    """What an own document says beside that; for a meaning see ``NewInvoice``."""

    document_id: int
    supply_day: date
    job: str
    received_by: str
    prices: Prices
    rounding: Rounding
    locale: str
    discount_day: date | None
    discount: Money | None
    retention: Money | None
    retention_due_day: date | None
    labour: Money | None
    credits_document_id: int | None
    belongs_document_id: int | None
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of an own document; ``amount`` is net or gross as its prices are."""

    place: int
    description: str
    quantity: Decimal
    unit: str
    price: Decimal
    discount: Decimal | None
    tax_code: str
    tax_rate: Decimal
    amount: Money
    work_item_id: int | None


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of an invoice: its entry, when it is due, and what is open of it."""

    entry_id: int
    part: int
    due_day: date
    amount: Money
    open: Money
    retained: bool


@dataclass(frozen=True, slots=True)
class SettledRow:
    """Something that was set against an invoice (or, negative, taken back) on a day.

    ``number`` is the credit note's, or the receipt's number or reference.
    """

    day: date
    kind: EntryKind
    number: str
    amount: Money
    entry_id: int
    action_id: int


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """A line of the list of invoices, charge notes and credit notes, as at a day.

    ``due_day`` is that of the oldest part that is open, else of the last part; credit notes have
    none. ``disputed`` is of which, and with ``to_credit`` all of that was answered in the
    customer's favour and only waits for our credit note. ``lag_days`` are from the first work on
    it to the invoice.
    """

    id: int
    as_at: date
    number: str
    kind: DocumentKind
    own: bool
    code: str
    name: str
    day: date
    due_day: date | None
    order_number: str
    gross: Money
    open: Money
    state: InvoiceState
    disputed: Money
    lag_days: int | None = None
    to_credit: bool = False

    @property
    def days_late(self) -> int:
        """Days past due of what is open; nothing before and on the due day."""
        if self.due_day is None or self.open.minor <= 0:
            return 0
        return max((self.as_at - self.due_day).days, 0)


@dataclass(frozen=True, slots=True)
class WorkRow:
    """Work to be invoiced, or that was: prices are net or gross as invoices' usually are."""

    id: int
    version: int
    customer_id: int
    code: str
    name: str
    done_day: date
    description: str
    quantity: Decimal
    unit: str
    price: Decimal
    discount: Decimal | None
    tax_code: str
    job: str
    order_number: str
    currency: str
    amount: Money
    invoice: str = ""
    invoiced_day: date | None = None

    def days_waiting(self, as_at: date) -> int:
        """Days from when it was done to its invoice, or to ``as_at``."""
        return ((self.invoiced_day or as_at) - self.done_day).days


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A form that was not finished; moments are UTC as ISO text."""

    id: int
    customer_id: int | None
    code: str
    name: str
    kind: str
    begun_at: str
    saved_at: str
    typed: str


@dataclass(frozen=True, slots=True)
class Lag:
    """How long work waited for its invoice, over a period; no average without an item."""

    items: int
    average_days: Decimal | None
    longest_days: int | None = field(default=None)
