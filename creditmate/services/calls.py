"""Recording a call: what was said, what was promised by both sides, and the next step."""

from collections.abc import Collection
from datetime import date

from creditmate.db import call_drafts, conversation, next_steps, promises
from creditmate.db.call_undo import recorded_call, rests_on, take_back
from creditmate.db.gateway import Gateway, Writing, offset_minutes
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.chasing import waterfall
from creditmate.domain.claims import SaidPaid
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import signals_text
from creditmate.domain.outcomes import Outcome
from creditmate.domain.ports import Clock
from creditmate.domain.promises import running, undone
from creditmate.domain.rows import CallDraftRow, CustomerRow
from creditmate.services.calendars import customer_calendar
from creditmate.services.call_notes import CallNote, check_note
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.customers import require_customer
from creditmate.services.lateness import learnt_book
from creditmate.services.said_paid import NewClaim, new_claim, put_down
from creditmate.services.settings import current_settings

__all__ = ["CallNote", "Calls"]

_RECORD = "record-call"


class Calls:
    """Calls with customers."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def record(self, code: str, call: CallNote, *, ends_draft: bool = False) -> Saved:
        """Record a call with everything that was agreed in it.

        The next step takes the place of the ones set before. A promise means the oldest overdue
        items that make up its amount; it stands beside earlier ones unless it replaces them.

        Args:
            code: The customer's.
            call: What was said.
            ends_draft: It was told in the customer's form, which is finished with it.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``CALL_FIELD`` naming the field that is missing or
                does not fit.
        """
        customer = require_customer(code)
        today = self._clock.today
        (file,) = read_files([customer.id], today, learnt_book(today))
        check_note(call, today)
        _check_against(file, call, today)
        claim = _claim(customer, file, call, today)
        with self._gateway.write(_RECORD) as writing:
            interaction = self._add_interaction(writing, file, call)
            if ends_draft:
                call_drafts.drop_draft_within(customer.id)
            self._set_next_step(writing, interaction, customer.id, call, claim)
            if call.deeds_done:
                done = [deed.id for deed in undone(file.case.deeds, today)]
                promises.finish_deeds(writing, done, today)
            if call.promised or call.deed:
                self._add_promises(writing, customer, file, call, interaction)
            if claim is not None:
                put_down(writing, claim, by_whom=call.with_name, interaction=interaction)
        return Saved(interaction, _touched_by(call, claim))

    def undo(self, interaction: int, form: CallDraftRow | None = None) -> Touched:
        """Take back a call that was just recorded, with all that came of it.

        What the call made is void, its next step set aside, and the steps and promises that it
        had closed are open again; in one action that names the one it undoes.

        Args:
            interaction: As ``record`` returned it.
            form: Kept again with what was typed in it, in the same transaction.

        Raises:
            UserError: ``CALL_STANDS``: it was taken back already, or something that was recorded
                later rests on it; ``CALL_BEGUN``: ``form`` would take the place of another one.
        """
        call = recorded_call(interaction)
        if call is None or call.use_case != _RECORD or rests_on(call):
            raise UserError(Problem.CALL_STANDS)
        if form is not None and call_drafts.draft_of(call.customer) is not None:
            raise UserError(Problem.CALL_BEGUN, name=form.name)
        with self._gateway.write("undo-call", undoes=call.action) as writing:
            take_back(writing, call, self._clock.today)
            if form is not None:
                call_drafts.put_draft_within(form)
        return call.touched

    def currency_owed(self, code: str, as_at: date) -> str:
        """Return the currency that a promise of a customer is most likely in.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        (file,) = read_files([customer.id], as_at, learnt_book(as_at))
        return likely_currency({entry.currency for entry in file.case.entries}, customer)

    def _add_interaction(self, writing: Writing, file: CustomerFile, call: CallNote) -> int:
        contact = _contact_called(file, call.with_name)
        now = self._clock.now()
        return conversation.add_interaction(
            writing,
            customer_id=file.case.customer,
            contact_id=contact,
            heard_name="" if contact else call.with_name.strip(),
            channel="call",
            direction="in" if call.incoming else "out",
            number=next((row.phone for row in file.contacts if row.id == contact), ""),
            day=self._clock.today,
            at=now.isoformat(timespec="seconds"),
            at_offset=offset_minutes(now),
            outcome=call.outcome.value,
            notes=call.note,
            next_day=call.next_day,
            none_because=call.none_because,
            seconds=call.seconds,
            mood=call.mood.value if call.mood else "",
            signals=signals_text(call.signals),
        )

    def _set_next_step(
        self,
        writing: Writing,
        interaction: int,
        customer: int,
        call: CallNote,
        claim: NewClaim | None,
    ) -> None:
        """Close the steps set before; the call's own, if there is one, takes their place."""
        next_steps.close_tasks(writing, customer, self._clock.today, interaction)
        if call.next_day is not None:
            next_steps.add_task(
                writing,
                customer_id=customer,
                kind=_kind_of_step(call, claim),
                day=call.next_day,
                note="",
                from_interaction_id=interaction,
            )

    def _add_promises(
        self,
        writing: Writing,
        customer: CustomerRow,
        file: CustomerFile,
        call: CallNote,
        interaction: int,
    ) -> None:
        today = self._clock.today
        made = {"customer_id": customer.id, "interaction_id": interaction, "made_day": today}
        if call.promised is not None and call.promised_by is not None:
            calendar = customer_calendar(customer.country, call.promised_by, customer.region)
            grace = current_settings().grace_days
            promise = promises.add_promise(
                writing,
                **made,
                side="theirs",
                due_day=call.promised_by,
                grace_days=grace,
                until_day=calendar.add_working_days(call.promised_by, grace),
                currency=call.promised.currency,
                amount_minor=call.promised.minor,
                deed="",
                meant=_meant(file, call, today),
            )
            if call.replaces_promises:
                replaced = running(file.case.standings, call.promised.currency)
                ids = [standing.promise.id for standing in replaced]
                promises.replace_promises(writing, ids, today, by=promise)
        if call.deed and call.deed_by is not None:
            promises.add_promise(
                writing,
                **made,
                side="ours",
                due_day=call.deed_by,
                grace_days=0,
                until_day=call.deed_by,
                currency=None,
                amount_minor=None,
                deed=call.deed,
                meant=(),
            )


