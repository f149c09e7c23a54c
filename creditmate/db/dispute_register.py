"""The register of questions from the tables, as at a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.days import maybe_day
from creditmate.db.models import (
    Attachment,
    Customer,
    Dispute,
    DisputeCare,
    DisputeEvent,
    DisputeItem,
    Document,
    Entry,
    Staff,
)
from creditmate.domain.attachments import Subject
from creditmate.domain.dispute_register import DisputeItemRow, DisputePick, DisputeRow
from creditmate.domain.disputes import DisputeEventKind, Moved, poured, standing
from creditmate.domain.money import Money

_STANDS = Dispute.void_action_id.is_null()
"""What was undone never was, at any day."""


def dispute_rows(
    as_at: date,
    customers: Sequence[int] | None = None,
    *,
    pick: DisputePick = DisputePick.ALL,
    raised: tuple[date, date] | None = None,
) -> list[DisputeRow]:
    """Return questions as at a day, the oldest first.

    Args:
        as_at: What is dated later is not known.
        customers: Of these; of everybody for None.
        pick: With ``OPEN`` those that ended are not read; the caller filters what is left.
        raised: Only what was raised between these days, both included.
    """
    query = Dispute.select(Dispute.id).where((Dispute.raised_day <= as_at) & _STANDS)
    if customers is not None:
        query = query.where(Dispute.customer_id.in_(list(customers)))
    if pick is DisputePick.OPEN:
        query = query.where(Dispute.ended_day.is_null() | (Dispute.ended_day > as_at))
    if raised is not None:
        query = query.where(Dispute.raised_day.between(*raised))
    ids = [id_ for (id_,) in database.execute(query.order_by(Dispute.raised_day, Dispute.id))]
    return _rows(ids, as_at)


def dispute_row(id_: int, as_at: date) -> DisputeRow | None:
    """Return one question as at a day; None where there is none."""
    there = Dispute.select(Dispute.id).where((Dispute.id == id_) & _STANDS)
    known = there.where(Dispute.raised_day <= as_at).exists()
    return next(iter(_rows([id_], as_at)), None) if known else None


def _rows(ids: Sequence[int], as_at: date) -> list[DisputeRow]:
    return [row for chunk in chunks(ids) for row in _some(chunk, as_at)]


def _some(ids: Sequence[int], as_at: date) -> Iterable[DisputeRow]:
    moves, cares = _moves(ids, as_at), _cares(ids, as_at)
    items, files = _items(ids), _files(ids)
    query = (
        Dispute.select(
            Dispute.id, Dispute.customer_id, Customer.code, Customer.name, Dispute.reason,
            Dispute.by_whom, Dispute.note, Dispute.raised_day, Dispute.day_presumed,
            Dispute.answer_by_day,
        )
        .join(Customer, on=Customer.id == Dispute.customer_id)
        .where(Dispute.id.in_(list(ids)))
        .order_by(Dispute.raised_day, Dispute.id)
    )  # fmt: skip
    for id_, customer, code, name, reason, by_whom, note, raised, presumed, by in database.execute(
        query
    ):
        stands = standing(date.fromisoformat(raised), moves.get(id_, ()), as_at)
        care = cares.get(id_, [])
        evidence = [text for _, _, _, text in care if text]
        owner, initials, answer_by, _ = care[-1] if care else (None, "", by, "")
        yield DisputeRow(
            id=id_,
            customer_id=customer,
            code=code,
            name=name,
            reason=reason,
            by_whom=by_whom,
            note=note,
            evidence=evidence[-1] if evidence else "",
            owner=owner,
            initials=initials,
            answer_by=maybe_day(answer_by),
            day_presumed=bool(presumed),
            items=_questioned(items[id_], stands.amended, stands.minor),
            standing=stands,
            as_at=as_at,
            files=files.get(id_, 0),
        )


def _moves(ids: Sequence[int], as_at: date) -> dict[int, list[Moved]]:
    query = (
        DisputeEvent.select(
            DisputeEvent.dispute_id, DisputeEvent.kind, DisputeEvent.day,
            DisputeEvent.amount_minor, DisputeEvent.note,
        )
        .where(DisputeEvent.dispute_id.in_(list(ids)) & (DisputeEvent.day <= as_at))
        .where(DisputeEvent.void_action_id.is_null())
        .order_by(DisputeEvent.day, DisputeEvent.id)
    )  # fmt: skip
    found: dict[int, list[Moved]] = {}
    for dispute, kind, day, minor, note in database.execute(query):
        move = Moved(DisputeEventKind(kind), date.fromisoformat(day), minor, note)
        found.setdefault(dispute, []).append(move)
    return found


_Care = tuple[int | None, str, str | None, str]
"""Who of us, with the initials, until when, and what proves it."""


def _cares(ids: Sequence[int], as_at: date) -> dict[int, list[_Care]]:
    query = (
        DisputeCare.select(
            DisputeCare.dispute_id, DisputeCare.staff_id, fn.COALESCE(Staff.initials, ""),
            DisputeCare.answer_by_day, DisputeCare.evidence,
        )
        .join(Staff, JOIN.LEFT_OUTER, on=Staff.id == DisputeCare.staff_id)
        .where(DisputeCare.dispute_id.in_(list(ids)) & (DisputeCare.day <= as_at))
        .where(DisputeCare.void_action_id.is_null())
        .order_by(DisputeCare.day, DisputeCare.id)
    )  # fmt: skip
    found: dict[int, list[_Care]] = {}
    for dispute, *care in database.execute(query):
        found.setdefault(dispute, []).append((care[0], care[1], care[2], care[3]))
    return found


_Item = tuple[int, str, Money, int | None]


def _items(ids: Sequence[int]) -> dict[int, list[_Item]]:
    query: Any = (
        DisputeItem.select(
            DisputeItem.dispute_id, Entry.id, fn.COALESCE(Document.number, ""),
            Entry.amount_minor, Entry.currency, DisputeItem.amount_minor,
        )
        .join(Entry, on=Entry.id == DisputeItem.entry_id)
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == Entry.document_id)
        .where(DisputeItem.dispute_id.in_(list(ids)))
        .order_by(DisputeItem.id)
    )  # fmt: skip
    found: dict[int, list[_Item]] = {}
    for dispute, entry, number, amount, currency, minor in database.execute(query):
        found.setdefault(dispute, []).append((entry, number, Money(amount, currency), minor))
    return found


def _questioned(
    items: Sequence[_Item], amended: bool, minor: int | None
) -> tuple[DisputeItemRow, ...]:
    sums = [asked for *_, asked in items]
    if amended:
        sums = poured(minor, [original.minor for _, _, original, _ in items])
    return tuple(
        DisputeItemRow(
            entry, number, original, Money(original.minor if asked is None else asked,
                                           original.currency)
        )
        for (entry, number, original, _), asked in zip(items, sums, strict=True)
    )  # fmt: skip


def _files(ids: Sequence[int]) -> dict[int, int]:
    query = (
        Attachment.select(Attachment.subject_id, fn.COUNT(Attachment.id))
        .where((Attachment.subject == Subject.DISPUTE) & Attachment.subject_id.in_(list(ids)))
        .where(Attachment.archived_day.is_null())
        .group_by(Attachment.subject_id)
    )
    return dict(database.execute(query))
