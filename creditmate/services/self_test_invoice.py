"""The self-test's invoice: issued, read back, cancelled, and its copy marked."""

from decimal import Decimal

from creditmate.documents.read_back import page_texts
from creditmate.domain.new_invoice import NewInvoice, NewLine
from creditmate.services.invoice_issue import InvoiceIssue
from creditmate.services.program import Program

_GROSS = "1,234.50"


def invoice_read_back(program: Program, code: str) -> tuple[str, int, dict[str, bool]]:
    """Issue an invoice in the open ledger and read what is printed on it.

    Returns:
        Its number and size, and whether what has to be there is.
    """
    line = NewLine("Łódź – 12 × 3", Decimal("2.5"), Decimal("493.80"), tax="O")
    plan = program.ask(
        lambda: program.invoicing.plan(NewInvoice(code, program.clock.today, (line,)))
    )
    done = InvoiceIssue(program.invoicing, program.ask).issue(plan)
    number = done.issued.number
    text = "\n".join(page_texts(done.pdf))
    found = {expected: expected in text for expected in (number, line.description, _GROSS)}
    program.ask(lambda: program.cancelling.cancel(number, "self-test"))
    stored = program.ask(lambda: program.invoicing.stored_number(number))
    copy = "\n".join(page_texts(stored.copy()))
    found |= {"stored": stored.pdf == done.pdf, "Cancelled": "Cancelled" in copy}
    return number, len(done.pdf), found