def likely_currency(owed: Collection[str], customer: CustomerRow) -> str:
    """Return the only currency in which anything is owed, else the customer's own."""
    return next(iter(owed)) if len(owed) == 1 else customer.currency


def _claim(
    customer: CustomerRow, file: CustomerFile, call: CallNote, today: date
) -> NewClaim | None:
    """What is said to be paid; that a payment was sent says so where anything is open."""
    if call.outcome is not Outcome.PAYMENT_SENT or (
        call.said_paid is None and not file.case.entries
    ):
        return None
    try:
        return new_claim(customer, file, call.said_paid or SaidPaid(), today)
    except UserError:
        if call.said_paid is None:
            return None  # all of it is in question: there is nothing to be waited for
        raise


def _kind_of_step(call: CallNote, claim: NewClaim | None) -> str:
    """The kind of the next step: to look for money is the promise's or the claim's own business.

    Before the claim's time is up, a day was agreed for another reason.
    """
    waits = claim is not None and call.next_day is not None and call.next_day > claim.until
    return "check_money" if call.promised or waits else "call_back"


def _touched_by(call: CallNote, claim: NewClaim | None) -> Touched:
    touched = Touched.CONTACTS_MADE | Touched.TASKS
    if call.promised or call.deed or call.deeds_done or claim is not None:
        touched |= Touched.PROMISES
    return touched


def _check_against(file: CustomerFile, call: CallNote, today: date) -> None:
    """Refuse what does not fit the customer: a promise of money for which nothing is open."""
    owed = {entry.currency for entry in file.case.entries}
    if call.promised is not None and call.promised.currency not in owed:
        raise UserError(Problem.NOTHING_OPEN, currency=call.promised.currency)
    if call.deeds_done and not undone(file.case.deeds, today):
        raise UserError(Problem.CALL_FIELD, field="we-did", found="")


def _contact_called(file: CustomerFile, name: str) -> int | None:
    """The contact of this name, or whose first or last name it is if only one has it."""
    wanted = name.strip().casefold()
    exact = [row.id for row in file.contacts if row.name.casefold() == wanted]
    partly = [row.id for row in file.contacts if wanted in row.name.casefold().split()]
    found = exact or partly
    return found[0] if len(found) == 1 else None


def _meant(file: CustomerFile, call: CallNote, today: date) -> tuple[int, ...]:
    """The entries a promise is for: the oldest due ones that together make up its amount.

    What is in question, said to be paid, or covered by an earlier promise that stands, is not
    meant again.
    """
    if call.promised is None:
        return ()
    standings = () if call.replaces_promises else file.case.standings
    chosen, left = [], call.promised.minor
    for portion in waterfall(file.case.entries, standings, today, file.case.said):
        free = portion.chaseable_minor
        if left > 0 and free > 0 and portion.entry.currency == call.promised.currency:
            chosen.append(portion.entry.id)
            left -= free
    return tuple(chosen)
