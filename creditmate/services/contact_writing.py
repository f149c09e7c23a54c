"""A contact as it is put down: checked against the customer, then written with all of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from creditmate.db import conversation, next_steps, promises
from creditmate.db.call_undo import is_contact
from creditmate.db.gateway import Writing, offset_minutes
from creditmate.domain.barriers import barrier_of
from creditmate.domain.changes import Touched
from creditmate.domain.claims import SaidPaid
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import signals_text
from creditmate.domain.next_steps import About
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import LIVE, Standing, undone
from creditmate.domain.rows import CustomerRow
from creditmate.domain.taken_place import TakenPlace, taken_place
from creditmate.domain.workcase import Case
from creditmate.services.call_notes import CallNote, check_note
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.contact_details import Detail, detail_of, put_down_detail
from creditmate.services.contact_extras import Extras
from creditmate.services.contact_promises import Pledging
from creditmate.services.lateness import learnt_book
from creditmate.services.numbers_rung import number_rung
from creditmate.services.said_paid import NewClaim, new_claim, put_down
from creditmate.services.steps_answered import (
    approach_to,
    contact_called,
    steps_of,
    with_step,
)
from creditmate.services.whose_word import spoken_for
from creditmate.services.words_before import word_of, words_before


@dataclass(frozen=True)
class NewContact:
    """A contact that fits the customer: with what comes of it, as it will be put down.

    ``keeps_steps`` says that the next steps set before stand, and no other takes their place;
    ``speaks_for`` is the case of whom the customer speaks for, a head office for its group;
    without ``names_items`` a promise is of no item in particular; ``later`` is what they promised
    after it on the same day.
    """

    customer: CustomerRow
    file: CustomerFile
    call: CallNote
    day: date
    at: datetime
    claim: NewClaim | None
    detail: Detail
    speaks_for: Case
    keeps_steps: bool = False
    names_items: bool = True
    later: tuple[Standing, ...] = ()

    @property
    def touched(self) -> Touched:
        """What putting it down touches."""
        call, touched = self.call, Touched.CONTACTS_MADE | Touched.TASKS
        if call.promised or call.deed or call.deeds_done or self.claim is not None or self.taken:
            touched |= Touched.PROMISES
        return touched | self.extras.touched

    @cached_property
    def taken(self) -> TakenPlace:
        """What of the customer's older words it takes the place of."""
        before = words_before(self.file, self.speaks_for, self.day)._replace(later=self.later)
        return taken_place(before, word_of(self.call, self.detail.entries), self.day)

    @property
    def extras(self) -> Extras:
        """What else comes of it."""
        call = replace(self.call, replaces_promises=bool(self.taken.promises))
        return Extras(self.customer, self.file, call, self.day)


@dataclass(frozen=True, slots=True)
class When:
    """When a contact was; what is ``known`` of the customer is read as at that day."""

    day: date
    at: datetime
    known: date


def new_contact(
    customer: CustomerRow, call: CallNote, when: When, *, keeps_steps: bool = False
) -> NewContact:
    """Return a contact as it will be put down.

    Args:
        customer: With whom.
        call: What was said.
        when: On which day, and at which moment.
        keeps_steps: Whatever was set before stands.

    Raises:
        UserError: ``CALL_FIELD`` naming the field that is missing or does not fit;
            ``NOTHING_OPEN``.
    """
    day, known = when.day, when.known
    (file,) = read_files([customer.id], known, learnt_book(known))
    told, keeps = (call, True) if keeps_steps else with_step(customer.id, call, known)
    stepless = replace(told, next_day=None, next_at=None, none_because="-")
    check_note(stepless if keeps else told, day)
    speaks_for = spoken_for(file, known)
    _check_against(file, speaks_for, told, known)
    Extras(customer, file, told, day).check()
    told = replace(told, barrier=told.barrier or barrier_of(told.outcome))
    return NewContact(
        customer=customer,
        file=file,
        call=told,
        day=day,
        at=when.at,
        claim=_claim(customer, file, told, day),
        detail=detail_of(customer, file if day == known else None, told, day),
        speaks_for=speaks_for,
        keeps_steps=keeps,
    )


