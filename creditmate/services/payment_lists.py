"""Lists of payments: the order once, as ids, then the rows that are looked at."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from creditmate.db import payment_lists as kept
from creditmate.db.customers import customers_by_id, ids_by_code
from creditmate.db.payment_details import (
    allocations_of,
    bank_amount,
    claims_found_in,
    deposits_of,
    put_down_by_undoing,
    returned_of,
)
from creditmate.db.payment_lists import ListedEntry, ListedReceipt
from creditmate.db.receipts import StoredEntry, held_deposits, stored_receipt
from creditmate.db.unmatched import unmatched_rows
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money, total, totals_by_currency
from creditmate.domain.payment_list import (
    PaidItem,
    PaymentAllocation,
    PaymentDetail,
    PaymentEntry,
    PaymentListing,
    PaymentNarrow,
    PaymentRow,
    PaymentsWanted,
)
from creditmate.domain.proposals import UnmatchedCredit
from creditmate.services.customers import require_customer
from creditmate.services.marked_customers import why_stopped
from creditmate.services.unmatched import to_match, unmatched_credits

_HEAD = 128  # rows that come with the list itself


class PaymentLists:
    """Questions of the place; nothing is written."""

    def listing(self, wanted: PaymentsWanted, as_at: date) -> PaymentListing:
        """Return the list in its order, with its totals and its first rows.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(wanted.code).id if wanted.code.strip() else None
        ids = kept.receipt_ids(wanted, as_at, _members(wanted.narrow, as_at), customer)
        bounced = kept.bounced_days(as_at)
        stand = [id_ for id_ in ids if id_ not in bounced] if wanted.is_narrowed else []
        shown = set(ids) if wanted.is_narrowed else None
        return PaymentListing(
            wanted=wanted,
            as_at=as_at,
            ids=ids,
            head=self.rows(ids[:_HEAD], as_at),
            totals=tuple(kept.sums_of(stand)),
            open=tuple(totals_by_currency(_open(unmatched_credits(as_at), shown))),
        )

    def put_down_again(self, undone: int) -> list[int]:
        """Return the payments that the undoing of an action put down: they have new numbers."""
        return put_down_by_undoing(undone)

    def rows(self, ids: Sequence[int], as_at: date) -> list[PaymentRow]:
        """Return these receipts, a few hundred at a time, in their order; void ones left out."""
        receipts = kept.listed(ids)
        entries = kept.money_entries(list(receipts), as_at)
        bounced = kept.bounced_days(as_at, list(receipts))
        money = [row.id for rows in entries.values() for row in rows]
        held, against = held_deposits(as_at, money), allocations_of(money, as_at)
        return [
            _row(receipts[id_], entries.get(id_, []), bounced.get(id_), held.keys(), against)
            for id_ in ids
            if id_ in receipts
        ]

    def counts(self, as_at: date) -> dict[PaymentNarrow, int]:
        """Return how many payments each narrowing lists.

        What is not matched counts as ``unallocated`` does.
        """
        return {
            PaymentNarrow.ALL: kept.receipts_by(as_at),
            PaymentNarrow.UNALLOCATED: self.unallocated(as_at),
            PaymentNarrow.DEPOSITS: len(_members(PaymentNarrow.DEPOSITS, as_at) or ()),
            PaymentNarrow.BOUNCED: len(kept.bounced_days(as_at)),
        }

    def unallocated(self, as_at: date) -> int:
        """Return how much is not matched, by customer and credit as the worksheet lists it.

        Deposits wait for their job, not for being matched. See ``Allocating.worksheet``.
        """
        return sum(not row.held_for for row in to_match(as_at))

    def detail(self, receipt: int, as_at: date) -> PaymentDetail:
        """Return one payment with all that belongs to it.

        Raises:
            UserError: ``UNKNOWN_RECEIPT``.
        """
        stored, rows = stored_receipt(receipt), self.rows([receipt], as_at)
        if stored is None or not rows:
            raise UserError(Problem.UNKNOWN_RECEIPT, id=receipt)
        return PaymentDetail(
            row=rows[0],
            entries=tuple(_entries(stored.credits, as_at)),
            reached_bank=bank_amount(receipt),
            claims=claims_found_in(receipt),
            action=stored.action_id,
            stopped=tuple(why_stopped(as_at, _customers(rows[0])).values()),
        )


def _customers(row: PaymentRow) -> list[int]:
    return list(ids_by_code(row.codes).values())


def _members(narrow: PaymentNarrow, as_at: date) -> Collection[int] | None:
    """Which receipts belong to a narrowing; None is all."""
    if narrow is PaymentNarrow.BOUNCED:
        return kept.bounced_days(as_at)
    if narrow is PaymentNarrow.ALL:
        return None
    held, deposits = held_deposits(as_at), narrow is PaymentNarrow.DEPOSITS
    rows = unmatched_rows(as_at)
    return {
        row.receipt_id
        for row in rows
        if row.receipt_id is not None and (row.entry_id in held) is deposits
    }


def _open(credits_: Sequence[UnmatchedCredit], shown: Collection[int] | None) -> list[Money]:
    """What is not set against anything of the receipts shown; None are all."""
    return [
        row.open
        for row in credits_
        if row.receipt_id is not None
        and not row.held_for
        and (shown is None or row.receipt_id in shown)
    ]


def _row(
    receipt: ListedReceipt,
    entries: Sequence[ListedEntry],
    bounced: date | None,
    held: Collection[int],
    against: Mapping[int, Sequence[PaymentAllocation]],
) -> PaymentRow:
    who = {entry.code: entry.name for entry in entries}
    currency = receipt.amount.currency
    return PaymentRow(
        id=receipt.id,
        day=receipt.day,
        method=receipt.method,
        payer=receipt.payer,
        reference=receipt.reference,
        codes=tuple(who),
        names=tuple(who.values()),
        amount=receipt.amount,
        open=total((entry.open for entry in entries), currency),
        held=total((entry.open for entry in entries if entry.id in held), currency),
        bounced_day=bounced,
        presumed=receipt.presumed,
        pays=tuple(
            PaidItem(one.kind, one.number) for entry in entries for one in against.get(entry.id, ())
        ),
    )


def _entries(credits_: Sequence[StoredEntry], as_at: date) -> list[PaymentEntry]:
    ids = [entry.id for entry in credits_]
    who = customers_by_id({entry.customer_id for entry in credits_})
    allocations, deposits = allocations_of(ids, as_at), deposits_of(ids)
    returned = returned_of(ids, as_at)
    found = []
    for entry in credits_:
        rows = allocations.get(entry.id, [])
        deposit, job, released = deposits.get(entry.id, (None, "", None))
        used = total((row.amount for row in rows), entry.amount.currency)
        found.append(
            PaymentEntry(
                entry_id=entry.id,
                code=who[entry.customer_id].code,
                name=who[entry.customer_id].name,
                kind=entry.kind,
                amount=-entry.amount,
                open=-entry.amount - used,
                allocations=tuple(rows),
                deposit_id=deposit,
                deposit_for=job,
                released_day=released,
                returned=tuple(returned.get(entry.id, ())),
            )
        )
    return found
