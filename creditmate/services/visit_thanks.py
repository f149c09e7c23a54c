"""The letter of thanks after a visit: made of what was agreed there, issued, kept as it was sent.

What was seen, felt, reviewed or worked out is not asked for here, so that it cannot come into it.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from creditmate.db.business import business
from creditmate.db.customers import billing_address, customers_by_id
from creditmate.db.gateway import Gateway
from creditmate.db.our_people import staff_row
from creditmate.db.papers import paper_bytes
from creditmate.db.visit_letters import awaited_from, paid_in_parts
from creditmate.documents.confirmation_letter import Message
from creditmate.documents.mail_draft import Enclosure, Whom, mail_draft
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.documents.visit_thanks import draw_thanks, thanks_text
from creditmate.documents.visit_thanks_paper import SentLater, VisitThanks
from creditmate.domain.confirmation import Confirmation
from creditmate.domain.department_lines import without_department
from creditmate.domain.kinds import PaperKind
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow, PaperRow
from creditmate.domain.salutation import saluted
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_report import Came, RequestOutcome
from creditmate.domain.visits import Side, Visit, VisitFile
from creditmate.services.confirmations import Confirmations
from creditmate.services.document_delivery import pdf_name
from creditmate.services.letterhead import business_card, paper_form, rung_from
from creditmate.services.numbered_papers import Ask
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_numbers import issued_of, keep_visit_paper, number_of, replaced
from creditmate.services.visit_report_pages import held_event, report_page
from creditmate.services.visit_talks import by_their_days

Draw = Callable[[VisitThanks], CheckedPaper]


@dataclass(frozen=True, slots=True)
class KeptThanks:
    """A letter of thanks as it was issued, with what it was made from."""

    paper: VisitThanks
    id: int
    pdf: bytes
    pages: int
    fresh: bool = False


class VisitLetters:
    """Makes letters of thanks and keeps them.

    Args:
        gateway: Writes.
        clock: Tells the day and the moment.
        confirmations: Gathers what was agreed in a contact.
    """

    def __init__(self, gateway: Gateway, clock: Clock, confirmations: Confirmations) -> None:
        self._gateway, self._clock, self._confirmations = gateway, clock, confirmations

    def draft(self, named: str, opening: str = "") -> VisitThanks:
        """Return the letter about a visit that was reported, without a number.

        Args:
            named: The visit's number or id.
            opening: A sentence of thanks of our own; '' for none.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit, or nobody was met on it.
        """
        file, today, home = visit_file(named), self._clock.today, business()
        visit = file.visit
        talk = _talk(file)
        if talk is None:
            raise visit_refused(VisitWhy.NOT_REPORTED, number=visit.number)
        customer = customers_by_id([visit.customer])[visit.customer]
        told = _from_whoever_went(visit, self._confirmations.gather(customer.code, talk))
        told = replace(told, phone=rung_from(customer.country, told.phone, home.country))
        told, pays = by_their_days(told, paid_in_parts(talk))
        size, window = paper_form(home)
        requests = report_page(named, today).findings.requests
        papers = {one.what for one in visit.requests}
        return VisitThanks(
            business=business_card(home, customer.country),
            number="",
            day=today,
            visit_day=told.day,
            customer_name=customer.name,
            account=customer.code,
            address=_window_lines(saluted(told.to), customer),
            told=told,
            pays=pays,
            does=tuple(one for one in awaited_from(talk) if one.words not in papers),
            received=_asked(visit, requests, Came.RECEIVED),
            later=_later(visit, requests),
            opening=opening.strip(),
            signed=told.signed,
            abroad="" if customer.country == home.country else customer.country,
            locale=customer.locale,
            window=window,
            size=size,
        )

    def numbered(self, named: str, opening: str = "") -> VisitThanks:
        """Return the letter with its number, ready to be drawn.

        Raises:
            UserError: As ``draft``.
        """
        visit = visit_file(named).visit
        return replace(
            self.draft(named, opening),
            number=number_of(visit.number),
            replaces=replaced(self._last(visit)),
        )

    def issued(self, named: str, opening: str = "") -> KeptThanks | None:
        """Return the letter that was issued last, if nothing came since that it would tell.

        Raises:
            UserError: As ``draft``.
        """
        draft = self.draft(named, opening)
        rows = issued_of(visit_file(named).visit, PaperKind.VISIT_THANKS)
        row = rows[-1] if rows else None
        if row is None or row.content_sha256 != _content(draft):
            return None
        before = replaced(rows[-2] if len(rows) > 1 else None)
        paper = replace(draft, number=row.number, day=row.as_at, replaces=before)
        return KeptThanks(paper, row.id, paper_bytes(row.id), row.pages)

    def issue(self, named: str, paper: VisitThanks, drawn: DrawnPaper) -> KeptThanks:
        """Keep a drawn letter; the same one that was issued meanwhile stays as it is.

        Raises:
            UserError: As ``draft``.
        """
        known = self.issued(named, paper.opening)
        if known is not None:
            return known
        visit = visit_file(named).visit
        before, content = self._last(visit), _content(paper)
        with self._gateway.write("issue-visit-thanks") as writing:
            id_ = keep_visit_paper(
                writing, visit, PaperKind.VISIT_THANKS, paper, content, drawn, before
            )
        return KeptThanks(paper, id_, drawn.pdf, drawn.pages, fresh=True)

    def message(self, kept: KeptThanks) -> bytes:
        """Return a letter as a draft for the user's mail program, with itself as a PDF."""
        paper, text = kept.paper, thanks_text(kept.paper)
        told = paper.told
        return mail_draft(
            to=Whom(told.to, told.address),
            sender=Whom(told.signed or told.business, told.from_address),
            subject=text.subject,
            text=text.mail,
            enclosures=[Enclosure(pdf_name(paper.number, paper.account), kept.pdf)],
            at=self._clock.now(),
        )

    def sent(self, kept: KeptThanks) -> None:
        """Put down with the visit's talk what was written; the same words twice are kept once."""
        text = thanks_text(kept.paper)
        self._confirmations.log(kept.paper.told, Message(text.subject, text.mail))

    @staticmethod
    def _last(visit: Visit) -> PaperRow | None:
        rows = issued_of(visit, PaperKind.VISIT_THANKS)
        return rows[-1] if rows else None


