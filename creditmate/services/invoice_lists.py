"""Lists of invoices and credit notes: the order once, as ids, then the rows looked at."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from creditmate.db import invoice_lists as kept
from creditmate.db.customers import customer_names
from creditmate.db.disputes import disputed_entries
from creditmate.db.invoice_lists import ListedDocument, Sortable
from creditmate.db.work_items import first_done_days
from creditmate.domain.invoice_list import (
    InvoiceListing,
    InvoiceNarrow,
    InvoiceOrder,
    InvoicesWanted,
    InvoiceTotals,
)
from creditmate.domain.invoice_rows import InvoiceRow
from creditmate.domain.invoice_state import invoice_state
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money, totals_by_currency
from creditmate.services.customers import require_customer
from creditmate.services.invoice_book import InvoiceBook, read_book

_HEAD = 128  # rows that come with the list itself
_Key = Callable[[Sortable], tuple[object, ...]]


class InvoiceLists:
    """Questions of the place; nothing is written."""

    def listing(self, wanted: InvoicesWanted, as_at: date) -> InvoiceListing:
        """Return the list in its order, with its sums and its first rows.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        book = read_book(as_at)
        ids = _ids(book, wanted)
        return InvoiceListing(
            wanted=wanted,
            as_at=as_at,
            ids=ids,
            head=self.rows(ids[:_HEAD], as_at),
            totals=_totals(book, ids),
            counts=book.counts(),
        )

    def rows(self, ids: Sequence[int], as_at: date) -> list[InvoiceRow]:
        """Return these documents, a few hundred at a time, in their order; unknown left out."""
        documents = kept.listed(ids)
        entries = kept.entries_of(list(documents), as_at)
        kinds = kept.settled_kinds(list(documents), as_at)
        first_work = first_done_days(list(documents))
        customers = sorted({document.customer_id for document in documents.values()})
        questioned: dict[int, int] = {}
        unanswered = set[int]()
        for row in disputed_entries(as_at, customers):
            taken = questioned.get(row.entry_id, 0) + row.disputed.minor
            questioned[row.entry_id] = min(taken, row.open.minor)
            unanswered |= set() if row.to_credit else {row.entry_id}
        found = []
        for id_ in ids:
            if id_ in documents:
                parts = entries.get(id_, [])
                disputed = sum(questioned.get(entry, 0) for entry, *_ in parts)
                first = first_work.get(id_)
                by = kinds.get(id_, {})
                made = _row(documents[id_], parts, by, disputed, first, as_at)
                credit = bool(disputed) and not any(entry in unanswered for entry, *_ in parts)
                found.append(replace(made, to_credit=True) if credit else made)
        return found

    def totals(self, ids: Sequence[int], as_at: date) -> InvoiceTotals:
        """Return the sums of a choice of documents."""
        return _totals(read_book(as_at), ids)


def _ids(book: InvoiceBook, wanted: InvoicesWanted) -> Sequence[int]:
    everything = not (wanted.text.strip() or wanted.code.strip())
    if everything and wanted.order is InvoiceOrder.DAY and book.members(wanted.narrow) is None:
        ids = kept.all_ids(book.as_at, descending=wanted.descending)
        if wanted.narrow is InvoiceNarrow.ALL:
            return ids
        others = book.not_paid()
        return array("q", (id_ for id_ in ids if id_ not in others))
    rows = _chosen(book, wanted)
    rows.sort(key=_order(book, wanted.order), reverse=wanted.descending)
    return array("q", (row.id for row in rows))


def _chosen(book: InvoiceBook, wanted: InvoicesWanted) -> list[Sortable]:
    text = wanted.text.strip().casefold()
    customers = kept.customers_named(text) if text else None
    only = require_customer(wanted.code).id if wanted.code.strip() else None
    if only is not None and not text:
        customers = [only]
    rows = kept.sortable(book.as_at, book.members(wanted.narrow), customers, text)
    if only is not None:
        rows = [row for row in rows if row.customer_id == only]
    if wanted.narrow is InvoiceNarrow.PAID:
        others = book.not_paid()
        rows = [row for row in rows if row.id not in others]
    if wanted.narrow is InvoiceNarrow.PART_PAID:
        rows = [row for row in rows if book.open[row.id].minor < row.gross_minor]
    return rows


def _order(book: InvoiceBook, order: InvoiceOrder) -> _Key:
    """The sort key: within the same value by day and id."""
    if order is InvoiceOrder.CUSTOMER:
        names = {id_: name.casefold() for id_, (_, name) in customer_names().items()}
        return lambda row: (names[row.customer_id], row.day, row.id)
    if order is InvoiceOrder.DUE:
        return lambda row: (
            book.open[row.id].due_day if row.id in book.open else "",
            row.day,
            row.id,
        )
    if order is InvoiceOrder.OPEN:
        return lambda row: (
            book.open[row.id].minor if row.id in book.open else 0,
            row.day,
            row.id,
        )
    return {
        InvoiceOrder.NUMBER: lambda row: (_by_number(row.number_key), row.id),
        InvoiceOrder.ORDER_NUMBER: lambda row: (row.order_number.casefold(), row.day, row.id),
        InvoiceOrder.GROSS: lambda row: (row.gross_minor, row.day, row.id),
        InvoiceOrder.DAY: lambda row: (row.day, row.id),
    }[order]


def _by_number(key: str) -> tuple[str, int, str]:
    """Numbers as people count: what ends in 99 comes before what ends in 100."""
    digits = key[len(key.rstrip("0123456789")) :]
    return key[: len(key) - len(digits)], int(digits or 0), key


def _totals(book: InvoiceBook, ids: Sequence[int]) -> InvoiceTotals:
    chosen = set(ids)
    found = [one for id_, one in book.open.items() if id_ in chosen]
    late = [one for one in found if one.overdue_minor]
    return InvoiceTotals(
        count=len(ids),
        open=tuple(totals_by_currency(Money(one.minor, one.currency) for one in found)),
        overdue=tuple(totals_by_currency(Money(one.overdue_minor, one.currency) for one in late)),
    )


def _row(  # noqa: PLR0913, PLR0917 - what a row is made from
    document: ListedDocument,
    parts: Sequence[tuple[int, int, str | None]],
    by: dict[EntryKind, int],
    disputed: int,
    first_work: date | None,
    as_at: date,
) -> InvoiceRow:
    kind, day = DocumentKind(document.kind), date.fromisoformat(document.day)
    open_ = sum(minor for _, minor, _ in parts)
    sign = -1 if kind is DocumentKind.CREDIT_NOTE else 1
    dues = [due for _, minor, due in parts if due is not None and minor]
    due = min(dues) if dues else max((due for *_, due in parts if due is not None), default=None)
    return InvoiceRow(
        id=document.id,
        as_at=as_at,
        number=document.number,
        kind=kind,
        own=document.origin == "own",
        code=document.code,
        name=document.name,
        day=day,
        due_day=None if due is None else date.fromisoformat(due),
        order_number=document.order_number,
        gross=Money(sign * document.gross_minor, document.currency),
        open=Money(open_, document.currency),
        state=invoice_state(document.gross_minor, abs(open_), by),
        disputed=Money(disputed, document.currency),
        lag_days=None if first_work is None else (day - first_work).days,
    )
