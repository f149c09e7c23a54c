"""Confirming in writing what was agreed: gathered from the contact, logged as the same contact.

The message goes out by the user's own mail program; its words are kept as a file of the contact,
so that no second contact is counted and the story shows what was written.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from creditmate.db.attachments import add_attachment, attachment_bytes, is_kept
from creditmate.db.business import business
from creditmate.db.contact_again import last_word
from creditmate.db.gateway import Gateway
from creditmate.db.made_in_contact import last_talk
from creditmate.db.our_people import staff_row
from creditmate.db.papers import paper_bytes
from creditmate.documents.confirmation_letter import Message, confirmation_message
from creditmate.documents.mail_draft import Enclosure, Whom, mail_draft
from creditmate.domain.attachments import About, Subject
from creditmate.domain.changes import Touched
from creditmate.domain.confirmation import (
    Confirmation,
    Copy,
    CopyKind,
)
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.ports import Clock
from creditmate.services.confirmation_facts import addressed, agreed, copies_of
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
            talk: The contact; the last one in which anybody was spoken with if None.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``CALL_STANDS``: it is no contact of theirs;
                ``CALL_FIELD``: nobody was spoken with, so that there is nothing to confirm.
        """
        customer, today = require_customer(code), self._clock.today
        named = last_talk(customer.id, today) if talk is None else last_word(talk)
        if named is None:
            raise UserError(Problem.CALL_FIELD, field="confirm", found="")
        stored = require_contact(named)
        if stored.customer != customer.id:
            raise UserError(Problem.CALL_STANDS)
        if stored.direction != "in" and not Outcome(stored.outcome).reached:
            raise UserError(Problem.CALL_FIELD, field="confirm", found="")
        home = business()
        staff = self._gateway.working_as
        us = None if staff is None else staff_row(staff)
        told = agreed(stored, addressed(customer, stored), today)
        copies, missing = copies_of(customer, stored, told.plan, today)
        return replace(
            told,
            copies=copies,
            missing=missing,
            home_locale=home.locale,
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
