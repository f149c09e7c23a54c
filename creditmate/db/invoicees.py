"""What writing an invoice to a customer asks about."""

from dataclasses import dataclass

from creditmate.db.models import Customer


@dataclass(frozen=True, slots=True)
class Invoicee:
    """A customer as an invoice is written to: ``invoices_to`` says where it has to go."""

    order_required: bool
    tax_number: str
    invoices_to: str


def invoicee(customer: int) -> Invoicee:
    """Return what is known of a customer for its invoices."""
    row = Customer.get_by_id(customer)
    return Invoicee(bool(row.order_required), row.tax_number, row.invoices_to)
