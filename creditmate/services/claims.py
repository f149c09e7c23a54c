"""«We have paid»: put down, looked for, and what became of it."""

from dataclasses import dataclass
from datetime import date

from creditmate.db.claim_money import set_against, spent_elsewhere
from creditmate.db.claims import claim_by_id, claim_rest, claimants, end_claim
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Gateway
from creditmate.db.moved_receipts import SoleReceipt, move_receipt, sole_receipt
from creditmate.domain.changes import Done, Touched
from creditmate.domain.claim_search import EARLIER, Likeness, MoneyIn, likeness
from creditmate.domain.claims import ClaimEnd, ClaimStanding, ClaimState, SaidPaid
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.ports import Clock
from creditmate.domain.proposals import UnmatchedCredit
from creditmate.domain.rows import CustomerRow
from creditmate.services.cases import read_files
from creditmate.services.claim_standings import open_claims
from creditmate.services.customers import require_customer
from creditmate.services.lateness import learnt_book
from creditmate.services.said_paid import new_claim, put_down
from creditmate.services.settling import MONEY
from creditmate.services.unmatched import presumed_of, unmatched_credits

_MOST = 20
"""Candidates that a person looks through."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with whose it is."""

    code: str
    name: str
    standing: ClaimStanding


@dataclass(frozen=True, slots=True)
class Candidate:
    """Money that may be what was claimed, and what speaks for it.

    What the books only presume to have come is set against something already, maybe wrongly.
    """

    credit: UnmatchedCredit
    likeness: Likeness


