"""The self-test's interest: an invoice paid late, worked out by law, charged, and read back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from creditmate.documents.read_back import page_texts
from creditmate.domain.due_rules import Net
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewInvoice, NewLine
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.receipts import Method, NewPayment, Part, Share
from creditmate.services.invoice_issue import InvoiceIssue
from creditmate.services.program import Program

_INVOICED, _PAID = date(2026, 5, 31), date(2026, 9, 28)
_OWED = Money(1_200_00, "GBP")
_INTEREST, _FIXED = Money(34_77, "GBP"), Money(70_00, "GBP")
"""90 days at 11.75 % a year, and the fixed sum of its tier (domain-rules 4.1)."""


def interest_read_back(program: Program, code: str) -> tuple[str, int, dict[str, bool]]:
    """Let a firm pay an invoice late, charge the interest, and read what is printed.

    Returns:
        The charge note's number and size, and whether what has to be there is.
    """
    program.ask(lambda: _become_a_firm(program, code))
    issue = InvoiceIssue(program.invoicing, program.ask)
    line = NewLine("Self-test", Decimal(1), _OWED.decimal, tax="O")
    new = NewInvoice(code, _INVOICED, (line,), terms=PaymentTerms(Net(30)))
    number = issue.issue(program.ask(lambda: program.invoicing.plan(new))).issued.number
    today = program.clock.today

    def worked_out() -> list[int]:
        (found,) = program.interest.of_number(number, today)
        share = Share(code, _OWED, (Part(found.debt.entry, _OWED),))
        program.payments.record(NewPayment(_PAID, Method.TRANSFER, (share,)))
        return [found.debt.entry]

    entries = program.ask(worked_out)
    (late,) = program.ask(lambda: program.interest.of_number(number, today))
    (plan,) = program.ask(lambda: program.interest.plan(entries, today))
    note = issue.issue(plan)
    text = "\n".join(page_texts(note.pdf))
    found = {"interest": late.interest == _INTEREST, "fixed sum": late.fixed == _FIXED}
    found |= {said: said in text for said in ("34.77", "70.00", "104.77", "90", number)}
    (left,) = program.ask(lambda: program.interest.of_number(number, today))
    return note.issued.number, len(note.pdf), found | {"nothing left": not left.left.total}


def _become_a_firm(program: Program, code: str) -> None:
    """The law reaches businesses only, and an import does not say what somebody is."""
    form = program.customer_editing.form(code)
    program.customer_editing.save(replace(form, legal_form=LegalForm.COMPANY))
