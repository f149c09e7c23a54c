"""An invoice, charge note or credit note that is to be issued, as it was understood."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditmate.domain.interest_events import NewEvent
from creditmate.domain.invoice_parts import Retention
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.settings import Prices, Rounding


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to be invoiced; an empty ``tax`` is the business's usual code."""

    description: str
    quantity: Decimal
    price: Decimal
    unit: str = ""
    discount: Decimal | None = None
    tax: str = ""
    work_item: int | None = None


@dataclass(frozen=True, slots=True)
class NewInvoice:
    """An invoice to be issued, or a charge note: interest or a fixed sum for paying late.

    Args:
        code: The customer's.
        day: The invoice's day.
        lines: At least one.
        supply_day: When it was supplied, which decides the rates of tax; the invoice's day.
        currency: Of all amounts; the customer's.
        order_number: The customer's.
        job: What it was for, as we call it.
        received_by: Who took the goods or the work in.
        note: A sentence at the foot of the paper.
        terms: Only for this invoice; the customer's, else the usual ones. A charge note's are
            payable on receipt.
        prices: Net or gross; as usual.
        rounding: Of tax; as usual.
        retention: What the customer holds back.
        labour: Of the net, what the customer withholds tax from (construction).
        kind: ``INVOICE`` or ``CHARGE_NOTE``.
        belongs_to: The number of the invoice that a charge note is for; empty for none.
        interest: What it charges of the interest that came up on that invoice.
    """

    code: str
    day: date
    lines: tuple[NewLine, ...]
    supply_day: date | None = None
    currency: str = ""
    order_number: str = ""
    job: str = ""
    received_by: str = ""
    note: str = ""
    terms: PaymentTerms | None = None
    prices: Prices | None = None
    rounding: Rounding | None = None
    retention: Retention | None = None
    labour: Money | None = None
    kind: DocumentKind = DocumentKind.INVOICE
    belongs_to: str = ""
    interest: tuple[NewEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class CreditedLine:
    """A line of the invoice that is credited, by its place from 1; what is left of it if None."""

    place: int
    quantity: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NewCredit:
    """A credit note to be issued against an invoice or a charge note.

    With ``lines`` these are credited, with ``amount`` so much of the gross (shared out over the
    invoice's rates), with neither all that is not yet credited.

    Args:
        number: The invoice's.
        day: The credit note's day.
        reason: Why, as the customer reads it.
        lines: Of the invoice.
        amount: With tax.
        tax: The code for an invoice of which no lines are known; the usual one.
    """

    number: str
    day: date
    reason: str
    lines: tuple[CreditedLine, ...] = ()
    amount: Money | None = None
    tax: str = ""
