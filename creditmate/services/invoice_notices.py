"""What to look at before an invoice or charge note is issued; nothing of it stops."""

from collections.abc import Sequence

from creditmate.db.invoicees import Invoicee
from creditmate.domain.invoice_warnings import Notice
from creditmate.domain.invoicing import InvoiceLine
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.new_invoice import NewInvoice
from creditmate.domain.rows import BusinessRow
from creditmate.domain.taxes import CHARGED, TaxKind


def notices_of(
    new: NewInvoice,
    lines: Sequence[InvoiceLine],
    home: BusinessRow,
    about: Invoicee,
    *,
    usual: bool,
) -> tuple[Notice, ...]:
    """Return what to look at before the document is issued.

    Args:
        new: The document.
        lines: Its lines with their taxes.
        home: The business.
        about: The customer as one who is invoiced.
        usual: Whether the usual terms count since none were agreed.
    """
    kinds = {line.tax.kind for line in lines}
    reversed_ = TaxKind.REVERSE_CHARGE in kinds
    found = {
        Notice.SUPPLIED_LATER: new.supply_day is not None and new.supply_day > new.day,
        Notice.USUAL_TERMS: usual,
        Notice.NOT_REGISTERED: bool(kinds & CHARGED) and not home.tax_number.strip(),
        Notice.NO_TAX_NUMBER_OF_THEIRS: reversed_ and not about.tax_number.strip(),
        Notice.BOOKS_ELSEWHERE: bool(home.books_kept),
        Notice.NO_BANK: not (home.iban or home.bank_account),
        Notice.NO_ADVICE: new.kind is DocumentKind.CHARGE_NOTE,
    }
    return tuple(notice for notice, told in found.items() if told)
