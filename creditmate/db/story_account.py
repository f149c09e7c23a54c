"""The part of a customer's story that the account tells: papers of trade, money, disputes."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.models import (
    Action,
    Dispute,
    DisputeCare,
    DisputeEvent,
    DisputeItem,
    Document,
    Entry,
    Receipt,
)
from creditmate.db.story_keys import story_key
from creditmate.db.story_moved import files_of
from creditmate.domain.attachments import Subject
from creditmate.domain.disputes import DisputedItem, DisputeEventKind
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.story import (
    DisputeMoved,
    DisputeRaised,
    DocumentIssued,
    Happening,
    MoneyMoved,
)

_OF_DOCUMENTS = (EntryKind.INVOICE, EntryKind.CREDIT_NOTE, EntryKind.CHARGE)
"""Entries that their document tells of."""
_BY_US = (EntryKind.CANCELLATION, EntryKind.WRITE_OFF, EntryKind.WAIVER)
"""What we lessen an item by for a reason that we gave."""


# ------------------------------------------------------------------ documents
def document_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of documents that were issued and not voided."""
    return Document.select(Document.day, Document.id).where(
        (Document.customer_id == customer)
        & (Document.day <= as_at)
        & (Document.state == "issued")
        & Document.void_action_id.is_null()
    )


