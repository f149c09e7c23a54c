"""What a payment seems to be for: open items with what to set against each, to be confirmed."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.allocation_suggestion import Fit
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.receipts import Extra, Part, Share


@dataclass(frozen=True, slots=True)
class PayableItem:
    """An open debit that a payment may be set against.

    ``disputed`` is what of it is in question, and with ``to_credit`` all of that was answered in
    the customer's favour and only waits for our credit note. ``discount`` may be taken off by
    whoever pays all of it by ``discount_day``; both empty where nothing is offered, or too late.
    """

    entry_id: int
    code: str
    name: str
    kind: EntryKind
    number: str
    order_number: str
    day: date
    due_day: date
    original: Money
    open: Money
    disputed: Money
    discount: Money | None = None
    discount_day: date | None = None
    to_credit: bool = False


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """An item with what is proposed for it; both are zero where nothing is."""

    item: PayableItem
    amount: Money
    discount: Money


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a payment seems to be for.

    ``items`` are all open ones in its currency, oldest first, of the customer and, for a head
    office, of its branches. ``only`` is False where other items would fit just as well: better
    ask. ``named`` are the numbers of items found in the reference or the payer's text. ``fit``
    is None where nothing is open.
    """

    code: str
    amount: Money
    fit: Fit | None
    only: bool
    items: tuple[ProposedItem, ...]
    left: Money
    named: tuple[str, ...] = ()

    @property
    def shares(self) -> tuple[Share, ...]:
        """The proposal as shares of a receipt: the payer first, who keeps what is left over."""
        codes = dict.fromkeys((self.code, *(row.item.code for row in self.items if row.amount)))
        return tuple(share for code in codes if (share := self._share(code)).amount)

    def _share(self, code: str) -> Share:
        rows = [row for row in self.items if row.item.code == code and row.amount]
        paid = sum(row.amount.minor for row in rows) + (code == self.code) * self.left.minor
        return Share(
            code,
            Money(paid, self.amount.currency),
            parts=tuple(Part(row.item.entry_id, row.amount) for row in rows),
            extras=tuple(
                Extra(EntryKind.DISCOUNT, row.item.entry_id, row.discount)
                for row in rows
                if row.discount
            ),
        )


@dataclass(frozen=True, slots=True)
class UnmatchedCredit:
    """Money or credit that is not set against anything, as at a day, and how long that is so.

    ``original`` and ``open`` are above zero. ``receipt_id`` says in which receipt it came, if in
    one. ``held_for`` is the job of a deposit that is not released: it is proposed for nothing. Of
    money whose day the books do not say, ``presumed``, the age counts from the latest day it can
    be.
    """

    entry_id: int
    receipt_id: int | None
    code: str
    name: str
    kind: EntryKind
    number: str
    payer: str
    reference: str
    day: date
    age_days: int
    original: Money
    open: Money
    held_for: str = ""
    presumed: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An unmatched credit with what it seems to be for; None where it is for nothing."""

    credit: UnmatchedCredit
    proposal: Proposal | None
