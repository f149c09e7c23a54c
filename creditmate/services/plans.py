"""Payment plans: what one would be, agreeing it, and what is done with it afterwards."""

from collections.abc import Sequence
from datetime import date

from creditmate.db import plans as stored
from creditmate.db.entries import open_entries
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Done, Touched
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.plans import RUNNING_OR_DEFAULTED, PlanEvent, PlanEventKind, PlanState
from creditmate.domain.ports import Clock
from creditmate.services.arranging_undo import undo_arranged
from creditmate.services.cases import read_files
from creditmate.services.customers import require_customer
from creditmate.services.lateness import learnt_book
from creditmate.services.plan_agreeing import ARRANGED, PlanDraft, draft_plan, put_down_plan
from creditmate.services.plan_lists import PlanRow, plan_rows
from creditmate.services.typed_texts import some_lines

__all__ = ["Plans", "put_down_plan"]

_TEXT = 1000
_TAKEN_UP = frozenset({PlanState.DEFAULTED, PlanState.CANCELLED})


class Plans:
    """Payment plans."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    # ------------------------------------------------------------- agreeing one
    def draft(self, code: str, terms: PlanTerms) -> PlanDraft:
        """Return a plan as it would be, with its parts and what to think of.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``PLAN_REFUSED``.
        """
        customer, today = require_customer(code), self._clock.today
        (file,) = read_files([customer.id], today, learnt_book(today))
        return draft_plan(customer, file, terms, today)

    def agree(self, code: str, terms: PlanTerms, interaction: int | None = None) -> Done:
        """Put down that a plan was agreed, outside a call's own record.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``PLAN_REFUSED``, also where a reason is missing.
        """
        customer, today = require_customer(code), self._clock.today
        (file,) = read_files([customer.id], today, learnt_book(today))
        reason = terms.because.strip()
        with self._gateway.write("agree-plan", reason=reason) as writing:
            made = put_down_plan(writing, customer, file, terms, today, interaction=interaction)
        return Done(writing.id, ARRANGED, made)

    def entries_named(self, code: str, numbers: Sequence[str]) -> tuple[int, ...]:
        """Return what a customer has open by the numbers of invoices; none for no numbers.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``PLAN_REFUSED`` with the numbers not open.
        """
        customer = require_customer(code)
        wanted = {number.casefold() for number in numbers}
        found = [
            row
            for row in (open_entries([customer.id], self._clock.today) if wanted else ())
            if row.due_day is not None and row.number.casefold() in wanted
        ]
        missing = wanted - {row.number.casefold() for row in found}
        if missing:
            raise plan_refused(PlanWhy.NOT_OPEN, found=sorted(missing))
        return tuple(row.id for row in found)

    # ------------------------------------------------------------- what there is
    def of_customer(self, code: str, as_at: date) -> list[PlanRow]:
        """Return a customer's plans, ended ones too, the oldest first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        found = stored.plans_of([customer.id], as_at).get(customer.id, [])
        return plan_rows(found, as_at)

    def all(self, as_at: date, states: frozenset[PlanState] = frozenset()) -> list[PlanRow]:
        """Return everybody's plans in these states, in any for none, by the next day."""
        rows = plan_rows(stored.all_plans(as_at), as_at)
        found = [row for row in rows if not states or row.standing.state in states]
        return sorted(found, key=_by_next_day)

    def show(self, named: str, as_at: date) -> PlanRow:
        """Return the plan of a number (or an id).

        Raises:
            UserError: ``PLAN_REFUSED``: there is none.
        """
        found = stored.plan_by_number(named, as_at)
        if found is None and named.strip().isdecimal():
            found = stored.plan_by_id(int(named) % 2**63, as_at)
        if found is None:
            raise plan_refused(PlanWhy.UNKNOWN_PLAN, found=named)
        (row,) = plan_rows([found], as_at)
        return row

    # ------------------------------------------------------------- what is done with it
    def sign(self, named: str, note: str = "") -> Done:
        """Put down that the signed agreement came back.

        Raises:
            UserError: ``PLAN_REFUSED``: there is none, it has ended, or is signed already.
        """
        row = self._require(named, RUNNING_OR_DEFAULTED)
        if row.standing.plan.signed_day is not None:
            raise plan_refused(PlanWhy.SIGNED_ALREADY, number=row.standing.plan.number)
        return self._put(row, PlanEventKind.SIGNED, note, "sign-plan")

    def cancel(self, named: str, because: str) -> Done:
        """End a plan by hand: what is left of it is followed up as everything else.

        Raises:
            UserError: ``PLAN_REFUSED``: there is none, it has ended, or no reason is given.
        """
        row = self._require(named, RUNNING_OR_DEFAULTED)
        return self._put(row, PlanEventKind.CANCELLED, _reason(because), "cancel-plan")

    def reinstate(self, named: str, because: str) -> Done:
        """Take a plan up again that is in default or was cancelled.

        What had not come by then is due anew today, with its time to come.

        Raises:
            UserError: ``PLAN_REFUSED``: there is none, it is neither, its items are in another
                plan, or no reason is given.
        """
        row = self._require(named, _TAKEN_UP)
        plan, today = row.standing.plan, self._clock.today
        own = stored.plans_of([plan.customer_id], today)[plan.customer_id]
        for one in (other.standing for other in plan_rows(own, today)):
            goes_on = one.plan.id != plan.id and one.state in RUNNING_OR_DEFAULTED
            if goes_on and one.plan.entries & plan.entries:
                raise plan_refused(PlanWhy.IN_A_PLAN, number=one.plan.number)
        return self._put(row, PlanEventKind.REINSTATED, _reason(because), "reinstate-plan")

    def undo(self, action: int) -> Touched:
        """Take back what an action of these did: it never was.

        Raises:
            UserError: ``PLAN_REFUSED``: it is taken back already, or something rests on it.
        """
        undo_arranged(self._gateway, action)
        return ARRANGED

    def _require(self, named: str, states: frozenset[PlanState]) -> PlanRow:
        row = self.show(named, self._clock.today)
        if row.standing.state not in states:
            why = PlanWhy.NOT_RUNNING if states is RUNNING_OR_DEFAULTED else PlanWhy.NOT_IN_DEFAULT
            state = row.standing.state.value
            raise plan_refused(why, number=row.standing.plan.number, state=state)
        return row

    def _put(self, row: PlanRow, kind: PlanEventKind, note: str, use_case: str) -> Done:
        plan, said = row.standing.plan, some_lines("plan.note", note, _TEXT)
        with self._gateway.write(use_case, reason=said) as writing:
            stored.add_plan_event(writing, plan.id, PlanEvent(kind, self._clock.today, said))
        return Done(writing.id, ARRANGED, plan.id)


def _by_next_day(row: PlanRow) -> tuple[bool, date, str]:
    due = row.standing.next_due
    return due is None, row.standing.plan.day if due is None else due.due_day, row.code


def _reason(text: str) -> str:
    if not text.strip():
        raise plan_refused(PlanWhy.NO_REASON)
    return text
