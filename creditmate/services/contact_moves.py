"""A contact that was logged on the wrong customer: moved to the right one, with a trace."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.attachments import add_attachment, attachment, attachment_bytes
from creditmate.db.call_undo import RecordedCall, recorded_call, rests_on, take_back
from creditmate.db.claims import claim_by_id
from creditmate.db.contact_again import (
    StoredContact,
    agreed_hour,
    claims_made_in,
    entries_of,
    last_word,
    move_contact,
    noted_in,
    pledges_made_in,
    words_before,
)
from creditmate.db.gateway import Gateway, Writing
from creditmate.domain.attachments import About, Subject
from creditmate.domain.changes import Saved
from creditmate.domain.claims import SaidPaid
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.ports import Clock
from creditmate.domain.receipts import Method
from creditmate.domain.rows import CustomerRow
from creditmate.services.call_notes import CallNote
from creditmate.services.circles import Circles
from creditmate.services.contact_again import require_contact, told_again
from creditmate.services.contact_writing import NewContact, When, new_contact, put_down_contact
from creditmate.services.customers import require_customer

_RECORDED = frozenset({"record-call", "move-contact"})
"""What can be moved: contacts that came with an import belong to that action."""
_RIGHT = frozenset({"correct-contact"})
"""What goes along with one: what put it right."""
_LEFT = ("claim", "dispute", "plan", "extension")
_ALONG = frozenset({Subject.INTERACTION, Subject.DISPUTE})
"""Files that were part of it; what showed a query stays with the contact, of which it came."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A contact that is with the right customer now.

    ``left`` names what came of it with the wrong one and could not come along: tables.
    """

    saved: Saved
    code: str
    left: tuple[str, ...]


class ContactMoves:
    """Moves contacts to the customers they were with."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def move(self, interaction: int, code: str, reason: str) -> Moved:
        """Move a contact that was logged on the wrong customer, with a trace in both stories.

        It is void there with all that came of it and all that put it right, and put down anew with
        the right customer on its own day, as the last word tells it: what was promised, said to be
        paid and noted, where that can be. What is about the wrong one's items cannot.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``, ``UNKNOWN_CONTACT``; ``CALL_STANDS``: something that
                was recorded later rests on it; ``CALL_FIELD``: no reason, or it is theirs already.
        """
        words = words_before(last_word(interaction))
        customer, stored = require_customer(code), require_contact(words[0])
        calls = _all_of(words)
        if not reason.strip():
            raise UserError(Problem.CALL_FIELD, field="why", found="")
        if customer.id == stored.customer:
            raise UserError(Problem.CALL_FIELD, field="to", found=customer.code)
        today, told = self._clock.today, _told_to(stored, words)
        contact = _first_that_fits(customer, stored, today, told)
        with self._gateway.write("move-contact", reason=reason.strip()) as writing:
            for call in calls:
                take_back(writing, call, today)
            if stored.customer in Circles([customer.id]).members(customer.id):
                # in one group the wrong one's promise stood upon what the right one owes
                contact = _first_that_fits(customer, stored, today, told, names_items=True)
            made = put_down_contact(writing, contact)
            for call in calls:
                _take_files_along(writing, call, customer.id, made)
            move_contact(writing, words[0], made, today, reason.strip())
        touched = contact.touched
        for call in calls:
            touched |= call.touched
        return Moved(Saved(made, touched), customer.code, _left(calls, stored, contact))


