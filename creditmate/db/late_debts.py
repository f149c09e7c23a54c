"""Invoices that are or were paid late, with what was open of them from which day on.

A credit note and a cancellation say that so much never was owed: they count from the beginning.
Money, discounts and write-offs count from the day after theirs (decision 0019). What interest was
charged on is among them even where it turned out not to be late: that was charged too much.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from creditmate.db.connection import database
from creditmate.db.fields import among
from creditmate.db.late_rows import (
    charged_of,
    rows_of,
    rows_of_entries,
    rows_to_decide,
)
from creditmate.db.models import Allocation, Document, Entry, InterestEvent, OwnDocument
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.interest import Balance
from creditmate.domain.interest_claim import ChargedByHand, LateDebt
from creditmate.domain.kinds import EntryKind
from creditmate.domain.legal_forms import LegalForm, legal_form
from creditmate.domain.money import Money

_NEVER_OWED = (EntryKind.CREDIT_NOTE, EntryKind.CANCELLATION)


@dataclass(frozen=True, slots=True)
class FoundDebt:
    """A late debt, and what its basis depends on; ``supply_day`` is that of the supply."""

    debt: LateDebt
    supply_day: date
    form: LegalForm


def late_debts(
    as_at: date, customers: Sequence[int] | None = None, document: int | None = None
) -> list[FoundDebt]:
    """Return what is late on a day or was paid late by then, by customer and due day.

    Args:
        as_at: The day; what happened later is not known.
        customers: Whose; None for everybody's.
        document: Only this invoice's parts.
    """
    return _debts(rows_of(as_at, customers, document), as_at)


def debts_of(as_at: date, entries: Iterable[int]) -> list[FoundDebt]:
    """Return the same of the invoices to which these entries belong, with all their parts."""
    return _debts(rows_of_entries(as_at, entries), as_at)


def debts_to_decide(as_at: date, since: date | None) -> list[FoundDebt]:
    """Return the same of what may have to be decided: with history that is settled left out.

    Args:
        as_at: The day.
        since: The first day of payment that is looked at; None for all.
    """
    return _debts(rows_to_decide(as_at, since), as_at)


def _debts(rows: Sequence[Any], as_at: date) -> list[FoundDebt]:
    ids = [row[0] for row in rows]
    moves, charged = _moves(ids, as_at), charged_of(ids, as_at)
    found, leading = [], set[int]()
    for row in sorted(rows, key=lambda row: (row[4], row[9], row[0])):
        one = _debt(row, moves.get(row[0], _Moves()), leading, charged)
        if one is not None:
            found.append(one)
    return found


def charged_by_hand(documents: Iterable[int]) -> dict[int, tuple[ChargedByHand, ...]]:
    """Return the charge notes of these invoices that stand and charge nothing worked out here."""
    ended = Entry.select(Entry.document_id).where(
        (Entry.kind == EntryKind.CANCELLATION) & Entry.void_action_id.is_null()
    )
    counted = InterestEvent.select(InterestEvent.document_id).where(
        InterestEvent.document_id.is_null(False) & InterestEvent.void_action_id.is_null()
    )
    query = (
        OwnDocument.select(
            OwnDocument.belongs_document_id, Document.number, Document.gross_minor,
            Document.currency,
        )
        .join(Document, on=Document.id == OwnDocument.document_id)
        .where(OwnDocument.belongs_document_id.in_(among(set(documents))))
        .where(Document.id.not_in(ended) & Document.id.not_in(counted))
        .order_by(Document.id)
    )  # fmt: skip
    found = dict[int, tuple[ChargedByHand, ...]]()
    for document, number, minor, currency in database.execute(query):
        note = ChargedByHand(number, Money(minor, currency))
        found[document] = (*found.get(document, ()), note)
    return found


@dataclass(slots=True)
class _Moves:
    """What was set against an entry: what never was owed, and per day what was paid."""

    never_owed: int = 0
    paid: dict[date, int] = field(default_factory=dict)


def _moves(entries: Iterable[int], as_at: date) -> dict[int, _Moves]:
    found: dict[int, _Moves] = {}
    for entry, day, minor, kind in _allocated(list(entries), as_at):
        moves = found.setdefault(entry, _Moves())
        if kind in _NEVER_OWED:
            moves.never_owed += minor
        else:
            on = date.fromisoformat(day)
            moves.paid[on] = moves.paid.get(on, 0) + minor
    return found


@prepared
def _allocated(entries: Argument, as_at: Argument) -> Query:
    credit = Entry.alias("credit")
    return (
        Allocation.select(
            Allocation.debit_entry_id, Allocation.day, Allocation.amount_minor, credit.kind
        )
        .join(credit, on=credit.id == Allocation.credit_entry_id)
        .where(Allocation.debit_entry_id.in_(listed(entries)) & (Allocation.day <= as_at))
    )


def _debt(
    row: Sequence[Any], moves: _Moves, leading: set[int], charged: Container[int]
) -> FoundDebt | None:
    """The debt of a row; None where nothing was owed when it fell due, and nothing charged."""
    (id_, document, currency, minor, code, customer, name, form, day, due, number, terms,
     supply) = row  # fmt: skip
    owed = minor - moves.never_owed
    invoice_day, due_day = date.fromisoformat(day), date.fromisoformat(due)
    balances, left = [Balance(invoice_day, owed)], owed
    for paid_on in sorted(moves.paid):
        left -= moves.paid[paid_on]
        balances.append(Balance(paid_on + timedelta(days=1), max(left, 0)))
    if not _was_late(balances, due_day) and id_ not in charged:
        return None
    leads = document is None or document not in leading
    leading.update(() if document is None else (document,))
    supplied = invoice_day if supply is None else date.fromisoformat(str(supply))
    agreed = terms is not None or due_day != invoice_day
    debt = LateDebt(
        entry=id_,
        document=document,
        customer=customer,
        code=code,
        name=name,
        number=number or "",
        invoice_day=invoice_day,
        notice=max(invoice_day, supplied),
        due_day=due_day if agreed else None,
        amount=Money(owed, currency),
        balances=tuple(balances),
        disputed=Money(0, currency),
        leads=leads,
        paid_day=max(moves.paid, default=None) if left <= 0 else None,
    )
    return FoundDebt(debt, supplied, legal_form(form))


def _was_late(balances: Sequence[Balance], due_day: date) -> bool:
    """Whether something was open when the day after the due day began, or opened again later."""
    after = [step.minor for step in balances if step.day > due_day + timedelta(days=1)]
    before = [step.minor for step in balances if step.day <= due_day + timedelta(days=1)]
    return before[-1] > 0 or any(minor > 0 for minor in after)
