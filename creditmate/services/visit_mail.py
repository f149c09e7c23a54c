"""An agenda as it goes out: a message for the user's own mail program, and an entry for a calendar.

The entry keeps one name and counts what replaced it, so that the customer's calendar changes what
it has; of a visit that is called off it takes it out. Nothing is sent here: that it was sent
is put down when the user says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.attachments import attachment_bytes, attachments_of
from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Gateway
from creditmate.db.papers import latest_of_day, paper_bytes
from creditmate.documents.mail_draft import Enclosure, Whom, mail_draft
from creditmate.documents.visit_agenda_paper import VisitAgenda
from creditmate.documents.visit_cover import (
    cancelled_text,
    cancelled_words,
    cover_text,
    entry_place,
    entry_words,
)
from creditmate.domain.changes import Done
from creditmate.domain.email_syntax import is_email
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_standing import day_known, standing_of
from creditmate.domain.visits import Side, Visit, VisitFile, VisitState
from creditmate.domain.whom import may_discuss, reached, whom
from creditmate.domain.worklist import Channel
from creditmate.exchange.calendar_out import CalendarEvent, calendar_file
from creditmate.services.document_delivery import pdf_name
from creditmate.services.invoicing import Invoicing
from creditmate.services.manners import people_of, wished
from creditmate.services.statement_periods import KIND as STATEMENT
from creditmate.services.visit_agenda_content import addressee, agenda_of
from creditmate.services.visit_agendas import KeptAgenda, agendas_replaced
from creditmate.services.visit_enclosures import papers_enclosed
from creditmate.services.visit_lists import visit_file
from creditmate.services.visits import Visits

_CALENDAR = "text/calendar"
_OFF = frozenset({VisitState.CANCELLED, VisitState.REFUSED})


@dataclass(frozen=True, slots=True)
class VisitEntry:
    """A visit for a calendar: its file, its name there, and how often it was replaced."""

    ics: bytes
    uid: str
    sequence: int


class VisitMail:
    """Makes what is sent to a customer before a visit, and puts down that it was.

    Args:
        gateway: Writes.
        clock: Tells the day and the moment.
        invoicing: Has the papers of our documents.
    """

    def __init__(self, gateway: Gateway, clock: Clock, invoicing: Invoicing) -> None:
        self._gateway, self._clock, self._invoicing = gateway, clock, invoicing

    def entry(self, named: str) -> VisitEntry:
        """Return a visit's entry for the customer's calendar; of one called off, one that says so.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit, or it has no hour.
        """
        file = visit_file(named)
        visit, home = file.visit, business()
        if visit.at is None:
            raise visit_refused(VisitWhy.NOT_AN_HOUR)
        standing = standing_of(file, self._clock.today)
        off = standing.state in _OFF
        uid = f"visit-{visit.id}@{home.ledger_uid}.creditmate"
        agenda = self._agenda(file)
        title, words = entry_words(agenda)
        if off:  # on the day of which they heard last
            words = cancelled_words(replace(agenda, visit_day=day_known(file)))
        sequence = max(standing.moves, agendas_replaced(visit, agenda)) + off
        event = CalendarEvent(
            uid=uid,
            sequence=sequence,
            title=title,
            day=visit.day,
            at=visit.at,
            zone=visit.zone or home.zone,
            minutes=visit.minutes,
            words=words,
            busy=not off,
            place=entry_place(agenda),
            organiser=home.email if is_email(home.email) and home.email.isascii() else "",
            own=False,
            cancelled=off,
        )
        ics = calendar_file([event], "", self._clock.now())
        return VisitEntry(ics, uid, sequence)

    def message(self, named: str, kept: KeptAgenda, files: Sequence[str] = ()) -> bytes:
        """Return an agenda as a draft for the user's mail program, with all that goes along.

        Args:
            named: The visit's number or id.
            kept: The agenda as it was issued.
            files: Names of files kept with the customer that go along as well.

        Raises:
            UserError: As ``entry``; ``UNKNOWN_DOCUMENT``: there is no such file; ``NO_PAPER``.
        """
        file, agenda = visit_file(named), kept.agenda
        to = self._recipients(file, agenda)
        text = cover_text(_greeting(to[0], agenda))
        enclosures = [
            Enclosure(pdf_name(agenda.number, agenda.account), kept.pdf),
            *self._statements(file, agenda),
            *self._copies(file, agenda),
            *self._files(file, files),
            self._calendar(named, agenda),
        ]
        return self._draft(to, agenda, text.subject, text.mail, enclosures)

    def called_off(self, named: str) -> bytes:
        """Return the draft that calls a visit off, with the entry that takes it out of a calendar.

        Raises:
            UserError: As ``entry``; ``VISIT_REFUSED``: it was not called off, they were never told
                of it, or its day is over.
        """
        file = visit_file(named)
        standing = standing_of(file, self._clock.today)
        if standing.state not in _OFF:
            raise visit_refused(VisitWhy.CANCEL_IT, number=file.visit.number)
        if standing.agenda is None and standing.confirmed is None:
            raise visit_refused(VisitWhy.NEVER_TOLD, number=file.visit.number)
        expected = day_known(file)
        if expected < self._clock.today:
            raise visit_refused(VisitWhy.DAY_OVER, number=file.visit.number, day=expected)
        agenda = self._agenda(file)
        to = self._recipients(file, agenda)
        text = cancelled_text(_greeting(to[0], replace(agenda, visit_day=expected)))
        entry = self._calendar(named, agenda)
        return self._draft(to, agenda, text.subject, text.mail, [entry])

    def sent(self, named: str, kept: KeptAgenda, way: str = "email") -> Done | None:
        """Put down that an agenda was sent; None where the same one was put down before.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit.
        """
        file = visit_file(named)
        before = standing_of(file, self._clock.today)
        known = before.agenda is not None and before.agenda.paper == kept.paper
        if known and not before.agenda_outdated:
            return None
        return Visits(self._gateway, self._clock).agenda_sent(named, way, kept.paper)

    # ------------------------------------------------------------- what goes along
    def _agenda(self, file: VisitFile) -> VisitAgenda:
        customer = customers_by_id([file.visit.customer])[file.visit.customer]
        return agenda_of(file.visit, customer, business(), self._clock.today)

    def _calendar(self, named: str, agenda: VisitAgenda) -> Enclosure:
        name = pdf_name(agenda.number or visit_file(named).visit.number, agenda.account)
        return Enclosure(f"{name.removesuffix('.pdf')}.ics", self.entry(named).ics, _CALENDAR)

    @staticmethod
    def _statements(file: VisitFile, agenda: VisitAgenda) -> list[Enclosure]:
        rows = latest_of_day(STATEMENT, file.visit.customer, agenda.day)
        return [
            Enclosure(pdf_name(row.number, agenda.account), paper_bytes(row.id)) for row in rows
        ]

    def _copies(self, file: VisitFile, agenda: VisitAgenda) -> list[Enclosure]:
        return [
            Enclosure(
                pdf_name(one.number, agenda.account), self._invoicing.stored(one.document).copy()
            )
            for one in papers_enclosed(file.visit, self._clock.today)
        ]

    @staticmethod
    def _files(file: VisitFile, names: Sequence[str]) -> list[Enclosure]:
        """Files that somebody chose by their names: nothing kept with a customer goes by itself."""
        kept = {row.name.casefold(): row for row in attachments_of(file.visit.customer)}
        for name in names:
            if name.casefold() not in kept:
                similar = [row.name for row in kept.values()]
                raise UserError(Problem.UNKNOWN_DOCUMENT, number=name, similar=similar)
        rows = [kept[name.casefold()] for name in dict.fromkeys(names)]
        return [Enclosure(row.name, attachment_bytes(row.id), row.media_type) for row in rows]

    def _recipients(self, file: VisitFile, agenda: VisitAgenda) -> list[Whom]:
        return _recipients(file.visit, self._clock.today) or [Whom(agenda.greeted, "")]

    def _draft(
        self,
        to: Sequence[Whom],
        agenda: VisitAgenda,
        subject: str,
        text: str,
        enclosures: Sequence[Enclosure],
    ) -> bytes:
        first, *others = to
        return mail_draft(
            to=first,
            copies=others,
            sender=Whom(agenda.caller or agenda.business.name, agenda.email),
            subject=subject,
            text=text,
            enclosures=enclosures,
            at=self._clock.now(),
        )


def _greeting(first: Whom, agenda: VisitAgenda) -> VisitAgenda:
    """The agenda as the letter with it greets whoever that is sent to."""
    return replace(agenda, greeted=first.name)


def _recipients(visit: Visit, today: date) -> list[Whom]:
    """Who of theirs gets it: whom it is written to, and who else takes part and has an address.

    Where none of them has one it is whoever is written to by e-mail. The account stands on it: it
    goes to nobody with whom it may not be discussed, nor to one who wants no e-mails.
    """
    wishes = wished([visit.customer], today)
    people = people_of([visit.customer], wishes).get(visit.customer, [])
    known = {row.id: row for row in people if reached(row, Channel.EMAIL) and may_discuss(row)}
    first = addressee(visit)
    named = [one for one in visit.of_side(Side.THEIRS) if one is not first]
    taking_part = [] if first is None else [first, *named]
    rows = [known[one.contact] for one in taking_part if one.contact in known]
    if not rows and (other := whom(list(known.values()), Channel.EMAIL)) is not None:
        rows = [other]
    return [Whom(row.name, row.email) for row in dict.fromkeys(rows)]
