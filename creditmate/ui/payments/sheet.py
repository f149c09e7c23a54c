"""What a payment is set against while it is being entered: rows to tick and to correct.

Knows no toolkit. What a row *covers* is all that is settled of an item: by the money, and by what
came off beside it (a discount, tax withheld, a charge on the way).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from creditmate.domain.allocation_plan import Setting
from creditmate.domain.allocation_suggestion import Fit
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money, total
from creditmate.domain.proposals import PayableItem, Proposal
from creditmate.domain.receipts import Extra, Part, Share

Extras = Mapping[EntryKind, Money]
"""What came off beside the money, of the one who pays first."""
SURE = frozenset({Fit.NAMED, Fit.EXACT_ITEM, Fit.EXACT_SUM})
"""Reasons good enough to save what nobody has looked at."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """An open item and what of it is covered; ``discount`` is what was proposed to come off."""

    id: int
    payer: str
    item: PayableItem
    covered: Money
    discount: Money


@dataclass(slots=True)
class Sheet:
    """The items of everybody who pays, by payer, and what of each is covered.

    ``worth`` is what each payer's money and extras come to; None while no amount is typed: then
    what is ticked says how much it is, as it does while it ``counts_up``.
    """

    worth: dict[str, Money | None] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    by_hand: bool = False
    counts_up: bool = False
    _rows: dict[int, SheetRow] = field(default_factory=dict)

    # ------------------------------------------------------------- what is proposed
    def clear(self) -> None:
        """Nobody pays yet."""
        self.worth, self.proposals, self.by_hand, self._rows = {}, {}, False, {}

    def show_items(self, payer: str, items: Iterable[PayableItem]) -> None:
        """List what is open of a payer who has not said how much it is."""
        self._drop(payer)
        self.proposals.pop(payer, None)
        self.worth[payer] = None
        for item in items:
            nothing = Money(0, item.open.currency)
            self._rows[item.entry_id] = SheetRow(item.entry_id, payer, item, nothing, nothing)

    def take(self, proposal: Proposal, *, hold: bool = False) -> None:
        """Take what is proposed; with ``hold`` (a deposit) the items alone."""
        payer = proposal.code
        self._drop(payer)
        self.worth[payer] = proposal.amount
        self.proposals[payer] = proposal
        self.by_hand = False
        for row in proposal.items:
            nothing = Money(0, row.item.open.currency)
            covered = nothing if hold else row.amount + row.discount
            discount = nothing if hold else row.discount
            id_ = row.item.entry_id
            self._rows[id_] = SheetRow(id_, payer, row.item, covered, discount)

    def keep_only(self, payers: Iterable[str]) -> None:
        """Forget whoever pays no more."""
        for payer in set(self.worth) - set(payers):
            self._drop(payer)
            del self.worth[payer]
            self.proposals.pop(payer, None)

    def _drop(self, payer: str) -> None:
        self._rows = {id_: row for id_, row in self._rows.items() if row.payer != payer}

    # ------------------------------------------------------------- the rows
    @property
    def rows(self) -> list[SheetRow]:
        """All rows, by payer and then by whose they are: a head office's own before branches'."""
        order = {payer: place for place, payer in enumerate(self.worth)}
        whose: dict[tuple[str, str], int] = {}
        for row in self._rows.values():
            whose.setdefault((row.payer, row.item.code), len(whose) + 1)
        return sorted(
            self._rows.values(),
            key=lambda row: (
                order.get(row.payer, 0),
                0 if row.item.code == row.payer else whose[row.payer, row.item.code],
            ),
        )

    def row(self, id_: int) -> SheetRow | None:
        """The row of an item."""
        return self._rows.get(id_)

    def ticked(self, id_: int) -> bool | None:
        """Whether anything of an item is covered."""
        row = self._rows.get(id_)
        return None if row is None else bool(row.covered)

    def tick(self, ids: Sequence[int]) -> None:
        """Cover as much of these as the money is enough for, or nothing of them if all are."""
        known = [self._rows[id_] for id_ in ids if id_ in self._rows]
        wanted = not all(row.covered for row in known)
        for row in known:
            if not wanted:
                self._cover(row, Money(0, row.item.open.currency))
            elif not row.covered:
                left = None if self.counts_up else self.left(row.payer)
                most = row.item.open if left is None else min(row.item.open, left)
                self._cover(row, max(most, Money(0, most.currency)))

    def tick_all(self) -> None:
        """The same with all."""
        self.tick([row.id for row in self.rows])

    def pay(self, id_: int, amount: Money) -> bool:
        """Pay so much money of an item; not more than is open of it, which is said by False.

        A discount that was proposed stays while it makes up the rest to the penny.
        """
        row = self._rows[id_]
        if amount.minor < 0 or row.item.open < amount:
            return False
        with_discount = amount + row.discount
        self._cover(row, with_discount if with_discount == row.item.open else amount)
        return True

    def _cover(self, row: SheetRow, amount: Money) -> None:
        self.by_hand = True
        whole = amount == row.item.open
        nothing = Money(0, amount.currency)
        discount = row.discount if whole else nothing
        self._rows[row.id] = replace(row, covered=amount, discount=discount)

    # ------------------------------------------------------------- sums
    def covered(self, payer: str) -> list[SheetRow]:
        """The rows of a payer of which something is covered, in order."""
        return [row for row in self.rows if row.payer == payer and row.covered]

    def left(self, payer: str) -> Money | None:
        """What of a payer's money covers nothing; below zero where it is not enough."""
        worth = self.worth.get(payer)
        if worth is None:
            return None
        # an early discount is no money: it covers what it was proposed for
        used = (row.covered - row.discount for row in self.covered(payer))
        return worth - total(used, worth.currency)

    def asked_for(self, payer: str) -> Money | None:
        """What the ticked items come to, where no amount is typed; None where none is ticked."""
        rows = self.covered(payer)
        if not rows:
            return None
        return total((row.covered - row.discount for row in rows), rows[0].covered.currency)

    @property
    def is_sure(self) -> bool:
        """Whether what is proposed may be saved unseen: all of it fits, and nothing else would."""
        return all(one.fit is None or self._is_sure(one) for one in self.proposals.values())

    def _is_sure(self, proposal: Proposal) -> bool:
        return proposal.fit in SURE and proposal.only

    # ------------------------------------------------------------- what is recorded
    def shares(self, extras: Extras, deposit_for: str = "") -> tuple[Share, ...]:
        """Return the shares of the receipt; typed extras are the first payer's.

        What is left is the payer's own, held for a job where one is named.
        """
        found: list[Share] = []
        for place, payer in enumerate(self.worth):
            found += self._shares_of(payer, extras if not place else {}, deposit_for)
        return tuple(found)

    def _shares_of(self, payer: str, extras: Extras, deposit_for: str) -> list[Share]:
        worth, left = self.worth[payer], self.left(payer)
        if worth is None or left is None:
            return []
        carved = carve(self.covered(payer), extras)
        by_code: dict[str, list[SheetRow]] = {payer: []}
        for row in self.covered(payer):
            by_code.setdefault(row.item.code, []).append(row)
        found = []
        for code, rows in by_code.items():
            parts = [_part(row, carved.get(row.id, ())) for row in rows]
            taken = [extra for row in rows for extra in carved.get(row.id, ())]
            own = left if code == payer and not deposit_for else Money(0, left.currency)
            paid = total((part.amount for part in parts), left.currency) + own
            money = tuple(part for part in parts if part.amount)
            if paid or taken:
                found.append(Share(code, paid, money, tuple(taken)))
        if deposit_for and left.minor > 0:
            found.append(Share(payer, left, deposit_for=deposit_for))
        return found

    def settings(self, credit: int, payer: str) -> list[Setting]:
        """Return what sets a credit that is there already against what is covered."""
        return [Setting(credit, row.id, row.covered) for row in self.covered(payer)]


