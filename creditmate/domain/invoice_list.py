"""The list of invoices, charges and credit notes: what it can be narrowed to and ordered by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.invoice_rows import (
    DocumentRow,
    InvoiceRow,
    LineRow,
    OwnRow,
    PartRow,
    SettledRow,
)
from creditmate.domain.invoicing import TaxSum
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.promises import Standing
from creditmate.domain.rows import DisputedRow


class InvoiceNarrow(StrEnum):
    """Which documents are listed; the ended ones are credited, cancelled or written off."""

    ALL = "all"
    OPEN = "open"
    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    IN_QUESTION = "in_question"
    PART_PAID = "part_paid"
    PAID = "paid"
    ENDED = "ended"
    CREDITED = "credited"
    CANCELLED = "cancelled"
    WRITTEN_OFF = "written_off"
    CREDIT_NOTES = "credit_notes"


COUNTED = (
    InvoiceNarrow.ALL,
    InvoiceNarrow.OPEN,
    InvoiceNarrow.NOT_DUE,
    InvoiceNarrow.OVERDUE,
    InvoiceNarrow.IN_QUESTION,
    InvoiceNarrow.PAID,
    InvoiceNarrow.ENDED,
    InvoiceNarrow.CREDIT_NOTES,
)
"""The narrowings whose numbers come with every list."""


class InvoiceOrder(StrEnum):
    """What the list is ordered by; the values are the keys of its columns."""

    NUMBER = "number"
    CUSTOMER = "customer"
    DAY = "day"
    DUE = "due"
    ORDER_NUMBER = "order_number"
    GROSS = "gross"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class InvoicesWanted:
    """What the list is asked for.

    ``text`` is found in numbers, order numbers, and customers' names and codes, in any case;
    ``code`` are one customer's only.
    """

    narrow: InvoiceNarrow = InvoiceNarrow.ALL
    text: str = ""
    code: str = ""
    order: InvoiceOrder = InvoiceOrder.DAY
    descending: bool = True


@dataclass(frozen=True, slots=True)
class InvoiceTotals:
    """Sums of what is open in a list or in a choice from it, per currency, the largest first."""

    count: int
    open: tuple[Money, ...]
    overdue: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class InvoiceListing:
    """A list: ids in order, its first rows, its sums, and how many each narrowing would show.

    ``counts`` leave the text and the customer out of account.
    """

    wanted: InvoicesWanted
    as_at: date
    ids: Sequence[int]
    head: Sequence[InvoiceRow]
    totals: InvoiceTotals
    counts: Mapping[InvoiceNarrow, int]


@dataclass(frozen=True, slots=True)
class InvoiceDetail:
    """Everything about one document, as at a day.

    ``own`` is None of imported ones and of those from before lines were kept; ``paper_id`` where
    its paper is kept. ``credit_notes`` are against it, ``credits`` is what it is itself against.
    ``charges`` are the charge notes for it, ``belongs_to`` is the invoice that it is a charge for.
    ``cancelled_day`` and ``cancelled_because`` say why it does not stand any more.
    """

    row: InvoiceRow
    document: DocumentRow
    own: OwnRow | None
    lines: tuple[LineRow, ...]
    taxes: tuple[TaxSum, ...]
    parts: tuple[PartRow, ...]
    settled: tuple[SettledRow, ...]
    credit_notes: tuple[DocumentRow, ...]
    credits: DocumentRow | None
    disputed: tuple[DisputedRow, ...]
    promises: tuple[Standing, ...]
    terms: PaymentTerms | None
    paper_id: int | None
    left_to_credit: Money
    cancelled_day: date | None = None
    cancelled_because: str = ""
    charges: tuple[DocumentRow, ...] = ()
    belongs_to: DocumentRow | None = None
