"""A contact that was logged on the wrong customer: moved to the right one, with a trace."""

from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.attachments import add_attachment, attachment, attachment_bytes
from creditmate.db.call_undo import RecordedCall, recorded_call, rests_on, take_back
from creditmate.db.claims import claim_by_id
from creditmate.db.contact_again import (
    StoredContact,
    claims_made_in,
    move_contact,
    noted_in,
    pledges_made_in,
)
from creditmate.db.gateway import Gateway, Writing
from creditmate.domain.attachments import About, Subject
from creditmate.domain.changes import Saved
from creditmate.domain.claims import SaidPaid
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.ports import Clock
from creditmate.domain.receipts import Method
from creditmate.domain.rows import CustomerRow
from creditmate.services.call_notes import CallNote
from creditmate.services.contact_again import require_contact, told_again
from creditmate.services.contact_writing import NewContact, When, new_contact, put_down_contact
from creditmate.services.customers import require_customer

_RECORDED = frozenset({"record-call", "move-contact"})
"""What can be moved: contacts that came with an import belong to that action."""
_LEFT = ("claim", "dispute", "plan", "extension")


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

        It is void there with all that came of it, and put down anew with the right customer on
        its own day: what was promised, said to be paid and noted, where that can be. What is about
        the wrong one's items cannot.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``CALL_STANDS``: there is none, or something that was
                recorded later rests on it; ``CALL_FIELD``: no reason, or it is theirs already.
        """
        call = recorded_call(interaction)
        if call is None or call.use_case not in _RECORDED or rests_on(call):
            raise UserError(Problem.CALL_STANDS)
        customer, stored = require_customer(code), require_contact(interaction)
        if not reason.strip():
            raise UserError(Problem.CALL_FIELD, field="why", found="")
        if customer.id == call.customer:
            raise UserError(Problem.CALL_FIELD, field="to", found=customer.code)
        contact = self._moved(customer, stored)
        with self._gateway.write("move-contact", reason=reason.strip()) as writing:
            take_back(writing, call, self._clock.today)
            made = put_down_contact(writing, contact)
            _take_files_along(writing, call, customer.id, made)
            move_contact(writing, interaction, made, self._clock.today, reason.strip())
        saved = Saved(made, call.touched | contact.touched)
        return Moved(saved, customer.code, _left(call, contact))

    def _moved(self, customer: CustomerRow, stored: StoredContact) -> NewContact:
        """The contact as it is with the right customer, with whatever of it can be theirs."""
        call, today = told_again(stored), self._clock.today
        pledges = pledges_made_in([stored.id])
        ours = next((p for p in pledges if not p.theirs), None)
        theirs = next((p for p in pledges if p.theirs), None)
        noted = noted_in(stored.id)
        call = replace(
            call,
            purpose=Purpose(stored.purpose) if stored.purpose else None,
            deed=ours.deed if ours else "",
            deed_by=ours.due_day if ours else None,
            opportunity=noted.get("opportunity", ""),
            feedback=noted.get("feedback", ""),
            said_paid=_said(stored),
        )
        if theirs is not None and theirs.minor is not None and theirs.currency is not None:
            money = Money(theirs.minor, theirs.currency)
            call = replace(call, promised=money, promised_by=theirs.due_day)
        return _first_that_fits(
            customer,
            stored,
            today,
            (
                call,
                replace(call, said_paid=None),
                replace(call, promised=None, promised_by=None),
                replace(call, said_paid=None, promised=None, promised_by=None),
            ),
        )


def _first_that_fits(
    customer: CustomerRow, stored: StoredContact, today: date, calls: tuple[CallNote, ...]
) -> NewContact:
    """Leave out what the right customer has nothing open for."""
    *tried, last = calls
    for call in tried:
        try:
            return _as_new(customer, stored, call, today)
        except UserError as error:
            if error.problem is not Problem.NOTHING_OPEN:
                raise
    return _as_new(customer, stored, last, today)


def _as_new(
    customer: CustomerRow, stored: StoredContact, call: CallNote, today: date
) -> NewContact:
    found = new_contact(customer, call, When(stored.day, stored.at, today))
    return replace(found, names_items=False)


def _said(stored: StoredContact) -> SaidPaid | None:
    for id_ in claims_made_in([stored.id]):
        claim = claim_by_id(id_, stored.day)
        if claim is not None:
            amount = None if claim.minor is None else Money(claim.minor, claim.currency)
            return SaidPaid(Method(claim.method), claim.paid_day, claim.reference, amount)
    return None


def _take_files_along(writing: Writing, call: RecordedCall, customer: int, made: int) -> None:
    for table, id_ in call.made:
        row = attachment(id_) if table == "attachment" else None
        if row is not None and row.subject is Subject.INTERACTION:
            about = About(Subject.INTERACTION, made, row.note)
            add_attachment(writing, attachment_bytes(id_), customer, row.name, about)


def _left(call: RecordedCall, contact: NewContact) -> tuple[str, ...]:
    left = [table for table in _LEFT if table in call.facts]
    if contact.claim is not None and "claim" in left:
        left.remove("claim")
    promised = "promise" in call.facts and (contact.call.promised or contact.call.deed)
    if "promise" in call.facts and not promised:
        left.insert(0, "promise")
    return tuple(left)
