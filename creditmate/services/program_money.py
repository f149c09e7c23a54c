"""The use-cases about invoices and payments; part of ``Program``."""

from functools import cached_property
from typing import TYPE_CHECKING

from creditmate.services.program_foundation import Foundation

if TYPE_CHECKING:
    from creditmate.services.allocating import Allocating
    from creditmate.services.cancelling import Cancelling
    from creditmate.services.claims import Claims
    from creditmate.services.extensions import Extensions
    from creditmate.services.interest import Interest
    from creditmate.services.invoice_drafts import InvoiceDrafts
    from creditmate.services.invoice_forms import InvoiceForms
    from creditmate.services.invoice_lists import InvoiceLists
    from creditmate.services.invoice_pages import InvoicePages
    from creditmate.services.invoicing import Invoicing
    from creditmate.services.payment_lists import PaymentLists
    from creditmate.services.payments import Payments
    from creditmate.services.plans import Plans
    from creditmate.services.work import WorkToInvoice
    from creditmate.services.write_offs import WriteOffs


class MoneyUseCases(Foundation):
    """What is invoiced, what comes in, and what pays what."""

    @cached_property
    def invoicing(self) -> "Invoicing":
        """Issuing invoices and credit notes."""
        from creditmate.services.invoicing import Invoicing

        return Invoicing(self._gateway, self.clock)

    @cached_property
    def plans(self) -> "Plans":
        """Payment plans."""
        from creditmate.services.plans import Plans

        return Plans(self._gateway, self.clock)

    @cached_property
    def extensions(self) -> "Extensions":
        """More time for customers."""
        from creditmate.services.extensions import Extensions

        return Extensions(self._gateway, self.clock)

    @cached_property
    def invoice_drafts(self) -> "InvoiceDrafts":
        """Invoices that are being written."""
        from creditmate.services.invoice_drafts import InvoiceDrafts

        return InvoiceDrafts(self.clock)

    @cached_property
    def invoice_forms(self) -> "InvoiceForms":
        """What the form of an invoice knows."""
        from creditmate.services.invoice_forms import InvoiceForms

        return InvoiceForms()

    @cached_property
    def invoice_lists(self) -> "InvoiceLists":
        """All invoices, filtered and sorted."""
        from creditmate.services.invoice_lists import InvoiceLists

        return InvoiceLists()

    @cached_property
    def invoice_pages(self) -> "InvoicePages":
        """Everything on one invoice."""
        from creditmate.services.invoice_pages import InvoicePages

        return InvoicePages(self.invoice_lists)

    @cached_property
    def cancelling(self) -> "Cancelling":
        """Cancelling an invoice of ours."""
        from creditmate.services.cancelling import Cancelling

        return Cancelling(self._gateway, self.clock)

    @cached_property
    def write_offs(self) -> "WriteOffs":
        """Writing off what will not be paid."""
        from creditmate.services.write_offs import WriteOffs

        return WriteOffs(self._gateway, self.clock)

    @cached_property
    def work(self) -> "WorkToInvoice":
        """Work that waits to be invoiced."""
        from creditmate.services.work import WorkToInvoice

        return WorkToInvoice(self._gateway, self.clock)

    @cached_property
    def payments(self) -> "Payments":
        """Recording money, and what went wrong with it."""
        from creditmate.services.payments import Payments

        return Payments(self._gateway, self.clock)

    @cached_property
    def allocating(self) -> "Allocating":
        """Setting money against invoices."""
        from creditmate.services.allocating import Allocating

        return Allocating(self._gateway, self.clock)

    @cached_property
    def payment_lists(self) -> "PaymentLists":
        """All payments, filtered and sorted."""
        from creditmate.services.payment_lists import PaymentLists

        return PaymentLists()

    @cached_property
    def claims(self) -> "Claims":
        """What customers say they have paid."""
        from creditmate.services.claims import Claims

        return Claims(self._gateway, self.clock)

    @cached_property
    def interest(self) -> "Interest":
        """Interest for paying late."""
        from creditmate.services.interest import Interest

        return Interest(self._gateway, self.clock)
