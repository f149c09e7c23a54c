"""A receipt that was voided put down once more: what is void stays void, so it is a new one."""

from collections.abc import Mapping
from typing import Any

from creditmate.db.connection import database
from creditmate.db.entries import ALLOCATION_COLUMNS, ENTRY_COLUMNS, keep_open
from creditmate.db.gateway import Writing
from creditmate.db.imports import RECEIPT_COLUMNS
from creditmate.db.models import (
    Allocation,
    Claim,
    ClaimEvent,
    Deposit,
    DepositRelease,
    Entry,
    Receipt,
    ReceiptBank,
    ReceiptExtra,
)
from creditmate.db.models.base import Fact, Voidable
from creditmate.db.soundness import is_sound
from creditmate.db.standing_rows import Unsound

_Ids = dict[int, int]
"""The id of each copy by that of what was voided."""


def put_down_again(writing: Writing, voided_by: int) -> None:
    """Copy what an action voided: the receipt, its entries, and what they were set against.

    Raises:
        Unsound: What it had paid has been paid otherwise since.
    """
    receipts = _copied(writing, Receipt, RECEIPT_COLUMNS, voided_by, {})
    entries = _copied(writing, Entry, ENTRY_COLUMNS, voided_by, {"receipt_id": receipts})
    for new in entries.values():
        Entry.update(open_minor=Entry.amount_minor, closed_day=None).where(
            Entry.id == new
        ).execute()
    _beside(writing, ReceiptBank, {"receipt_id": receipts})
    _beside(writing, ReceiptExtra, {"entry_id": entries, "receipt_id": receipts})
    deposits = _copied(writing, Deposit, ("entry_id", "job"), voided_by, {"entry_id": entries})
    release = ("deposit_id", "day")
    _copied(writing, DepositRelease, release, voided_by, {"deposit_id": deposits})
    _find_again(writing, voided_by, receipts)
    _allocate_again(writing, voided_by, entries)


def _copied(
    writing: Writing,
    model: type[Voidable],
    columns: tuple[str, ...],
    voided_by: int,
    renamed: Mapping[str, _Ids],
) -> _Ids:
    """Copy the rows that an action voided, in their order."""
    query = model.select().where(model.void_action_id == voided_by).order_by(model.id)
    rows = list(query)
    made = writing.add_many(model, columns, [_values(row, columns, renamed) for row in rows])
    return dict(zip((row.id for row in rows), made, strict=True))


def _values(row: Any, columns: tuple[str, ...], renamed: Mapping[str, _Ids]) -> tuple[Any, ...]:  # noqa: ANN401 - a model's row
    kept = ((name, getattr(row, name)) for name in columns)
    return tuple(renamed[name].get(value, value) if name in renamed else value
                 for name, value in kept)  # fmt: skip


def _beside(writing: Writing, model: type[Fact], renamed: Mapping[str, _Ids]) -> None:
    """Copy the facts that stand beside rows that were copied, found by the first of these."""
    column, ids = next(iter(renamed.items()))
    columns = tuple(name for name in ("receipt_id", "entry_id", "currency", "amount_minor")
                    if hasattr(model, name))  # fmt: skip
    rows = list(model.select().where(getattr(model, column).in_(list(ids))).order_by(model.id))
    writing.add_many(model, columns, [_values(row, columns, renamed) for row in rows])


def _find_again(writing: Writing, voided_by: int, receipts: _Ids) -> None:
    """Claims found in the receipt are found in it again, unless something came of them since."""
    other = ClaimEvent.alias("other")
    ended = other.select(other.claim_id).where(other.void_action_id.is_null())
    query = (
        ClaimEvent.select()
        .join(Claim, on=Claim.id == ClaimEvent.claim_id)
        .where((ClaimEvent.void_action_id == voided_by) & Claim.void_action_id.is_null())
        .where(ClaimEvent.claim_id.not_in(ended))
        .order_by(ClaimEvent.id)
    )
    columns = ("claim_id", "kind", "day", "receipt_id")
    rows = [_values(row, columns, {"receipt_id": receipts}) for row in query]
    writing.add_many(ClaimEvent, columns, rows)


def _allocate_again(writing: Writing, voided_by: int, entries: _Ids) -> None:
    """Repeat every allocation that there was before, settings and takings back alike."""
    before = (
        Allocation.debit_entry_id.in_(list(entries)) | Allocation.credit_entry_id.in_(list(entries))
    ) & (Allocation.action_id < voided_by)
    made: _Ids = {}
    renamed = {"credit_entry_id": entries, "debit_entry_id": entries, "reverses_id": made}
    for row in list(Allocation.select().where(before).order_by(Allocation.id)):
        values = _values(row, ALLOCATION_COLUMNS, renamed)
        (made[row.id],) = writing.add_many(Allocation, ALLOCATION_COLUMNS, [values])
    new = Allocation.id.in_(list(made.values()))
    pairs = Allocation.select(Allocation.credit_entry_id, Allocation.debit_entry_id).where(new)
    concerned = sorted({id_ for pair in database.execute(pairs) for id_ in pair})
    if not is_sound(concerned):
        raise Unsound(concerned)
    keep_open(concerned)
