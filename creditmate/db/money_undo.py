"""Taking back what was done with money: by reversal, so that what was undone never was."""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.db import receipts
from creditmate.db.connection import database, execute
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Claim,
    ClaimEvent,
    Deposit,
    DepositRelease,
    Receipt,
)
from creditmate.db.models.base import Voidable, table_name
from creditmate.db.receipt_again import put_down_again
from creditmate.db.receipts import StoredReceipt
from creditmate.db.settlements import (
    free_allocations,
    standing,
    undo_all,
    undo_rows,
    void_entries,
)
from creditmate.db.soundness import is_sound
from creditmate.db.standing_rows import Unsound

_UNDONE_BY_REVERSAL = (
    "record-payment", "bounce-receipt", "refund", "release-deposit", "allocate",
    "take-back-allocation", "say-paid", "find-claim", "claim-not-found", "withdraw-claim",
    "void-receipt",
)  # fmt: skip
_VOIDED: tuple[type[Voidable], ...] = (Claim, ClaimEvent, DepositRelease, Deposit, Receipt)


@dataclass(frozen=True, slots=True)
class MoneyDeed:
    """An action that moved money, or said something of it, and whom it concerned."""

    action: int
    use_case: str
    customers: tuple[int, ...]


def money_deed(action: int) -> MoneyDeed | None:
    """Return an action that can be undone here; None if it is another, or undone already."""
    marks = ", ".join("?" * len(_UNDONE_BY_REVERSAL))
    row = execute(
        f"SELECT a.use_case FROM action a WHERE a.id = ? AND a.use_case IN ({marks}) AND NOT EXISTS"  # noqa: S608 - marks
        " (SELECT 1 FROM action u WHERE u.undoes_id = a.id)",
        (action, *_UNDONE_BY_REVERSAL),
    ).fetchone()
    if row is None:
        return None
    customers = execute(
        "SELECT customer_id FROM entry WHERE action_id = ?1 UNION"
        " SELECT customer_id FROM allocation WHERE action_id = ?1",
        (action,),
    ).fetchall()
    return MoneyDeed(action, str(row[0]), tuple(customer for (customer,) in customers))


def reverse(writing: Writing, deed: MoneyDeed) -> None:
    """Undo all that an action did: its allocations on their own days, its facts as if never.

    Raises:
        Unsound: Something rests on it since, or it was taken back already.
    """
    if deed.use_case == "void-receipt":
        put_down_again(writing, deed.action)
        return
    entries = _made_in("entry", deed.action)
    made = {model: _made_in(table_name(model), deed.action) for model in _VOIDED}
    _check_not_void(deed.action)
    _check_nothing_rests_on(made, deed.action)
    undo_rows(writing, _made_in("allocation", deed.action))
    if entries:
        void_entries(writing, entries)
        if not is_sound(entries):
            raise Unsound(entries)
    for model, ids in made.items():
        if ids:
            writing.void(model, ids)
    put_down_again(writing, deed.action)  # a receipt that was made another customer's


def void_receipt(writing: Writing, receipt: StoredReceipt) -> None:
    """A receipt never was, nor what it paid, nor its bouncing, nor a claim's being found in it."""
    entries = [entry.id for entry in receipt.entries]
    undo_all(writing, entries)
    void_entries(writing, entries)
    deposits = receipts.deposit_ids(entries)
    made: dict[type[Voidable], Sequence[int]] = {
        ClaimEvent: receipts.found_in(receipt.id),
        DepositRelease: receipts.release_ids(deposits),
        Deposit: deposits,
        Receipt: [receipt.id],
    }
    for model, ids in made.items():
        if ids:
            writing.void(model, ids)


def _made_in(table: str, action: int) -> list[int]:
    voidable = "" if table == "allocation" else " AND void_action_id IS NULL"
    sql = f"SELECT id FROM {table} WHERE action_id = ?{voidable} ORDER BY id"  # noqa: S608 - a table's own name
    return [id_ for (id_,) in execute(sql, (action,))]


def _check_not_void(action: int) -> None:
    """Refuse where something that the action made is void already, as with a void of its receipt.

    Raises:
        Unsound: Something is.
    """
    for table in ("entry", *map(table_name, _VOIDED)):
        sql = f"SELECT id FROM {table} WHERE action_id = ? AND void_action_id IS NOT NULL"  # noqa: S608 - own names
        if execute(sql, (action,)).fetchone() is not None:
            raise Unsound(action)


def _check_nothing_rests_on(made: dict[type[Voidable], list[int]], action: int) -> None:
    """Refuse where a later action ended a claim, released a deposit or found a claim in it.

    Raises:
        Unsound: One did.
    """
    rests = (
        (Claim, "claim_event", "claim_id"),
        (Deposit, "deposit_release", "deposit_id"),
        (Receipt, "claim_event", "receipt_id"),
    )
    if made[DepositRelease] and _is_used(made[DepositRelease]):
        raise Unsound(made[DepositRelease])
    for model, table, column in rests:
        for id_ in made[model]:
            sql = (
                f"SELECT 1 FROM {table} WHERE {column} = ? AND action_id <> ?"  # noqa: S608 - own names
                " AND void_action_id IS NULL"
            )
            if execute(sql, (id_, action)).fetchone() is not None:
                raise Unsound(id_)


def _is_used(releases: Sequence[int]) -> bool:
    """Whether money that these releases let be used has been set against something."""
    deposits = DepositRelease.select(DepositRelease.deposit_id).where(
        DepositRelease.id.in_(list(releases))
    )
    query = Deposit.select(Deposit.entry_id).where(Deposit.id.in_(deposits))
    entries = [entry for (entry,) in database.execute(query)]
    return bool(free_allocations(standing(entries)))
