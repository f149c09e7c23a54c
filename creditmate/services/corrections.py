"""Putting a contact right: what was heard wrong is added to it, nothing is written over.

What was put down first stays in the story, marked as put right.
"""

from dataclasses import dataclass, replace
from datetime import date

from creditmate.db import promises
from creditmate.db.claims import end_claim
from creditmate.db.contact_again import (
    StoredContact,
    claims_made_in,
    last_word,
    pledges_made_in,
    words_before,
)
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.next_steps import close_steps_of, close_tried, set_kind
from creditmate.domain.arranged_talk import Promised
from creditmate.domain.barriers import Barrier
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.claims import ClaimEnd
from creditmate.domain.confirmation import wants_copies
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.next_steps import CALL_BACK, LOOK_FOR_MONEY
from creditmate.domain.outcomes import Outcome
from creditmate.domain.ports import Clock
from creditmate.domain.put_right import InContact, PutRight
from creditmate.domain.rows import CustomerRow
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import CustomerFile
from creditmate.services.contact_again import require_contact, told_again
from creditmate.services.contact_writing import (
    NewContact,
    When,
    new_contact,
    put_down_contact,
)
from creditmate.services.corrections_arranged import (
    arranged_in,
    end_arranged,
    refuse_where_begun,
)
from creditmate.services.corrections_before import (
    currency_heard,
    hold_again,
    speaks_of_before,
    stay_given_way,
    with_words,
    without_heard,
    words_as_they_stand,
)
from creditmate.services.steps_answered import approach_to

_ENDED = Touched.PROMISES | Touched.DISPUTES | Touched.INVOICES
"""What ends with an outcome that rules it out: what is asked for is not what it was."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put right in a contact; what is None was right.

    ``nothing_promised`` says that they made no promise to pay in it. So does another outcome that
    rules one out, unless a promise is told with it; what else was arranged in it ends with such an
    outcome as well: more time, a plan, a query.
    """

    outcome: Outcome | None = None
    note: str | None = None
    with_name: str | None = None
    promised: Money | None = None
    promised_by: date | None = None
    nothing_promised: bool = False


class Corrections:
    """Puts contacts right."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def code_of(self, interaction: int) -> str:
        """Return the code of the customer with whom a contact was.

        Raises:
            UserError: ``CALL_STANDS``: there is none.
        """
        customer = require_contact(interaction).customer
        return customers_by_id([customer])[customer].code

    def promised_in(self, interaction: int) -> list[Promised]:
        """Return what of theirs was promised in a contact, however it was put right, and stands."""
        chain = words_before(last_word(interaction))
        return [
            Promised(Money(one.minor, one.currency), one.due_day)
            for one in pledges_made_in(chain)
            if one.theirs and not one.ended and one.minor is not None and one.currency is not None
        ]

    def currency_in(self, interaction: int) -> str | None:
        """Return the currency of what they promised last in a contact; None where they did not."""
        return currency_heard(words_before(last_word(interaction)))

    def arranged_in(self, interaction: int) -> list[InContact]:
        """Return what else came of a contact, however it was put right, and stands today."""
        wrong = require_contact(last_word(interaction))
        return arranged_in(words_before(wrong.id), wrong.customer, self._clock.today)

    def put_right(self, interaction: int, correction: Correction) -> PutRight:
        """Put a contact right and return what ended with it, and what stands all the same.

        Raises:
            UserError: As ``correct``.
        """
        before, today = self.arranged_in(interaction), self._clock.today
        words = words_as_they_stand(interaction, today)
        saved = self.correct(interaction, correction)
        after = self.arranged_in(saved.id)
        ended = tuple(one for one in before if one not in after)
        stands = () if correction.outcome is None else tuple(after)
        return with_words(PutRight(saved, ended, stands), words, today)

    def correct(self, interaction: int, correction: Correction) -> Saved:
        """Add to a contact how it was in truth; it costs nothing, and the next step has its day.

        Only the next try ends where somebody was reached after all; a day set beside a promise is
        there to look for its money. A promise told otherwise takes the place of the one that was
        heard, from the same day on.

        Raises:
            UserError: ``CALL_STANDS``: there is none; ``CALL_FIELD``: nothing is put right, or it
                does not fit together; ``PLAN_REFUSED``: a plan begins with what they promised.
        """
        if correction == Correction():
            raise UserError(Problem.CALL_FIELD, field="correction", found="")
        wrong = require_contact(last_word(interaction))
        customer = customers_by_id([wrong.customer])[wrong.customer]
        chain = words_before(wrong.id)
        promised = [p.id for p in pledges_made_in(chain) if p.theirs and not p.ended]
        claimed = claims_made_in(chain)
        call = _corrected(wrong, correction)
        when = When(wrong.day, wrong.at, self._clock.today)
        told, contact = _as_told(customer, wrong, call, when, promised)
        says_paid = Outcome.PAYMENT_SENT.value
        if (call.promised is not None or correction.nothing_promised) and not _rules_out(
            wrong, call
        ):
            refuse_where_begun(told.case, self.arranged_in(wrong.id), promised)
        with self._gateway.write("correct-contact") as writing:
            if call.replaces_promises is None and hold_again(writing, chain, wrong, call):
                _, contact = _as_told(customer, wrong, call, when, promised)
            made = put_down_contact(writing, contact)
            if call.outcome.value != says_paid:
                for claim in claimed:
                    end_claim(writing, claim, ClaimEnd.WITHDRAWN, wrong.day)
            ruled_out = _rules_out(wrong, call)
            if ruled_out:
                arranged = arranged_in(chain, customer.id, self._clock.today)
                end_arranged(writing, arranged, wrong.day, call.note)
            none_made = correction.nothing_promised or ruled_out
            over = [*promised, *stay_given_way(writing, chain, made)]
            _end_promises(writing, over, made, wrong.day, none_made=none_made)
            if promised or call.promised is not None:
                set_kind(writing, chain, _kind_of_step(chain, made))
            if told_again(wrong).is_attempt and _ends_tries(call):
                close_steps_of(writing, chain, wrong.day, made)
                tried = approach_to(customer, contact.file, call, wrong.day)
                close_tried(writing, chain, tried, made)
        return Saved(
            made, contact.touched | Touched.PROMISES | (_ENDED if ruled_out else Touched.NOTHING)
        )


def _as_told(
    customer: CustomerRow, wrong: StoredContact, call: CallNote, when: When, promised: list[int]
) -> tuple[CustomerFile, NewContact]:
    """The customer's file as it stands, and the contact as it will be put down beside it."""
    contact = new_contact(customer, call, when, keeps_steps=True)
    file, contact = contact.file, _about_the_same(contact, wrong, promised)
    contact = without_heard(contact, promised, words_before(wrong.id)[-1])
    says_paid = Outcome.PAYMENT_SENT.value
    return file, replace(contact, claim=None) if wrong.outcome == says_paid else contact


