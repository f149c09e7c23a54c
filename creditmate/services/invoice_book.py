"""What lists of invoices are narrowed by, as at a day: the open ones and those that ended early.

Of a long book these are few; what is neither is paid.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from creditmate.db import invoice_lists as kept
from creditmate.db.disputes import disputed_entries
from creditmate.db.invoice_lists import OpenDocument
from creditmate.domain.invoice_list import COUNTED, InvoiceNarrow
from creditmate.domain.invoice_state import InvoiceState, invoice_state
from creditmate.domain.kinds import EntryKind

_STATES = {
    InvoiceNarrow.CREDITED: InvoiceState.CREDITED,
    InvoiceNarrow.CANCELLED: InvoiceState.CANCELLED,
    InvoiceNarrow.WRITTEN_OFF: InvoiceState.WRITTEN_OFF,
}


@dataclass(frozen=True, slots=True)
class InvoiceBook:
    """``ended`` are invoices of which nothing is open and that were not paid, and how they ended.

    ``notes`` are the credit notes, ``count`` all documents.
    """

    as_at: date
    open: Mapping[int, OpenDocument]
    ended: Mapping[int, InvoiceState]
    notes: Collection[int]
    questioned: Collection[int]
    count: int

    def members(self, narrow: InvoiceNarrow) -> Collection[int] | None:
        """Who belongs to a narrowing; None where that is all documents, or all but ``others``."""
        if narrow in {InvoiceNarrow.ALL, InvoiceNarrow.PAID}:
            return None
        if narrow in _STATES:
            return {id_ for id_, state in self.ended.items() if state is _STATES[narrow]}
        day = self.as_at.isoformat()
        if narrow is InvoiceNarrow.NOT_DUE:
            return {id_ for id_, one in self.open.items() if one.due_day >= day}
        if narrow is InvoiceNarrow.OVERDUE:
            return {id_ for id_, one in self.open.items() if one.due_day < day}
        return {
            InvoiceNarrow.OPEN: self.open.keys(),
            InvoiceNarrow.PART_PAID: self.open.keys(),
            InvoiceNarrow.IN_QUESTION: self.questioned,
            InvoiceNarrow.ENDED: self.ended.keys(),
            InvoiceNarrow.CREDIT_NOTES: self.notes,
        }[narrow]

    def not_paid(self) -> set[int]:
        """Return every document that is not a paid invoice."""
        return {*self.open, *self.ended, *self.notes}

    def counts(self) -> dict[InvoiceNarrow, int]:
        """Return how many documents the narrowings show."""
        found = {}
        for narrow in COUNTED:
            members = self.members(narrow)
            found[narrow] = self.count if members is None else len(members)
        found[InvoiceNarrow.PAID] = self.count - len(self.not_paid())
        return found


def read_book(as_at: date) -> InvoiceBook:
    """Read what lists as at a day are narrowed by."""
    open_ = kept.open_documents(as_at)
    disputed = {row.entry_id for row in disputed_entries(as_at) if not row.to_credit}
    return InvoiceBook(
        as_at=as_at,
        open=open_,
        ended=_ended(open_.keys(), as_at),
        notes=kept.credit_notes(as_at),
        questioned=kept.documents_of_entries(disputed) & open_.keys(),
        count=kept.count_documents(as_at),
    )


def _ended(open_: Collection[int], as_at: date) -> dict[int, InvoiceState]:
    closed = {id_: by for id_, by in kept.ended_documents(as_at).items() if id_ not in open_}
    paid_too = kept.otherwise_settled(closed.keys(), as_at)
    found: dict[int, InvoiceState] = {}
    for id_, kinds in closed.items():
        by = dict.fromkeys(kinds, 1) | ({EntryKind.RECEIPT: 1} if id_ in paid_too else {})
        state = invoice_state(1, 0, by)
        if state is not InvoiceState.PAID:
            found[id_] = state
    return found
