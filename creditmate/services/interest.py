"""Interest for paying late: worked out, charged on a note of its own, waived, or cancelled.

Never charged by itself: what came up stays on a list until somebody decides. Cancelling the charge
note takes the decision back; waivers and cancellations are undone by voiding.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from creditmate.db.gateway import Gateway
from creditmate.db.interest_decisions import (
    add_choice,
    choices_made_in,
    made_in,
    void_choices,
    void_events,
)
from creditmate.db.invoices import documents_by_id
from creditmate.domain.changes import Done, Touched
from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.interest_basis import Choice, Chosen
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_events import EventKind
from creditmate.domain.interest_refusals import (
    InterestWhy,
    check_chargeable,
    check_workable,
    interest_refused,
)
from creditmate.domain.interest_worth import ToDecide, invoices_of, to_decide
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import totals_by_currency
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.services.customers import require_customer
from creditmate.services.documents import require_document
from creditmate.services.interest_book import (
    facts_of,
    interest_on,
    interest_to_decide,
    late_interest,
)
from creditmate.services.interest_notes import note_plan
from creditmate.services.interest_writing import (
    BOTH,
    LONGEST,
    Settled,
    What,
    checked_reason,
    new_event,
    write_event,
)
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.settings import worth_deciding

DECIDED = Touched.INVOICES | Touched.CUSTOMERS
"""What deciding about interest touches."""
_VERBS = {EventKind.WAIVED: "waive", EventKind.CANCELLED: "cancel"}


class Interest:
    """Works interest out and puts down what becomes of it."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    # ------------------------------------------------------------- what came up
    def of(self, document: int, as_at: date) -> list[LateInterest]:
        """Return what came up on an invoice to a day, one for each part that is late or was.

        Raises:
            UserError: ``INTEREST_REFUSED``: it is not late and never was, or the day is to come.
        """
        self._check_day(as_at)
        found = late_interest(as_at, document=document)
        if not found:
            row = documents_by_id([document])[document]
            raise interest_refused(InterestWhy.NOT_LATE, number=row.number)
        return found

    def of_number(self, number: str, as_at: date) -> list[LateInterest]:
        """Return the same of the invoice of a number.

        Raises:
            UserError: ``UNKNOWN_DOCUMENT``, ``SEVERAL_DOCUMENTS``, or what ``of`` raises.
        """
        return self.of(require_document(number, (DocumentKind.INVOICE,)).id, as_at)

    def of_customer(self, code: str, as_at: date) -> list[LateInterest]:
        """Return what came up on everything of a customer that is late or was.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``INTEREST_REFUSED``: the day is to come.
        """
        self._check_day(as_at)
        return late_interest(as_at, [require_customer(code).id])

    def claimable(self, as_at: date) -> list[LateInterest]:
        """Return everybody's interest that is to decide, or waits for a reference rate."""
        return [one for one in late_interest(as_at) if one.left.total or one.missing]

    def to_decide(self, as_at: date, *, code: str = "", everything: bool = False) -> ToDecide:
        """Return the same as a bookkeeper can use it: what is small is folded together.

        Args:
            as_at: The day.
            code: Only this customer's; empty for everybody's.
            everything: Also what was paid before the days that the settings look back.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``INTEREST_REFUSED``: the day is to come.
        """
        limits = worth_deciding(as_at)
        if everything:
            limits = replace(limits, since=None)
        if code:
            return to_decide(self.of_customer(code, as_at), limits)
        self._check_day(as_at)
        return interest_to_decide(as_at, limits)

    def facts(self, code: str, as_at: date) -> ChargeFacts:
        """Return what may be charged to a customer, in one look.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return facts_of(require_customer(code), as_at)

    # ------------------------------------------------------------- charging
    def plan(self, entries: Sequence[int], as_at: date, what: What = BOTH) -> list[InvoicePlan]:
        """Work charge notes out, one for each invoice; ``InvoiceIssue`` issues them.

        Args:
            entries: The debts' in the account.
            as_at: Up to which day interest is charged.
            what: Interest, the fixed sum, or both.

        Raises:
            UserError: ``INTEREST_REFUSED`` naming the invoice and what is in the way.
        """
        chosen = self._chosen(entries, as_at, what)
        notes: dict[int, list[LateInterest]] = {}
        for one in chosen:
            check_chargeable(one)
            if not (what.interest and one.left.interest) and not (what.fixed and one.left.fixed):
                raise interest_refused(InterestWhy.NOTHING_LEFT, number=one.debt.number)
            notes.setdefault(one.debt.document or -one.debt.entry, []).append(one)
        today = self._clock.today
        return [note_plan(found, as_at, today, what) for found in notes.values()]

    # ------------------------------------------------------------- giving up
    def waive(self, entries: Sequence[int], as_at: date, reason: str, what: What = BOTH) -> Settled:
        """Give up what came up to a day; on what is unpaid it goes on afterwards.

        Raises:
            UserError: ``INTEREST_REFUSED``: no reason, or nothing is left of one of them.
        """
        return self._settle(EventKind.WAIVED, entries, as_at, reason, what)

    def cancel(self, entries: Sequence[int], reason: str) -> Settled:
        """Let it end with the principal, which is paid.

        Raises:
            UserError: ``INTEREST_REFUSED``: as ``waive``, or one is not paid.
        """
        return self._settle(EventKind.CANCELLED, entries, self._clock.today, reason, BOTH)

    def _settle(
        self,
        kind: EventKind,
        entries: Sequence[int],
        as_at: date,
        reason: str,
        what: What,
    ) -> Settled:
        said = checked_reason(reason)
        chosen = self._chosen(entries, as_at, what)
        for one in chosen:
            check_workable(one)
            if kind is EventKind.CANCELLED and not one.is_paid:
                raise interest_refused(InterestWhy.NOT_PAID, number=one.debt.number)
        events = [(one, new_event(one, as_at, what)) for one in chosen]
        for one, event in events:
            if not event.interest + event.fixed:
                raise interest_refused(InterestWhy.NOTHING_LEFT, number=one.debt.number)
        with self._gateway.write(f"{_VERBS[kind]}-interest", reason=said) as writing:
            for one, event in events:
                write_event(writing, kind, one.debt.customer, self._clock.today, event, said)
        sums = totals_by_currency(event.interest + event.fixed for _, event in events)
        return Settled(Done(writing.id, DECIDED), kind, invoices_of(chosen), tuple(sums))

    def undo(self, action: int) -> Touched:
        """Take a waiver, a cancellation or a choice back: it never was.

        Raises:
            UserError: ``INTEREST_REFUSED``: it is taken back already, or was charged.
        """
        events, chosen = made_in(action), choices_made_in(action)
        charged = any(kind == EventKind.CHARGED.value for _, kind in events)
        if charged or not (events or chosen):
            raise interest_refused(InterestWhy.NOT_UNDONE)
        with self._gateway.write("undo-interest", undoes=action) as writing:
            void_events(writing, [id_ for id_, _ in events])
            void_choices(writing, chosen)
        return DECIDED

    # ------------------------------------------------------------- on which basis
    def choose(self, code: str, choice: Choice, reason: str = "", *, fair: bool = False) -> Done:
        """Decide on which basis a customer is charged from today on.

        Args:
            code: The customer's.
            choice: As usual, only the contract's, the law's, or none.
            reason: Needed but for what is usual.
            fair: Longer times than the law's were agreed and are fair to us.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: no reason, or too long a one.
        """
        customer, said = require_customer(code), reason.strip()
        if not said and (fair or choice is not Choice.USUAL):
            raise refused("interest.reason", Why.EMPTY)
        if len(said) > LONGEST:
            raise refused("interest.reason", Why.TOO_LONG, most=LONGEST)
        with self._gateway.write("choose-interest") as writing:
            chosen = Chosen(choice, self._clock.today, said, fair)
            id_ = add_choice(writing, customer.id, chosen)
        return Done(writing.id, DECIDED, id_)

    def _chosen(self, entries: Sequence[int], as_at: date, what: What) -> list[LateInterest]:
        self._check_day(as_at)
        if not (what.interest or what.fixed):
            raise interest_refused(InterestWhy.SEVERAL)
        wanted = set(entries)
        found = [one for one in interest_on(wanted, as_at) if one.debt.entry in wanted]
        if len(found) < len(wanted) or not wanted:
            raise interest_refused(InterestWhy.NOT_LATE, number="")
        return found

    def _check_day(self, as_at: date) -> None:
        if as_at > self._clock.today:
            raise interest_refused(InterestWhy.DAY_AHEAD, day=as_at, today=self._clock.today)