def _told_to(stored: StoredContact, words: Sequence[int]) -> tuple[CallNote, ...]:
    """The contact as it is told to the right customer: all of it first, then less and less.

    Why it was made is worked out anew: what was agreed with the wrong one was not with them.
    """
    call = told_again(stored)
    pledges = [pledge for pledge in pledges_made_in(words) if not pledge.ended]
    ours = next((p for p in pledges if not p.theirs), None)
    theirs = next((p for p in pledges if p.theirs), None)
    noted = noted_in(words)
    call = replace(
        call,
        next_at=agreed_hour(words) if stored.next_day else None,
        deed=ours.deed if ours else "",
        deed_by=ours.due_day if ours else None,
        opportunity=noted.get("opportunity", ""),
        feedback=noted.get("feedback", ""),
        said_paid=_said(words, stored.day),
    )
    if theirs is not None and theirs.minor is not None and theirs.currency is not None:
        money = Money(theirs.minor, theirs.currency)
        method = Method(theirs.method) if theirs.method else None
        call = replace(call, promised=money, promised_by=theirs.due_day, method=method)
    return (
        call,
        replace(call, said_paid=None),
        replace(call, promised=None, promised_by=None),
        replace(call, said_paid=None, promised=None, promised_by=None),
    )


def _first_that_fits(
    customer: CustomerRow,
    stored: StoredContact,
    today: date,
    calls: tuple[CallNote, ...],
    *,
    names_items: bool = False,
) -> NewContact:
    """Leave out what the right customer has nothing open for."""
    *tried, last = calls
    for call in tried:
        try:
            return _as_new(customer, stored, call, today, names_items=names_items)
        except UserError as error:
            if error.problem is not Problem.NOTHING_OPEN:
                raise
    return _as_new(customer, stored, last, today, names_items=names_items)


def _as_new(
    customer: CustomerRow,
    stored: StoredContact,
    call: CallNote,
    today: date,
    *,
    names_items: bool,
) -> NewContact:
    found = new_contact(customer, call, When(stored.day, stored.at, today))
    theirs = entries_of(stored.entries, list(_spoken_for(customer)))
    return replace(found, names_items=names_items, detail=replace(found.detail, entries=theirs))


def _spoken_for(customer: CustomerRow) -> Collection[int]:
    """Whose items a customer may speak of: a head office of its branches' too."""
    circles = Circles([customer.id])
    leads = circles.leader(customer.id) == customer.id
    return circles.members(customer.id) if leads else (customer.id,)


def _said(words: Sequence[int], day: date) -> SaidPaid | None:
    for id_ in claims_made_in(words):
        claim = claim_by_id(id_, day)
        if claim is not None:
            amount = None if claim.minor is None else Money(claim.minor, claim.currency)
            return SaidPaid(Method(claim.method), claim.paid_day, claim.reference, amount)
    return None


def _take_files_along(writing: Writing, call: RecordedCall, customer: int, made: int) -> None:
    for table, id_ in call.made:
        row = attachment(id_) if table == "attachment" else None
        if row is not None and row.subject in _ALONG:
            about = About(Subject.INTERACTION, made, row.note)
            add_attachment(writing, attachment_bytes(id_), customer, row.name, about)


def _all_of(words: Sequence[int]) -> list[RecordedCall]:
    """A contact with all that put it right, the last word first, where all of it can be moved."""
    *right, first = [recorded_call(word) for word in words]
    if first is None or first.use_case not in _RECORDED:
        raise UserError(Problem.CALL_STANDS)
    calls = [call for call in right if call is not None and call.use_case in _RIGHT]
    actions = {call.action for call in (*calls, first)}
    if len(calls) < len(right) or any(rests_on(call, actions) for call in (*calls, first)):
        raise UserError(Problem.CALL_STANDS)
    return [*calls, first]


def _left(
    calls: Sequence[RecordedCall], stored: StoredContact, contact: NewContact
) -> tuple[str, ...]:
    facts = {table for call in calls for table in call.facts}
    left = [table for table in _LEFT if table in facts]
    if len(contact.detail.entries) < len(stored.entries):
        left.append("interaction_item")
    if contact.claim is not None and "claim" in left:
        left.remove("claim")
    if "promise" in facts and not (contact.call.promised or contact.call.deed):
        left.insert(0, "promise")
    return tuple(left)
