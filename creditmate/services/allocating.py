"""Setting money and credits against what they are for: proposed, confirmed, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.customers import customer_by_code
from creditmate.db.entries import open_entries
from creditmate.db.gateway import Gateway
from creditmate.db.groups import branches_of
from creditmate.db.habits import keep_habits
from creditmate.db.receipts import held_deposits, released_days
from creditmate.db.settlements import free_allocations, settle, take_back
from creditmate.domain.allocation_plan import Setting
from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.payment_match import match
from creditmate.domain.ports import Clock
from creditmate.domain.proposals import Match, PayableItem, Proposal, UnmatchedCredit
from creditmate.services.customers import require_customer
from creditmate.services.payables import payable_items
from creditmate.services.plan_references import with_plan_items
from creditmate.services.settings import current_settings
from creditmate.services.settling import MONEY, check_settings, told
from creditmate.services.unmatched import to_match, unmatched_credits


@dataclass(frozen=True, slots=True)
class MoneyWanted:
    """Money that comes, or has come, and is to be set against something.

    ``numbers_in`` is what the payer wrote: reference and name, looked through for numbers.
    ``with_branches`` has a head office pay for its branches too. ``but`` are the entries of items
    that are paid otherwise: nothing is proposed for them.
    """

    code: str
    amount: Money
    received: date
    numbers_in: str = ""
    with_branches: bool = True
    but: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays, in which currency unless another is named, and what is open in that.

    ``items`` are theirs and, for a head office, its branches', the oldest first.
    """

    code: str
    name: str
    currency: str
    items: tuple[PayableItem, ...]


class Allocating:
    """What money is for."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def payer(self, code: str, received: date, currency: str = "") -> Payer:
        """Return what a customer who pays has open, before it is known how much is paid.

        The currency is the one named, else their own if anything is owed in it, else the only
        one that something is owed in.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        ids = [customer.id, *branches_of([customer.id]).get(customer.id, [])]
        owed = {row.open.currency for row in open_entries(ids, date.max) if row.due_day}
        wanted = currency or customer.currency
        if not currency and wanted not in owed and len(owed) == 1:
            (wanted,) = owed
        items = payable_items(ids, wanted, received, self._clock.today)
        items.sort(key=lambda item: (item.due_day, item.day, item.entry_id))
        return Payer(customer.code, customer.name, wanted, tuple(items))

    def propose(self, wanted: MoneyWanted) -> Proposal:
        """Return what money that is being entered seems to be for; nothing is written.

        Numbers that the payer wrote win if they add up, then sums that fit to the penny (with a
        discount that is offered, if only so), then what the payer named, then the oldest first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``PAYMENT_FIELD``: the amount is not above zero.
        """
        customer, amount = require_customer(wanted.code), wanted.amount
        if amount.minor <= 0:
            raise UserError(Problem.PAYMENT_FIELD, field="amount", found=amount)
        ids = [customer.id]
        if wanted.with_branches:
            ids += branches_of(ids).get(customer.id, [])
        items = payable_items(ids, amount.currency, wanted.received, self._clock.today)
        order = current_settings().allocation_order
        items = [item for item in items if item.entry_id not in wanted.but]
        text = with_plan_items(ids, wanted.numbers_in, self._clock.today)
        return match(customer.code, amount, items, text, order)

    def unmatched(self, as_at: date, code: str | None = None) -> list[UnmatchedCredit]:
        """Return money and credits not set against anything as at a day, the oldest first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return unmatched_credits(as_at, None if code is None else [require_customer(code).id])

    def worksheet(self, code: str | None = None) -> list[Match]:
        """Return unmatched money and credits with what each seems to be for: a customer's or all.

        What is proposed for one is not proposed again for the next of the same customer.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        credits_ = to_match(
            self._clock.today, None if code is None else [require_customer(code).id]
        )
        by_customer: dict[str, list[UnmatchedCredit]] = {}
        for credit in credits_:
            by_customer.setdefault(credit.code, []).append(credit)
        return [row for own in by_customer.values() for row in self._matches(own)]

    def _matches(self, credits_: Sequence[UnmatchedCredit]) -> list[Match]:
        customer = customer_by_code(credits_[0].code)
        order = current_settings().allocation_order
        left: dict[str, list[PayableItem]] = {}
        found = []
        for credit in credits_:
            currency = credit.open.currency
            if customer is None or credit.held_for:
                found.append(Match(credit, None))
                continue
            if currency not in left:
                left[currency] = payable_items(
                    [customer.id], currency, credit.day, self._clock.today
                )
            written = f"{credit.reference} {credit.payer}"
            text = with_plan_items([customer.id], written, self._clock.today)
            # a discount is taken with its payment or not at all, so none is proposed here
            plain = [replace(item, discount=None, discount_day=None) for item in left[currency]]
            proposal = match(credit.code, credit.open, plain, text, order)
            left[currency] = _less(proposal)
            found.append(Match(credit, proposal if proposal.items else None))
        return found

    def apply(self, parts: Sequence[Setting]) -> Done:
        """Set credits against debits of the same customer and currency, in one action.

        Each counts from the first day, not before either, from which both have that much open.

        Raises:
            UserError: ``ALLOCATED_TOO_MUCH`` naming the item; ``DEPOSIT_HELD``;
                ``PAYMENT_FIELD`` where the two do not belong together.
        """
        held = held_deposits(self._clock.today, [part.credit for part in parts])
        for deposit in held.values():
            raise UserError(Problem.DEPOSIT_HELD, job=deposit.job)
        customers = check_settings(parts)
        with self._gateway.write("allocate") as writing, told():
            settle(writing, parts, released_days([part.credit for part in parts]))
            keep_habits(customers)
        return Done(writing.id, MONEY)

    def take_back(self, allocations: Sequence[int]) -> Done:
        """Take allocations back by reversal, on their own days: they never were.

        Raises:
            UserError: ``PAYMENT_STANDS``: one is unknown, taken back already, or part of a
                bounce, a refund, a discount or a write-off, which are undone as a whole.
        """
        rows = free_allocations(allocations)
        if not allocations or len(rows) < len(set(allocations)):
            raise UserError(Problem.PAYMENT_STANDS)
        with self._gateway.write("take-back-allocation") as writing, told():
            take_back(writing, sorted(rows))
            keep_habits(set(rows.values()))
        return Done(writing.id, MONEY)


def _less(proposal: Proposal) -> list[PayableItem]:
    """What is left of the items when what is proposed has been set against them."""
    left = (replace(row.item, open=row.item.open - row.amount) for row in proposal.items)
    return [item for item in left if item.open]
