"""A charge note in the sample: the fixed sum for one small invoice of a firm that pays late."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from creditmate.db import invoices
from creditmate.db.gateway import Writing
from creditmate.documents.invoice import draw_invoice
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewInvoice, NewLine
from creditmate.services.invoice_plans import plan_invoice
from creditmate.services.invoice_rows import content_of, entries_of
from creditmate.services.invoicing import add_paper_of
from creditmate.services.numbering import next_place
from creditmate.services.sample.account import Document
from creditmate.services.sample.situations import PLOTS
from creditmate.services.sample.story import Story

_WORKING_DAYS_AGO = 1
_LATE = 7
"""Days late after which the business charges."""
_DEBT_BELOW, _FIXED_SUM = Money(1_000_00, "GBP"), Money(40_00, "GBP")
"""The lowest tier of the fixed sum of late payment (domain-rules 4.1)."""


def write_charge(writing: Writing, stories: Sequence[Story], today: date) -> None:
    """Issue the fixed sum for the small invoice that is late longest."""
    day = stories[0].setting.working_ago(_WORKING_DAYS_AGO)
    late = [found for story in stories for found in _late(story, day)]
    if not late:  # a day on which every small debt was paid in time
        return
    _, code, document = min(late, key=lambda found: (found[0], found[1], found[2].number))
    line = NewLine("Fixed sum for late payment", Decimal(1), _FIXED_SUM.decimal)
    new = NewInvoice(code, day, (line,), kind=DocumentKind.CHARGE_NOTE, belongs_to=document.number)
    plan, place = plan_invoice(new, today), next_place(DocumentKind.CHARGE_NOTE.value, day)
    paper = replace(plan.paper, number=place.number)
    paper_id = add_paper_of(writing, plan, paper, draw_invoice(paper))
    content = content_of(writing, plan, place.number)
    entries_of(writing, plan, invoices.add_own_document(writing, content, paper_id))


def _late(story: Story, day: date) -> Iterator[tuple[date, str, Document]]:
    """Small invoices late for a while of a British company of which no story is told."""
    firm = story.firm
    if firm.country != "GB" or firm.form != "company" or firm.code in PLOTS:
        return
    for entry, money in story.account.overdue(day):
        document, due = entry.document, entry.due_day
        if document is None or due is None or (day - due).days < _LATE:
            continue
        if document.kind is DocumentKind.INVOICE and money == document.gross < _DEBT_BELOW:
            yield due, firm.code, document
