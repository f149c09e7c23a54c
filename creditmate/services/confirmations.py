"""Confirming in writing what was agreed: gathered from the contact, logged as the same contact.

The message goes out by the user's own mail program; its words are kept as a file of the contact,
so that no second contact is counted and the story shows what was written.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from creditmate.db.attachments import add_attachment, attachment_bytes, is_kept
from creditmate.db.business import business
from creditmate.db.claims import claim_by_id
from creditmate.db.contact_again import (
    StoredContact,
    claims_made_in,
    last_word,
    pledges_made_in,
    words_before,
)
from creditmate.db.customers import contacts_of
from creditmate.db.dispute_register import dispute_row
from creditmate.db.entries import open_entries
from creditmate.db.extensions import extension_by_id
from creditmate.db.gateway import Gateway
from creditmate.db.made_in_contact import (
    entries_about,
    last_contact,
    made_in,
    next_step_of,
    papers_of_entries,
    plan_paper,
)
from creditmate.db.our_people import staff_row
from creditmate.db.papers import paper_bytes
from creditmate.db.plans import plan_by_id
from creditmate.documents.confirmation_letter import Message, confirmation_message
from creditmate.documents.mail_draft import Enclosure, Whom, mail_draft
from creditmate.domain.attachments import About, Subject
from creditmate.domain.barriers import Barrier
from creditmate.domain.changes import Touched
from creditmate.domain.confirmation import (
    Confirmation,
    Copy,
    CopyKind,
    Deed,
    Part,
    Question,
    wants_copies,
)
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow
from creditmate.services.contact_again import require_contact
from creditmate.services.customers import require_customer
from creditmate.services.document_delivery import pdf_name
from creditmate.services.invoicing import Invoicing

_KEPT_AS = "confirmation-{day}.txt"


class Written(NamedTuple):
    """A message that was written: as a file for a mail program, and what stands in it."""

    eml: bytes
    message: Message


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes along, and the words if they were changed; None for the proposed copies."""

    copies: Sequence[str] | None = None
    text: str | None = None
    subject: str | None = None


class Confirmations:
    """Messages that confirm what was agreed."""

    def __init__(self, gateway: Gateway, clock: Clock, invoicing: Invoicing) -> None:
        self._gateway = gateway
        self._clock = clock
        self._invoicing = invoicing

    def gather(self, code: str, talk: int | None = None) -> Confirmation:
        """Return what a message would confirm.

        Args:
            code: The customer's.
            talk: The contact; the last one with the customer if None.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``CALL_STANDS``: there is no such contact.
        """
        customer, today = require_customer(code), self._clock.today
        named = last_contact(customer.id, today) if talk is None else last_word(talk)
        stored = require_contact(named or 0)
        if stored.customer != customer.id:
            raise UserError(Problem.CALL_STANDS)
        home = business()
        staff = self._gateway.working_as
        us = None if staff is None else staff_row(staff)
        told = _agreed(stored, _about(customer, stored), today)
        return replace(
            told,
            copies=_copies(customer, stored, told.plan, today),
            business=home.name,
            phone=home.phone,
            from_address=(us.email if us and us.email else home.email),
            signed=us.name if us else home.contact_name,
        )

    def message(self, told: Confirmation, chosen: Chosen) -> Message:
        """Return the words of a message; not for the database thread alone."""
        copies = [copy.number for copy in self._chosen(told, chosen)]
        found = confirmation_message(told, copies)
        return Message(chosen.subject or found.subject, chosen.text or found.text)

    def write(self, told: Confirmation, chosen: Chosen) -> Written:
        """Return a message as a file for the user's mail program, copies and all.

        Raises:
            UserError: ``UNKNOWN_DOCUMENT``: a copy that is not offered; ``NO_PAPER``.
        """
        message = self.message(told, chosen)
        enclosures = [self._enclosure(told, copy) for copy in self._chosen(told, chosen)]
        eml = mail_draft(
            to=Whom(told.to, told.address),
            sender=Whom(told.signed or told.business, told.from_address),
            subject=message.subject,
            text=message.text,
            enclosures=enclosures,
            at=self._clock.now(),
        )
        return Written(eml, message)

    def log(self, told: Confirmation, message: Message) -> Touched:
        """Put down that a contact was confirmed so; the same words twice are kept once."""
        content = f"{message.subject}\n\n{message.text}".encode()
        about = About(Subject.INTERACTION, told.interaction)
        customer = require_customer(told.code).id
        if is_kept(customer, content, about) is not None:
            return Touched.NOTHING
        name = _KEPT_AS.format(day=self._clock.today.isoformat())
        with self._gateway.write("confirm-contact") as writing:
            add_attachment(writing, content, customer, name, about)
        return Touched.CONTACTS_MADE

    def _chosen(self, told: Confirmation, chosen: Chosen) -> list[Copy]:
        if chosen.copies is None:
            return [copy for copy in told.copies if copy.ticked]
        offered = {copy.number.casefold(): copy for copy in told.copies}
        for number in chosen.copies:
            if number.casefold() not in offered:
                similar = [copy.number for copy in told.copies]
                raise UserError(Problem.UNKNOWN_DOCUMENT, number=number, similar=similar)
        return [offered[number.casefold()] for number in dict.fromkeys(chosen.copies)]

    def _enclosure(self, told: Confirmation, copy: Copy) -> Enclosure:
        name = pdf_name(copy.number, told.code)
        if copy.kind is CopyKind.DOCUMENT:
            return Enclosure(name, self._invoicing.stored(copy.id).copy())
        pdf = paper_bytes(copy.id) if copy.kind is CopyKind.PLAN else attachment_bytes(copy.id)
        return Enclosure(name, pdf)