def carve(rows: Sequence[SheetRow], extras: Extras) -> dict[int, tuple[Extra, ...]]:
    """Return what comes off which row beside money: typed extras on the first rows with room."""
    found: dict[int, list[Extra]] = {
        row.id: [Extra(EntryKind.DISCOUNT, row.id, row.discount)] if row.discount else []
        for row in rows
    }
    room = {row.id: row.covered - row.discount for row in rows}
    for kind, amount in extras.items():
        left = amount
        for row in rows:
            part = min(left, room[row.id])
            if part:
                found[row.id].append(Extra(kind, row.id, part))
                room[row.id], left = room[row.id] - part, left - part
    return {id_: tuple(_merged(one)) for id_, one in found.items() if one}


def _merged(extras: Sequence[Extra]) -> list[Extra]:
    """One of a kind on an item: a discount proposed and one typed are one discount."""
    by_kind: dict[EntryKind, Extra] = {}
    for one in extras:
        before = by_kind.get(one.kind)
        by_kind[one.kind] = (
            one if before is None else replace(one, amount=one.amount + before.amount)
        )
    return list(by_kind.values())


def not_carved(rows: Sequence[SheetRow], extras: Extras) -> bool:
    """Whether more came off than is covered of these rows."""
    if not extras:
        return False
    room = sum((row.covered - row.discount).minor for row in rows)
    return sum(amount.minor for amount in extras.values()) > room


def _part(row: SheetRow, extras: Sequence[Extra]) -> Part:
    off = total((extra.amount for extra in extras), row.covered.currency)
    return Part(row.id, row.covered - off)