def _kind_of_step(chain: list[int], made: int) -> str:
    """What a day was set for, as if all had been told so at once: beside a promise, its money."""
    stand = (one for one in pledges_made_in([*chain, made]) if one.theirs and not one.ended)
    return LOOK_FOR_MONEY if next(stand, None) else CALL_BACK


def _ends_tries(call: CallNote) -> bool:
    """Whether somebody was reached who did not ask to be rung again: then its day was agreed."""
    return not call.is_attempt and call.outcome is not Outcome.CALL_BACK


def _rules_out(wrong: StoredContact, call: CallNote) -> bool:
    """Whether the outcome that is told now, and was not told before, rules a promise out."""
    return call.outcome.rules_out_promise and call.outcome is not told_again(wrong).outcome


def _about_the_same(contact: NewContact, wrong: StoredContact, promised: list[int]) -> NewContact:
    """The contact about the items that were spoken of; what a copy was asked of was not promised.

    Both are kept alike. Where copies were asked for, those items were named for the promise of
    which it was, and was of nothing else.
    """
    call = contact.call
    barrier = Barrier(wrong.barrier) if wrong.barrier else None
    if wants_copies(Outcome(wrong.outcome), barrier):
        heard = [one.promise for one in contact.file.case.standings if one.promise.id in promised]
        meant = {entry for promise in heard for entry in promise.entries}
        named = meant if meant <= set(wrong.entries) else set()
        call = replace(call, copies=tuple(one for one in wrong.entries if one not in named))
    return replace(contact, call=call, detail=replace(contact.detail, entries=wrong.entries))


def _corrected(wrong: StoredContact, correction: Correction) -> CallNote:
    call = told_again(wrong)
    outcome = call.outcome if correction.outcome is None else correction.outcome
    told = replace(call, outcome=outcome, promised=correction.promised)
    anew = speaks_of_before(wrong, told, nothing_promised=correction.nothing_promised)
    return replace(
        call,
        replaces_promises=None if anew else False,
        outcome=outcome,
        note=call.note if correction.note is None else correction.note.strip(),
        with_name=call.with_name if correction.with_name is None else correction.with_name,
        barrier=call.barrier if outcome is call.outcome else None,
        purpose=Purpose(wrong.purpose) if wrong.purpose else None,
        promised=correction.promised,
        promised_by=correction.promised_by,
        corrects=wrong.id,
    )


def _end_promises(
    writing: Writing, promised: list[int], made: int, day: date, *, none_made: bool
) -> None:
    """End what was heard: another promise takes its place, or none was made."""
    anew = next((p.id for p in pledges_made_in([made]) if p.theirs), None)
    if anew is not None:
        promises.replace_promises(writing, promised, day, by=anew)
    elif none_made:
        promises.withdraw_promises(writing, promised, day)
