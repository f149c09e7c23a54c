"""Recording a contact: what was said, what was promised by both sides, and the next step."""

from collections.abc import Collection, Sequence
from datetime import date

from creditmate.db import call_drafts
from creditmate.db.attachments import add_attachment
from creditmate.db.business import business
from creditmate.db.call_undo import recorded_call, rests_on, take_back
from creditmate.db.gateway import Gateway
from creditmate.domain.attachments import About, NewFile, Subject
from creditmate.domain.attempts import NextAttempt
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.contact_hours import local_moment
from creditmate.domain.contact_warnings import Against, Warned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CallDraftRow, CustomerRow
from creditmate.domain.steps_answered import Answered
from creditmate.domain.taken_place import TakenPlace
from creditmate.services.attachments import check_file
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import read_files
from creditmate.services.contact_occasions import purpose_of_contact
from creditmate.services.contact_warnings import warnings_for
from creditmate.services.contact_writing import (
    When,
    new_contact,
    put_down_contact,
)
from creditmate.services.customers import require_customer
from creditmate.services.lateness import learnt_book
from creditmate.services.next_attempts import next_attempt_of
from creditmate.services.steps_answered import answered_steps
from creditmate.services.whose_word import spoken_for
from creditmate.services.words_before import place_taken

__all__ = ["CallNote", "Calls", "NewFile"]

_RECORD = "record-call"
_BY_THE_HOUR = frozenset({Against.HOURS, Against.WISHED_HOURS})
_TAKEN_BACK = frozenset({_RECORD, "correct-contact", "send-help-sheet"})


class Calls:
    """Contacts with customers: calls, and whatever else ``CallNote.channel`` says."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def record(
        self,
        code: str,
        call: CallNote,
        *,
        ends_draft: bool = False,
        files: Sequence[NewFile] = (),
    ) -> Saved:
        """Record a contact with everything that was agreed in it.

        The next step takes the place of the ones set before; what is written may leave those as
        they are. A promise means the items spoken of, then the oldest overdue ones, that make up
        its amount; it stands beside earlier ones unless it takes their place (``takes_place_of``).

        Args:
            code: The customer's.
            call: What was said.
            ends_draft: It was told in the customer's form, which is finished with it.
            files: Kept with it, such as the e-mail that it was.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``CALL_FIELD`` naming the field that is missing or
                does not fit; ``ATTACHMENT_REFUSED``.
        """
        customer, today = require_customer(code), self._clock.today
        day = today if call.day is None else call.day
        if day > today:
            raise UserError(Problem.CALL_FIELD, field="day", found=day)
        for file in files:
            check_file(file.name, file.content)
        contact = new_contact(customer, call, When(day, self._clock.now(), today))
        with self._gateway.write(_RECORD, reason=call.override.strip()) as writing:
            interaction = put_down_contact(writing, contact)
            for file in files:
                about = About(Subject.INTERACTION, interaction)
                add_attachment(writing, file.content, customer.id, file.name, about)
            if ends_draft:
                call_drafts.drop_draft_within(customer.id)
        return Saved(interaction, contact.touched)

    def attempt(
        self, code: str, outcome: Outcome = Outcome.NO_ANSWER, with_name: str = "", note: str = ""
    ) -> Saved:
        """Record that nobody was reached, with the next attempt as the rule has it.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``CALL_FIELD``: somebody was reached.
        """
        again = self.next_attempt(code)
        if outcome.reached:
            raise UserError(Problem.CALL_FIELD, field="outcome", found=outcome.value)
        call = CallNote(with_name, outcome, note, next_day=again.day, next_at=again.at)
        return self.record(code, call)

    def next_attempt(self, code: str) -> NextAttempt:
        """Return when to try again if nobody is reached now.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer, today = require_customer(code), self._clock.today
        (file,) = read_files([customer.id], today, learnt_book(today))
        reached = CallNote("", Outcome.CALL_BACK, "")
        purpose = purpose_of_contact(customer, file, reached, today)
        return next_attempt_of(customer, self._clock, purpose)

    def against(self, code: str, call: CallNote) -> tuple[Warned, ...]:
        """Return what of the contact policy a contact goes against; nobody is stopped by it.

        The hour is not looked at: it is told afterwards, at whatever hour that is, and of the day
        on which it is told the customer's own counts, not the one before or after it there.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        if call.incoming or (call.day is not None and call.day < self._clock.today):
            return ()  # they began it, or it cannot be undone any more
        customer, today = require_customer(code), self._clock.today
        (file,) = read_files([customer.id], today, learnt_book(today))
        purpose = purpose_of_contact(customer, file, call, today)
        noon = local_moment(self._clock.now(), business().zone).replace(hour=12)
        found = warnings_for(code, call.channel, purpose, as_at=today, now=noon)
        return tuple(one for one in found if one.against not in _BY_THE_HOUR)

    def answered(self, code: str, call: CallNote) -> Answered:
        """Return which next steps a contact takes the place of, and which it tries in vain.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        day = self._clock.today if call.day is None else call.day
        return answered_steps(require_customer(code), call, day)

    def takes_place_of(self, code: str, call: CallNote) -> TakenPlace:
        """Return which promises, and what was said to be paid, a contact takes the place of.

        Where ``replaces_promises`` is None it is what the rule proposes.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer, today = require_customer(code), self._clock.today
        (file,) = read_files([customer.id], today, learnt_book(today))
        return place_taken(file, spoken_for(file, today), call, call.day or today)

    def undo(self, interaction: int, form: CallDraftRow | None = None) -> Touched:
        """Take back a contact that was just recorded, with all that came of it.

        What it made is void, its next step set aside, and the steps and promises that it had
        closed are open again; in one action that names the one it undoes.

        Args:
            interaction: As ``record`` returned it.
            form: Kept again with what was typed in it, in the same transaction.

        Raises:
            UserError: ``CALL_STANDS``: it was taken back already, or something that was recorded
                later rests on it; ``CALL_BEGUN``: ``form`` would take the place of another one.
        """
        call = recorded_call(interaction)
        if call is None or call.use_case not in _TAKEN_BACK or rests_on(call):
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
        owed = {entry.currency for entry in spoken_for(file, as_at).entries}
        return likely_currency(owed, customer)


def likely_currency(owed: Collection[str], customer: CustomerRow) -> str:
    """Return the only currency in which anything is owed, else the customer's own."""
    return next(iter(owed)) if len(owed) == 1 else customer.currency
