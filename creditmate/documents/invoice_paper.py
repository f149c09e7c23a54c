"""What an invoice, a charge note or a credit note on paper is made from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard
from creditmate.documents.window import PRESETS, Preset, Window, with_country
from creditmate.domain.invoice_parts import Schedule
from creditmate.domain.invoicing import LineTax, Totals
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.settings import Prices


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line as it is printed; ``amount`` is net or gross as the paper's prices are."""

    description: str
    quantity: Decimal
    unit: str
    price: Decimal
    discount: Decimal | None
    tax: LineTax
    amount: Money


@dataclass(frozen=True, slots=True)
class Credited:
    """What a credit note is against, or the invoice that a charge note is for."""

    number: str
    day: date
    kind: DocumentKind = DocumentKind.INVOICE


@dataclass(frozen=True, slots=True)
class TermsProof:
    """The terms and conditions that govern an invoice, and who accepted them when.

    ``by_whom`` is '' where that is not known; ``day`` is that of the acceptance.
    """

    title: str
    number: int
    by_whom: str
    day: date


@dataclass(frozen=True, slots=True)
class InvoicePaper:
    """An invoice, charge note or credit note, ready to be drawn.

    Args:
        country: The business's (ISO 3166): what the tax is called there.
        address: What shows in the window, the customer's name included.
        schedule: When what is due; a credit note has none.
        labour: Of the net, what the customer withholds tax from.
        their_tax_number: The customer's, which a reverse charge has to name.
        credited: Of a credit note, and its ``reason``.
        belongs: Of a charge note, the invoice that it is for.
        proof: Of an invoice, the terms and conditions that govern it where that can be proved.
        abroad: The customer's country where that is not the sender's own.
        draft: Not issued: it carries no number.
    """

    business: BusinessCard
    country: str
    kind: DocumentKind
    number: str
    day: date
    supply_day: date
    customer_name: str
    account: str
    address: tuple[str, ...]
    lines: tuple[PaperLine, ...]
    totals: Totals
    prices: Prices
    schedule: Schedule | None
    terms: PaymentTerms | None
    order_number: str = ""
    job: str = ""
    received_by: str = ""
    note: str = ""
    labour: Money | None = None
    their_tax_number: str = ""
    credited: Credited | None = None
    reason: str = ""
    belongs: Credited | None = None
    proof: TermsProof | None = None
    locale: str = "en_GB"
    abroad: str = ""
    draft: bool = False
    window: Window = PRESETS[Preset.UK_DL]
    size: PageSize = PageSize.A4

    @property
    def gross(self) -> Money:
        """What it comes to."""
        return self.totals.gross

    @property
    def window_lines(self) -> tuple[str, ...]:
        """What shows in the window; abroad it ends with the country, as the sender calls it."""
        return with_country(self.address, self.abroad, self.business.locale)