def _about(customer: CustomerRow, stored: StoredContact) -> Confirmation:
    """Whom it goes to: the person spoken to, else whoever the customer's first contact is."""
    people = contacts_of([customer.id]).get(customer.id, [])
    asked = next((row for row in people if row.name == stored.with_name), None)
    address = asked.email if asked is not None else ""
    return Confirmation(
        interaction=stored.id,
        code=customer.code,
        customer=customer.name,
        locale=customer.locale,
        to=stored.with_name,
        address=address,
        day=stored.day,
        channel=stored.channel,
        incoming=stored.direction == "in",
    )


def _agreed(stored: StoredContact, told: Confirmation, today: date) -> Confirmation:
    chain = words_before(stored.id)
    pledges = [one for talk in chain for one in pledges_made_in([talk]) if not one.ended]
    theirs = next((one for one in pledges if one.theirs and one.minor is not None), None)
    deeds = tuple(Deed(one.deed, one.due_day) for one in pledges if not one.theirs)
    if theirs is not None and theirs.minor is not None and theirs.currency is not None:
        told = replace(told, promised=Part(Money(theirs.minor, theirs.currency), theirs.due_day))
    told = replace(told, deeds=deeds)
    for id_ in claims_made_in(chain):
        claim = claim_by_id(id_, today)
        if claim is not None:
            amount = None if claim.minor is None else Money(claim.minor, claim.currency)
            told = replace(told, paid_on=claim.paid_day, paid=amount)
    for talk in chain:
        told = _arranged(talk, told, today)
    step = next_step_of(chain[-1])
    return told if step is None else replace(told, again=step[0], again_at=step[1])


def _arranged(talk: int, told: Confirmation, today: date) -> Confirmation:
    """What else came of a contact: a plan, more time, questions."""
    for id_ in made_in(talk, "plan"):
        plan = plan_by_id(id_, today)
        if plan is not None:
            parts = tuple(
                Part(Money(one.minor, plan.currency), one.due_day) for one in plan.instalments
            )
            told = replace(told, plan=plan.number, instalments=parts)
    for id_ in made_in(talk, "extension"):
        extension = extension_by_id(id_, today)
        if extension is not None:
            told = replace(told, more_time=extension.to_day)
    rows = (dispute_row(id_, today) for id_ in made_in(talk, "dispute"))
    questions = tuple(
        Question(
            row.reason,
            tuple(item.number for item in row.items),
            row.questioned,
            row.answer_by,
        )
        for row in rows
        if row is not None
    )
    return replace(told, questions=(*told.questions, *questions))


def _copies(
    customer: CustomerRow, stored: StoredContact, plan: str, today: date
) -> tuple[Copy, ...]:
    """What can go along: papers of what is open, ticked if it was spoken of and is missing."""
    barrier = Barrier(stored.barrier) if stored.barrier else None
    wanted = wants_copies(Outcome(stored.outcome), barrier)
    rows = [row for row in open_entries([customer.id], today) if row.due_day is not None]
    about = entries_about(stored.id)
    overdue = [row for row in rows if row.due_day is not None and row.due_day < today]
    meant = [row for row in rows if row.id in about] or (overdue or rows)[:1]
    ticked = {papers.document for papers in papers_of_entries(meant)} if wanted else set()
    copies = []
    for papers in papers_of_entries(rows):
        tick = papers.document in ticked
        if papers.own:
            copies.append(Copy(CopyKind.DOCUMENT, papers.document, papers.number, tick))
        elif papers.files:
            copies.append(Copy(CopyKind.FILE, papers.files[0], papers.number, tick))
    agreement = plan_paper(plan) if plan else None
    if agreement is not None:
        copies.append(Copy(CopyKind.PLAN, agreement, plan, ticked=True))
    return tuple(copies)