class ThanksIssue:
    """Issues letters of thanks: made and kept on the database thread, drawn on the caller's."""

    def __init__(self, letters: VisitLetters, ask: Ask, draw: Draw = draw_thanks) -> None:
        self._letters, self._ask, self._draw = letters, ask, draw

    def issue(self, named: str, opening: str = "") -> KeptThanks:
        """Issue a visit's letter, or return it as it was issued.

        Raises:
            UserError: As ``VisitLetters.draft``.
        """
        known = self._ask(lambda: self._letters.issued(named, opening))
        if known is not None:
            return known
        paper = self._ask(lambda: self._letters.numbered(named, opening))
        checked = self._draw(paper)
        return self._ask(lambda: self._letters.issue(named, paper, checked.drawn))


def _from_whoever_went(visit: Visit, told: Confirmation) -> Confirmation:
    """The letter comes from one who was there, whoever has written the report.

    That is whom the agenda came from, unless only others are said to have gone: then of them who
    decides, else who is named first.
    """
    who = None if visit.owner is None else staff_row(visit.owner)
    ours, signed = visit.of_side(Side.OURS), told.signed if who is None else who.name
    named = {one.staff for one in ours} | {one.name for one in ours}
    if ours and (who is None or not named & {who.id, who.name}):
        first = next((one for one in ours if one.decides), ours[0])
        who, signed = None if first.staff is None else staff_row(first.staff), first.name
    elif who is None:
        return told
    email = (who.email if who is not None else "") or business().email
    return replace(told, signed=signed, from_address=email)


def _window_lines(named: str, customer: CustomerRow) -> tuple[str, ...]:
    """What shows in the window: to somebody by name it takes no way by a department."""
    lines = "\n".join(line for line in billing_address(customer.id) if line != customer.name)
    address = without_department(lines) if named else lines
    return tuple(part for part in (named, customer.name, *address.splitlines()) if part)


def _talk(file: VisitFile) -> int | None:
    """The conversation of a visit that was held."""
    event = held_event(file)
    return None if event is None else event.interaction


def _asked(visit: Visit, requests: tuple[RequestOutcome, ...], came: Came) -> tuple[str, ...]:
    known = {one.id: one.what for one in visit.requests}
    return tuple(
        known[one.request] for one in requests if one.came is came and one.request in known
    )


def _later(visit: Visit, requests: tuple[RequestOutcome, ...]) -> tuple[SentLater, ...]:
    known = {one.id: one.what for one in visit.requests}
    return tuple(
        SentLater(known[one.request], one.by_day)
        for one in requests
        if one.came is Came.PROMISED and one.request in known
    )


def _content(paper: VisitThanks) -> str:
    """The hash of what it is about: the talk, and the papers that came or are to come.

    Another letter is due when the talk is put right, or something is added to the report that the
    customer reads. What we saw is not for them, and what became of a commitment is no news.
    """
    told = paper.told.interaction
    said = (told, paper.visit_day, paper.received, paper.later, paper.locale)
    return hashlib.sha256(repr(said).encode()).hexdigest()
