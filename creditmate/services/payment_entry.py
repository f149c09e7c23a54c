"""One payment on its way into the ledger: checked against it, then written within an action."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from creditmate.db import receipts
from creditmate.db.claims import end_claim
from creditmate.db.gateway import Writing
from creditmate.db.groups import branches_of, heads_of
from creditmate.db.receipts import NewEntry
from creditmate.db.settlements import settle
from creditmate.domain.allocation_plan import Setting
from creditmate.domain.claim_search import EARLIER
from creditmate.domain.claims import Claim, ClaimEnd, ClaimStanding
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.receipts import Extra, NewPayment, Part, Share, misfits
from creditmate.domain.rows import OpenEntryRow
from creditmate.services.claim_standings import open_claims
from creditmate.services.customers import require_customer
from creditmate.services.payables import offered
from creditmate.services.settling import refuse, rows_by_id


class PaymentEntry:
    """A payment that fits the ledger; ``settling`` are the customers who settle an item by it.

    Raises:
        UserError: ``PAYMENT_FIELD`` naming what does not fit; ``UNKNOWN_CUSTOMER``;
            ``DISCOUNT_NOT_OFFERED``.
    """

    def __init__(self, payment: NewPayment, today: date) -> None:
        for field, found in misfits(payment, today):
            raise refuse(field, found)
        self._payment, self._today = payment, today
        ids = {share.code: require_customer(share.code).id for share in payment.shares}
        self._shares = [(ids[share.code], share) for share in payment.shares]
        self.customers = sorted(set(ids.values()))
        self._check_items()

    def _check_items(self) -> None:
        rows = rows_by_id({part.entry_id for part in self._parts()})
        paid = dict.fromkeys(rows, 0)
        for customer, share in self._shares:
            for part in _parts_of(share):
                row = rows.get(part.entry_id)
                if row is None or not _is_payable(row, customer, part):
                    raise refuse("allocate", part.amount)
                paid[part.entry_id] += part.amount.minor
        settled = {id_: row for id_, row in rows.items() if paid[id_] == row.open.minor}
        self.settling = sorted({row.customer_id for row in settled.values()})
        if not self._payment.any_discount:
            self._check_discounts(rows, settled)

    def _check_discounts(self, rows: Mapping[int, OpenEntryRow], settled: Collection[int]) -> None:
        """A discount is offered to whoever pays all the rest by its day, and once."""
        taken: dict[int, Money] = {}
        for part in self._parts():
            if _is_discount(part):
                before = taken.get(part.entry_id, Money(0, part.amount.currency))
                taken[part.entry_id] = before + part.amount
        offers = offered(list(taken), self._payment.received)
        for entry, amount in taken.items():
            offer = offers.get(entry)
            if entry not in settled or offer is None or offer[0] < amount:
                number = rows[entry].number
                raise UserError(Problem.DISCOUNT_NOT_OFFERED, number=number, amount=amount)

    def _parts(self) -> list[Part | Extra]:
        return [part for share in self._payment.shares for part in _parts_of(share)]

    def write(self, writing: Writing) -> int:
        """Write the receipt with all that belongs to it, and return its id.

        Raises:
            TooMuch: An item has less open than is set against it.
        """
        heads = heads_of(self.customers)
        self._branches = branches_of([*self.customers, *heads.values()])
        claims = open_claims(sorted({*self.customers, *heads.values()}), self._today)
        receipt = receipts.add_receipt(writing, self._payment)
        settings: list[Setting] = []
        for place, (customer, share) in enumerate(self._shares, start=1):
            settings += self._write_share(writing, receipt, customer, share, place)
        settle(writing, settings)
        for claim, since in self._found(claims):
            end_claim(writing, claim, ClaimEnd.FOUND, since, receipt)
        return receipt

    def _write_share(
        self, writing: Writing, receipt: int, customer: int, share: Share, place: int
    ) -> list[Setting]:
        day = self._payment.received
        new = NewEntry(EntryKind.RECEIPT, customer, day, -share.amount, receipt, place)
        money = receipts.add_entry(writing, new)
        if share.deposit_for:
            receipts.add_deposit(writing, money, share.deposit_for)
        settings = [Setting(money, part.entry_id, part.amount) for part in share.parts]
        for extra in share.extras:
            new = NewEntry(extra.kind, customer, day, -extra.amount, receipt, place)
            entry = receipts.add_entry(writing, new)
            receipts.add_extra(writing, receipt, entry)
            settings.append(Setting(entry, extra.entry_id, extra.amount))
        return settings

    def _found(self, claims: list[ClaimStanding]) -> list[tuple[int, date]]:
        """Which claims this money covers, each penny once, and since when that is so.

        What is set against other items than the claim's is not it, unless all is just that sum.
        """
        left = dict.fromkeys(self.customers, 0)
        for customer, share in self._shares:
            left[customer] += share.amount.minor
        whole = dict(left)
        found, received = [], self._payment.received
        for standing in claims:
            claim, missing = standing.claim, standing.missing_minor
            group = (claim.customer_id, *self._branches.get(claim.customer_id, ()))
            mine = sum(whole.get(member, 0) for member in group)
            usable = mine if missing == mine else mine - self._elsewhere(claim)
            usable = min(usable, sum(left.get(member, 0) for member in group))
            same = claim.currency == self._payment.amount.currency
            if same and missing <= usable and received >= claim.paid_day - EARLIER:
                _take(left, group, missing)
                found.append((claim.id, max(received, claim.day)))
        return found

    def _elsewhere(self, claim: Claim) -> int:
        """What of this money is set against what a claim is not about."""
        return sum(
            part.amount.minor
            for customer, share in self._shares
            if customer == claim.customer_id and claim.entries
            for part in share.parts
            if part.entry_id not in claim.entries
        )


def _take(left: dict[int, int], group: Sequence[int], minor: int) -> None:
    """Take so much off what is left of a claimant's money, then of its branches'."""
    for member in group:
        taken = min(left.get(member, 0), minor)
        if taken:
            left[member] -= taken
            minor -= taken


def _parts_of(share: Share) -> list[Part | Extra]:
    return [*share.parts, *share.extras]


def _is_payable(row: OpenEntryRow, customer: int, part: Part | Extra) -> bool:
    same = row.customer_id == customer and row.open.currency == part.amount.currency
    return same and row.original.minor > 0


def _is_discount(part: Part | Extra) -> bool:
    return isinstance(part, Extra) and part.kind is EntryKind.DISCOUNT