def documents(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[DocumentIssued]:
    """Return these documents with the days on which their parts are due."""
    parts: dict[int, list[date]] = {}
    dues = (
        Entry.select(Entry.document_id, Entry.due_day)
        .where(Entry.document_id.in_(list(ids)) & Entry.due_day.is_null(False))
        .where(Entry.void_action_id.is_null() & Entry.kind.in_(_OF_DOCUMENTS))
        .order_by(Entry.due_day)
    )
    for document, due in database.execute(dues):
        parts.setdefault(document, []).append(date.fromisoformat(due))
    query = Document.select(
        Document.day, Document.id, Document.kind, Document.number, Document.order_number,
        Document.gross_minor, Document.currency,
    ).where(Document.id.in_(list(ids)))  # fmt: skip
    for day, id_, kind, number, order, gross, currency in database.execute(query):
        yield DocumentIssued(
            key=story_key(day, Happening.DOCUMENT, id_),
            kind=DocumentKind(kind),
            number=number,
            order_number=order,
            parts=tuple(parts.get(id_, ())),
            gross=Money(gross, currency),
        )


# ------------------------------------------------------------------ money
def money_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of what moved the account without a document of its own."""
    there = (Entry.day <= as_at) & Entry.void_action_id.is_null()
    alone = Entry.select(Entry.day, Entry.id).where(
        (Entry.customer_id == customer) & Entry.document_id.is_null() & there
    )
    # a discount, a write-off: found by the document it lessens, as entries have no such index
    beside = (
        Entry.select(Entry.day, Entry.id)
        .join(Document, on=Document.id == Entry.document_id)
        .where((Document.customer_id == customer) & Entry.kind.not_in(_OF_DOCUMENTS) & there)
    )
    return alone.union_all(beside)


def money(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[MoneyMoved]:
    """Return these movements of money."""
    number = fn.COALESCE(fn.NULLIF(Receipt.number, ""), Document.number, "")
    query = (
        Entry.select(
            Entry.day, Entry.id, Entry.kind, number, fn.COALESCE(Receipt.reference, ""),
            Entry.amount_minor, Entry.currency, fn.COALESCE(Receipt.presumed, 0), Action.reason,
        )
        .join(Action, on=Action.id == Entry.action_id)
        .switch(Entry)
        .join(Receipt, JOIN.LEFT_OUTER, on=Receipt.id == Entry.receipt_id)
        .switch(Entry)
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == Entry.document_id)
        .where(Entry.id.in_(list(ids)))
    )  # fmt: skip
    for day, id_, kind, named, reference, amount, currency, *more in database.execute(query):
        presumed, reason = more
        yield MoneyMoved(
            key=story_key(day, Happening.MONEY, id_),
            kind=EntryKind(kind),
            number=named,
            reference=reference,
            amount=Money(amount, currency),
            presumed=bool(presumed),
            reason=reason if kind in _BY_US else "",
        )


# ------------------------------------------------------------------ disputes
def raised_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of disputes."""
    return Dispute.select(Dispute.raised_day, Dispute.id).where(
        (Dispute.customer_id == customer)
        & (Dispute.raised_day <= as_at)
        & Dispute.void_action_id.is_null()
    )


def raised(customer: int, as_at: date, ids: Sequence[int]) -> Iterator[DisputeRaised]:
    """Return these disputes; an ending later than the day is not known."""
    items, shown = _items(ids), _evidence(ids, as_at)
    files = files_of(customer, ids, Subject.DISPUTE)
    query = Dispute.select(
        Dispute.raised_day, Dispute.id, Dispute.reason, Dispute.by_whom, Dispute.answer_by_day,
        Dispute.note, Dispute.ended_day,
    ).where(Dispute.id.in_(list(ids)))  # fmt: skip
    for day, id_, reason, by_whom, answer_by, note, ended in database.execute(query):
        over = maybe_day(ended)
        yield DisputeRaised(
            key=story_key(day, Happening.DISPUTE_RAISED, id_),
            reason=reason,
            by_whom=by_whom,
            answer_by=maybe_day(answer_by),
            note=note,
            items=items.get(id_, ()),
            ended_day=over if over is not None and over <= as_at else None,
            evidence=shown.get(id_, ""),
            files=tuple(files.get(id_, ())),
        )


def _evidence(ids: Sequence[int], as_at: date) -> dict[int, str]:
    """What shows them, in words, as it was told last."""
    query = (
        DisputeCare.select(DisputeCare.dispute_id, DisputeCare.evidence)
        .where(DisputeCare.dispute_id.in_(list(ids)) & (DisputeCare.day <= as_at))
        .where(DisputeCare.void_action_id.is_null() & (DisputeCare.evidence != ""))
        .order_by(DisputeCare.day, DisputeCare.id)
    )
    return dict(database.execute(query))


def moved_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of what became of disputes."""
    return (
        DisputeEvent.select(DisputeEvent.day, DisputeEvent.id)
        .join(Dispute, on=Dispute.id == DisputeEvent.dispute_id)
        .where((Dispute.customer_id == customer) & (DisputeEvent.day <= as_at))
        .where(Dispute.void_action_id.is_null() & DisputeEvent.void_action_id.is_null())
    )


def moved(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[DisputeMoved]:
    """Return what became of disputes."""
    query = (
        DisputeEvent.select(
            DisputeEvent.day, DisputeEvent.id, DisputeEvent.kind, DisputeEvent.note, Dispute.id,
            Dispute.reason, Dispute.raised_day, DisputeEvent.amount_minor, _before(),
        )
        .join(Dispute, on=Dispute.id == DisputeEvent.dispute_id)
        .where(DisputeEvent.id.in_(list(ids)))
    )  # fmt: skip
    found = list(database.execute(query))
    items = _items([row[4] for row in found])
    for day, id_, kind, note, dispute, reason, raised_day, minor, before in found:
        yield DisputeMoved(
            key=story_key(day, Happening.DISPUTE_ENDED, id_),
            kind=DisputeEventKind(kind),
            reason=reason,
            raised_day=date.fromisoformat(raised_day),
            note=note,
            items=items.get(dispute, ()),
            amount=_amount(minor, items.get(dispute, ())),
            reopened=kind == DisputeEventKind.AMENDED and before not in _STILL_OPEN,
        )


_STILL_OPEN = (None, DisputeEventKind.AMENDED)


def _before() -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the kind of what became of the same dispute just before."""
    earlier = DisputeEvent.alias()
    is_earlier = (earlier.day < DisputeEvent.day) | (
        (earlier.day == DisputeEvent.day) & (earlier.id < DisputeEvent.id)
    )
    return (
        earlier.select(earlier.kind)
        .where((earlier.dispute_id == DisputeEvent.dispute_id) & is_earlier)
        .where(earlier.void_action_id.is_null())
        .order_by(earlier.day.desc(), earlier.id.desc())
        .limit(1)
    )


def _amount(minor: int | None, items: Sequence[DisputedItem]) -> Money | None:
    return None if minor is None or not items else Money(minor, items[0].original.currency)


def _items(disputes: Sequence[int]) -> dict[int, tuple[DisputedItem, ...]]:
    query = (
        DisputeItem.select(
            DisputeItem.dispute_id, fn.COALESCE(Document.number, ""), DisputeItem.amount_minor,
            Entry.amount_minor, Entry.currency,
        )
        .join(Entry, on=Entry.id == DisputeItem.entry_id)
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == Entry.document_id)
        .where(DisputeItem.dispute_id.in_(list(disputes)))
        .order_by(DisputeItem.id)
    )  # fmt: skip
    found: dict[int, tuple[DisputedItem, ...]] = {}
    for dispute, number, minor, original, currency in database.execute(query):
        amount = None if minor is None else Money(minor, currency)
        item = DisputedItem(number, amount, Money(original, currency))
        found[dispute] = (*found.get(dispute, ()), item)
    return found