class Claims:
    """What customers say they have paid; ``Payments.undo`` takes these deeds back."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def make(self, code: str, said: SaidPaid, by_whom: str = "") -> Done:
        """Put down that a customer says to have paid, outside a call (an e-mail, in passing).

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``NOTHING_OPEN``; ``CLAIM_FIELD``.
        """
        customer, today = require_customer(code), self._clock.today
        (file,) = read_files([customer.id], today, learnt_book(today))
        claim = new_claim(customer, file, said, today)
        with self._gateway.write("say-paid") as writing:
            made = put_down(writing, claim, by_whom=by_whom)
        return Done(writing.id, Touched.PROMISES, made)

    def open(self, as_at: date, code: str | None = None) -> list[ClaimRow]:
        """Return the claims that are waited for or cannot be found, those not found first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customers = [require_customer(code).id] if code else sorted(claimants(as_at))
        who = customers_by_id(customers)
        rows = [
            ClaimRow(who[one.claim.customer_id].code, who[one.claim.customer_id].name, one)
            for one in open_claims(customers, as_at)
        ]
        return sorted(rows, key=lambda row: row.standing.state is not ClaimState.NOT_FOUND)

    def candidates(self, claim: int) -> list[Candidate]:
        """Search for what was claimed: anybody's unmatched receipts, the likeliest first.

        What the books only presume to have come, of the same amount, is among them.

        Raises:
            UserError: ``CLAIM_FIELD``: there is no such claim, or it has ended.
        """
        standing, customer = self._require(claim)
        today = self._clock.today
        money = [row for row in unmatched_credits(today) if row.kind is EntryKind.RECEIPT]
        money += presumed_of(standing.missing_minor, standing.claim.currency, today)
        found: dict[int, Candidate] = {}
        for credit in money:
            like = likeness(standing, customer.code, customer.name, _money_in(credit))
            if like is not None:
                found.setdefault(credit.entry_id, Candidate(credit, like))
        ranked = sorted(found.values(), key=lambda one: (-one.likeness.strength, one.credit.day))
        return ranked[:_MOST]

    def found(self, claim: int, receipt: int) -> Done:
        """Confirm that the money is there, in a receipt.

        One that was entered for another customer and is set against nothing is made this one's.
        Where it is less than was claimed, the rest is claimed on.

        Returns:
            The receipt's id: a new one where it was another customer's.

        Raises:
            UserError: ``CLAIM_FIELD``: there is no such claim, it has ended, or there is no such
                receipt that it could be: it bounced, came too early, or in another currency;
                ``RECEIPT_STANDS``: it is another customer's and used, or came with an import.
        """
        standing, customer = self._require(claim)
        found = sole_receipt(receipt)
        if found is None or not _may_be(standing, found):
            raise UserError(Problem.CLAIM_FIELD, field="receipt", found=receipt)
        moves = customer.id not in found.customers
        if moves and not found.is_free:
            raise UserError(Problem.RECEIPT_STANDS)
        rest = standing.missing_minor - _not_counted(standing, found, self._clock.today)
        with self._gateway.write("find-claim") as writing:
            if moves:
                receipt = move_receipt(writing, found, customer.id)
            day = max(standing.claim.day, found.day)
            end_claim(writing, claim, ClaimEnd.FOUND, day, receipt)
            if rest > 0:
                claim_rest(writing, standing.claim, day, rest)
        return Done(writing.id, MONEY, receipt)

    def not_found(self, claim: int) -> Done:
        """Put down that the bank was looked through and the money is not there.

        Raises:
            UserError: ``CLAIM_FIELD``: there is no such claim, or it has ended.
        """
        return self._end(claim, ClaimEnd.NOT_FOUND, "claim-not-found")

    def withdraw(self, claim: int) -> Done:
        """Put down that the customer takes it back: it was not paid.

        Raises:
            UserError: ``CLAIM_FIELD``, as for ``not_found``.
        """
        return self._end(claim, ClaimEnd.WITHDRAWN, "withdraw-claim")

    def _end(self, claim: int, kind: ClaimEnd, use_case: str) -> Done:
        standing, _ = self._require(claim)
        if standing.claim.ended is not None and standing.claim.ended.kind is kind:
            raise UserError(Problem.CLAIM_FIELD, field="claim", found=claim)
        with self._gateway.write(use_case) as writing:
            end_claim(writing, claim, kind, self._clock.today)
        return Done(writing.id, Touched.PROMISES, claim)

    def _require(self, claim: int) -> tuple[ClaimStanding, CustomerRow]:
        """Return a claim of which money is still to be looked for, and whose it is."""
        today = self._clock.today
        row = claim_by_id(claim, today)
        if row is not None:
            for standing in open_claims([row.customer_id], today):
                if standing.claim.id == claim:
                    return standing, customers_by_id([row.customer_id])[row.customer_id]
        raise UserError(Problem.CLAIM_FIELD, field="claim", found=claim)


def _may_be(standing: ClaimStanding, found: SoleReceipt) -> bool:
    """Whether money could be what was claimed at all."""
    claim, stored = standing.claim, found.stored
    same = {entry.amount.currency for entry in stored.entries} == {claim.currency}
    return same and not stored.bounced and found.day >= claim.paid_day - EARLIER


def _not_counted(standing: ClaimStanding, found: SoleReceipt, today: date) -> int:
    """What a receipt brings of a claim that was not taken off it yet, in minor units."""
    claim = standing.claim
    own = [
        entry
        for entry in found.stored.credits
        if not entry.is_extra and entry.customer_id == claim.customer_id
    ]
    if not own or found.day < claim.paid_day:
        return found.stored.amount.minor
    ids = [entry.id for entry in own]
    if claim.minor is None:
        brought = -sum(entry.amount.minor for entry in own)
        return brought - set_against(ids, claim.entries, today)
    spent = spent_elsewhere([claim], ids, today)
    return sum(minor for by_claim in spent.values() for minor in by_claim.values())


def _money_in(credit: UnmatchedCredit) -> MoneyIn:
    return MoneyIn(
        code=credit.code,
        amount=credit.original,
        left=credit.open,
        day=credit.day,
        payer=credit.payer,
        reference=credit.reference,
        presumed=credit.presumed,
    )