def put_down_contact(writing: Writing, contact: NewContact) -> int:
    """Put a contact down with everything that was agreed in it; return its id.

    The next step takes the place of the ones set before. A promise means the items
    spoken of, then the oldest overdue ones, that make up its amount; it stands beside earlier ones
    unless it takes their place.
    """
    customer, file, call = contact.customer, contact.file, contact.call
    interaction = _add_interaction(writing, contact)
    put_down_detail(writing, interaction, contact.detail)
    if not contact.keeps_steps:
        _set_next_step(writing, interaction, contact)
    if call.deeds_done:
        done = [deed.id for deed in undone(contact.speaks_for.deeds, contact.day)]
        promises.finish_deeds(writing, done, contact.day)
    contact.extras.put_down(writing, interaction)  # what is promised in it is not known before
    Pledging(
        customer,
        file,
        contact.speaks_for,
        call,
        contact.day,
        interaction,
        about=tuple(one for one in contact.detail.entries if one not in call.copies),
        names_items=contact.names_items,
        later=contact.later,
    ).put_down(writing)
    if contact.claim is not None:
        put_down(writing, contact.claim, by_whom=call.with_name, interaction=interaction)
    return interaction


def _add_interaction(writing: Writing, contact: NewContact) -> int:
    file, call = contact.file, contact.call
    person = contact_called(file, call.with_name)
    return conversation.add_interaction(
        writing,
        customer_id=contact.customer.id,
        contact_id=person,
        heard_name="" if person else call.with_name.strip(),
        channel=call.channel,
        direction="in" if call.incoming else "out",
        number=number_rung(call, file.contacts, person),
        day=contact.day,
        at=contact.at.isoformat(timespec="seconds"),
        at_offset=offset_minutes(contact.at),
        outcome=call.outcome.value,
        notes=call.note,
        next_day=call.next_day,
        none_because=call.none_because,
        seconds=call.seconds,
        mood=call.mood.value if call.mood else "",
        signals=signals_text(call.signals),
        corrects_id=call.corrects,
    )


def _set_next_step(writing: Writing, interaction: int, contact: NewContact) -> None:
    """Close the steps set before; the contact's own, if there is one, takes their place."""
    call, customer = contact.call, contact.customer
    approach = approach_to(customer, contact.file, call, contact.day)
    to = next_steps.Again(call.next_day or contact.day, call.next_at, contact.detail.zone)
    goes_on = next_steps.answer_steps(writing, steps_of(customer), approach, interaction, to)
    if call.next_day is None or goes_on:
        return
    at = call.next_at
    next_steps.add_task(
        writing,
        customer_id=customer.id,
        kind=_kind_of_step(call, contact.claim),
        day=call.next_day,
        note="",
        from_interaction_id=interaction,
        at=None if at is None else at.strftime("%H:%M"),
        zone="" if at is None else contact.detail.zone,
        about=About.TALK.value,
    )


def _kind_of_step(call: CallNote, claim: NewClaim | None) -> str:
    """The kind of the next step: to look for money is the promise's or the claim's own business.

    Before the claim's time is up, a day was agreed for another reason.
    """
    waits = claim is not None and call.next_day is not None and call.next_day > claim.until
    return "check_money" if call.promised or waits else "call_back"


# ------------------------------------------------------------------ checks
def _check_against(file: CustomerFile, speaks_for: Case, call: CallNote, today: date) -> None:
    """Refuse what does not fit the customer: a promise of money for which nothing is open."""
    owed = {entry.currency for entry in (*file.case.entries, *speaks_for.entries)}
    if call.promised is not None and call.promised.currency not in owed:
        raise UserError(Problem.NOTHING_OPEN, currency=call.promised.currency)
    ends = call.replaces_promises and call.promised is None
    if ends and not any(one.state in LIVE for one in file.case.standings):
        raise UserError(Problem.CALL_FIELD, field="replaces", found="")
    if call.deeds_done and not undone(speaks_for.deeds, today):
        raise UserError(Problem.CALL_FIELD, field="we-did", found="")
    known = {row.id for row in file.entries} | {entry.id for entry in speaks_for.entries}
    for unknown in sorted({*call.entries, *call.copies} - known):
        raise UserError(Problem.CALL_FIELD, field="entries", found=unknown)
    if call.corrects is not None and not is_contact(call.corrects, file.case.customer):
        raise UserError(Problem.CALL_FIELD, field="corrects", found=call.corrects)


def _claim(customer: CustomerRow, file: CustomerFile, call: CallNote, day: date) -> NewClaim | None:
    """What is said to be paid; that a payment was sent says so where anything is open."""
    if call.outcome is not Outcome.PAYMENT_SENT or (
        call.said_paid is None and not file.case.entries
    ):
        return None
    try:
        return new_claim(customer, file, call.said_paid or SaidPaid(), day)
    except UserError:
        if call.said_paid is None:
            return None  # all of it is in question: there is nothing to be waited for
        raise
