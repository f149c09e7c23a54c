"""Writing the account of the sample to the ledger: documents, receipts, entries, allocations.

Documents and receipts of all customers are numbered in the order of their days, without a gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from creditmate.db.gateway import Writing
from creditmate.db.imports import (
    add_documents,
    add_entries,
    add_finished_allocations,
    add_receipts,
    number_key,
)
from creditmate.db.numbering import begin_series_at
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.numbering import NumberPattern, next_number
from creditmate.services.sample.account import Account, Allocation, Document, Entry, Receipt
from creditmate.services.sample.firms import Firm
from creditmate.services.sample.rookmere import SERIES
from creditmate.services.sample.story import Story

_OWN = "own"
"""The source of documents that the ledger itself issued."""
_Numbered = TypeVar("_Numbered", Document, Receipt)
_SAID_DOCUMENTS = 3  # numbers that a payer writes in the reference


@dataclass(slots=True)
class Ids:
    """Which row each thing became."""

    customers: dict[str, int]
    terms: dict[str, int]
    contacts: dict[str, range] = field(default_factory=dict)
    documents: dict[Document, int] = field(default_factory=dict)
    receipts: dict[Receipt, int] = field(default_factory=dict)
    entries: dict[Entry, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Owned:
    """An account with whose it is."""

    story: Story
    account: Account


def write_accounts(writing: Writing, stories: Sequence[Story], ids: Ids) -> None:
    """Number and write all that moved what the customers owe."""
    owned = [_Owned(story, account) for story in stories for account in story.accounts.values()]
    _documents(writing, owned, ids)
    _receipts(writing, owned, ids)
    _entries(writing, owned, ids)
    _allocations(writing, owned, ids)


def _numbered(writing: Writing, papers: list[_Numbered], kind: str) -> None:
    """Give numbers in the order of the days; papers of one day keep the order they came in.

    No paper is kept of them, so the series is told where to go on.
    """
    pattern, used = NumberPattern(SERIES[kind]), 0
    papers.sort(key=lambda paper: paper.day)
    for paper in papers:
        paper.number, used = next_number(pattern, paper.day, used)
    begin_series_at(writing, kind, used + 1)


def _documents(writing: Writing, owned: Sequence[_Owned], ids: Ids) -> None:
    whose = {document: of.story for of in owned for document in of.account.documents}
    for kind in (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE):
        _numbered(writing, [document for document in whose if document.kind is kind], kind.value)
    issued = sorted(whose, key=lambda document: (document.day, document.kind, document.number))
    rows = [_document_row(whose[document].firm, document, ids) for document in issued]
    ids.documents = dict(zip(issued, add_documents(writing, rows), strict=True))


def _document_row(firm: Firm, document: Document, ids: Ids) -> tuple[object, ...]:
    return (
        ids.customers[firm.code],
        document.kind.value,
        "own",
        "issued",
        _OWN,
        document.number,
        number_key(document.number),
        1,
        document.day,
        document.order_number,
        ids.terms[firm.terms],
        document.gross.currency,
        document.net.minor,
        document.tax.minor,
        document.gross.minor,
        None,
        None,
    )


def _receipts(writing: Writing, owned: Sequence[_Owned], ids: Ids) -> None:
    whose = {receipt: of for of in owned for receipt in of.account.receipts}
    came = list(whose)
    _numbered(writing, came, "receipt")
    said = {receipt: _reference(whose[receipt], receipt) for receipt in came}
    rows = [
        (
            receipt.number,
            receipt.day,
            receipt.method,
            whose[receipt].story.firm.name.upper(),
            said[receipt],
            receipt.amount.currency,
            receipt.amount.minor,
            0,
            None,
            None,
            None,
        )
        for receipt in came
    ]
    ids.receipts = dict(zip(came, add_receipts(writing, rows), strict=True))


def _reference(of: _Owned, receipt: Receipt) -> str:
    """What the payer wrote: the invoices if they are few, else the account."""
    paid = [
        made.debit.document.number
        for made in of.account.allocations
        if made.credit.receipt is receipt and made.minor > 0 and made.debit.document
    ]
    numbers = list(dict.fromkeys(paid))
    return " ".join(numbers) if 0 < len(numbers) <= _SAID_DOCUMENTS else of.story.firm.code


def _entries(writing: Writing, owned: Sequence[_Owned], ids: Ids) -> None:
    whose = {entry: of.story for of in owned for entry in of.account.entries}
    moved = sorted(whose, key=lambda entry: entry.day)
    rows = [
        (
            ids.customers[whose[entry].firm.code],
            ids.documents[entry.document] if entry.document else None,
            ids.receipts[entry.receipt] if entry.receipt else None,
            entry.part,
            entry.kind.value,
            entry.day,
            entry.due_day,
            entry.amount.currency,
            entry.amount.minor,
            entry.open.minor,
            entry.closed_day,
        )
        for entry in moved
    ]
    ids.entries = dict(zip(moved, add_entries(writing, rows), strict=True))


def _allocations(writing: Writing, owned: Sequence[_Owned], ids: Ids) -> None:
    whose = {made: of.story for of in owned for made in of.account.allocations}
    ordered = sorted(whose, key=lambda made: made.day)
    known: dict[Allocation, int] = {}
    for chosen in (
        [made for made in ordered if made.reverses is None],
        [made for made in ordered if made.reverses is not None],
    ):
        rows = [
            (
                ids.entries[made.credit],
                ids.entries[made.debit],
                made.minor,
                made.day,
                None if made.reverses is None else known[made.reverses],
                ids.customers[whose[made].firm.code],
                made.debit.amount.currency,
                made.debit.day,
                _due(made.debit),
                made.credit.day,
            )
            for made in chosen
        ]
        known |= zip(chosen, add_finished_allocations(writing, rows), strict=True)


def _due(debit: Entry) -> date:
    if debit.due_day is None:
        raise ValueError(f"{debit.kind} without a due day")
    return debit.due_day
