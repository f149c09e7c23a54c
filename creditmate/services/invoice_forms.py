"""What the form of an invoice knows of its customer and of the business while it is filled in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.business import business
from creditmate.db.invoicees import invoicee
from creditmate.domain.invoicing import LineTax
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.rows import BusinessRow, CustomerRow
from creditmate.domain.settings import Settings
from creditmate.domain.taxes import TaxRate, taxes_on
from creditmate.services.customers import require_customer, terms_of
from creditmate.services.invoice_lines import line_tax, usual_tax
from creditmate.services.settings import current_settings
from creditmate.services.taxes import all_rates


@dataclass(frozen=True, slots=True)
class InvoiceSheet:
    """All that is needed to work the form out as it is typed; without a customer, the rest.

    ``terms`` are the customer's, else the usual ones; ``invoices_to`` says where invoices of
    this customer have to go.
    """

    home: BusinessRow
    settings: Settings
    rates: tuple[TaxRate, ...]
    terms: PaymentTerms
    customer: CustomerRow | None = None
    order_required: bool = False
    invoices_to: str = ""

    @property
    def currency(self) -> str:
        """In which an invoice is written unless somebody wants it otherwise."""
        return self.home.currency if self.customer is None else self.customer.currency

    def codes(self, supply_day: date) -> Sequence[TaxRate]:
        """Return every tax code with its rate on a day, the one used most likely first."""
        return taxes_on(self.rates, supply_day)

    def usual_code(self, supply_day: date) -> str:
        """Return the tax code of a line that names none."""
        return usual_tax(self.codes(supply_day), self.home)

    def tax_of(self, code: str, supply_day: date, place: int) -> LineTax:
        """Return what the tax code of a line, from 1, comes to on a day.

        Raises:
            UserError: ``INVOICE_FIELD``: nothing is known of the code that day.
        """
        codes = self.codes(supply_day)
        return line_tax(codes, code.strip() or self.usual_code(supply_day), supply_day, place)


class InvoiceForms:
    """Questions of the form; nothing is written."""

    def sheet(self, code: str = "") -> InvoiceSheet:
        """Return what a form needs to know.

        Args:
            code: The customer's; empty while none is chosen.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        settings, home, rates = current_settings(), business(), tuple(all_rates())
        if not code.strip():
            return InvoiceSheet(home, settings, rates, settings.default_terms)
        customer = require_customer(code.strip())
        about = invoicee(customer.id)
        return InvoiceSheet(
            home=home,
            settings=settings,
            rates=rates,
            terms=terms_of(customer) or settings.default_terms,
            customer=customer,
            order_required=about.order_required,
            invoices_to=about.invoices_to,
        )
