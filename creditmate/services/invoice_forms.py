"""What the form of an invoice or charge knows of its customer and of the business meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.business import business
from creditmate.db.customers import customer_by_code
from creditmate.db.invoicees import invoicee
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.domain.invoicing import LineTax
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.rows import BusinessRow, CustomerRow
from creditmate.domain.settings import Settings
from creditmate.domain.taxes import TaxRate, taxes_on
from creditmate.services.charges import CHARGE_TERMS, charged_invoice
from creditmate.services.customers import require_customer, terms_of
from creditmate.services.invoice_lines import charge_tax, line_tax, usual_tax
from creditmate.services.marked_customers import why_stopped
from creditmate.services.settings import current_settings
from creditmate.services.taxes import all_rates


@dataclass(frozen=True, slots=True)
class InvoiceSheet:
    """All that is needed to work the form out as it is typed; without a customer, the rest.

    ``terms`` are the customer's, else the usual ones, and those of a charge note its own;
    ``invoices_to`` says where invoices of this customer have to go; ``stopped`` why it is on stop,
    '' where no reason was given, None for one that is supplied.
    """

    home: BusinessRow
    settings: Settings
    rates: tuple[TaxRate, ...]
    terms: PaymentTerms
    customer: CustomerRow | None = None
    order_required: bool = False
    invoices_to: str = ""
    kind: DocumentKind = DocumentKind.INVOICE
    stopped: str | None = None

    @property
    def currency(self) -> str:
        """In which an invoice is written unless somebody wants it otherwise."""
        return self.home.currency if self.customer is None else self.customer.currency

    def codes(self, supply_day: date) -> Sequence[TaxRate]:
        """Return every tax code with its rate on a day, the one used most likely first."""
        return taxes_on(self.rates, supply_day)

    def usual_code(self, supply_day: date) -> str:
        """Return the tax code of a line that names none."""
        usual = charge_tax if self.kind is DocumentKind.CHARGE_NOTE else usual_tax
        return usual(self.codes(supply_day), self.home)

    def tax_of(self, code: str, supply_day: date, place: int) -> LineTax:
        """Return what the tax code of a line, from 1, comes to on a day.

        Raises:
            UserError: ``INVOICE_FIELD``: nothing is known of the code that day.
        """
        codes = self.codes(supply_day)
        return line_tax(codes, code.strip() or self.usual_code(supply_day), supply_day, place)


class InvoiceForms:
    """Questions of the form; nothing is written."""

    def sheet(
        self,
        code: str = "",
        kind: DocumentKind = DocumentKind.INVOICE,
        as_at: date | None = None,
    ) -> InvoiceSheet:
        """Return what a form needs to know.

        Args:
            code: The customer's; empty while none is chosen.
            kind: ``INVOICE`` or ``CHARGE_NOTE``, for which no order number is asked.
            as_at: The day on which the customer may be on stop; None asks for no such mark.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        settings, home, rates = current_settings(), business(), tuple(all_rates())
        charge = kind is DocumentKind.CHARGE_NOTE
        usual = CHARGE_TERMS if charge else settings.default_terms
        if not code.strip():
            return InvoiceSheet(home, settings, rates, usual, kind=kind)
        customer = require_customer(code.strip())
        about = invoicee(customer.id)
        return InvoiceSheet(
            home=home,
            settings=settings,
            rates=rates,
            terms=usual if charge else terms_of(customer) or usual,
            customer=customer,
            order_required=about.order_required and not charge,
            invoices_to=about.invoices_to,
            kind=kind,
            stopped=None if as_at is None else why_stopped(as_at, [customer.id]).get(customer.id),
        )

    def charged(self, number: str, code: str) -> DocumentRow:
        """Return the invoice that a charge is for, as soon as its number is typed.

        Args:
            number: As typed.
            code: The customer's; empty, or of nobody, while none is chosen.

        Raises:
            UserError: As ``charges.charged_invoice``.
        """
        customer = customer_by_code(code.strip()) if code.strip() else None
        return charged_invoice(number.strip(), None if customer is None else customer.id)
