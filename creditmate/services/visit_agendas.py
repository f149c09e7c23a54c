"""The agenda of a visit: issued, and kept as it was sent.

It bears the visit's number; what replaces it has a place after that. A visit that was moved or
changed since gets a new one, which says which it replaces; else the same one is given again.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.papers import paper_bytes
from creditmate.documents.papers import CheckedPaper, DrawnPaper, PaperWarning
from creditmate.documents.visit_agenda import draw_agenda
from creditmate.documents.visit_agenda_paper import VisitAgenda
from creditmate.domain.holds import Stop
from creditmate.domain.kinds import PaperKind
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow, PaperRow
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import Visit, VisitFile
from creditmate.services.numbered_papers import Ask
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Statements
from creditmate.services.visit_agenda_content import agenda_of, glance_of, ring_on
from creditmate.services.visit_enclosures import enclosed_with
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_numbers import issued_of, keep_visit_paper, number_of, replaced
from creditmate.services.visit_peace import not_sent

Draw = Callable[[VisitAgenda], CheckedPaper]


@dataclass(frozen=True, slots=True)
class KeptAgenda:
    """An agenda as it was issued, with what it was made from; ``fresh`` if it was only now."""

    agenda: VisitAgenda
    paper: int
    pdf: bytes
    pages: int
    fresh: bool = False
    warnings: tuple[PaperWarning, ...] = ()


class VisitAgendas:
    """Makes agendas and keeps them.

    Args:
        gateway: Writes.
        clock: Tells the day.
    """

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway, self._clock = gateway, clock
        self.statements = Statements(gateway)

    def customer(self, named: str) -> CustomerRow:
        """Return whose visit it is.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit.
        """
        return _customer(visit_file(named).visit)

    def draft(self, named: str) -> VisitAgenda:
        """Return a visit's agenda as it would be today, without number and enclosures.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit, it has ended, its day has passed,
                or it has no hour.
        """
        file, today = self._open(named), self._clock.today
        if file.visit.day < today:
            raise visit_refused(VisitWhy.DAY_PAST, day=file.visit.day, today=today)
        paper = self._arranged(file)
        if Stop.STATEMENTS in not_sent(file.visit.customer, today):
            return replace(paper, account_at=(), ring_on=ring_on(file, today))
        drafts, _left_out = self.statements.drafts(today, [paper.account])
        glances = tuple(glance_of(draft.paper.statement) for draft in drafts)
        return replace(paper, account_at=glances, ring_on=ring_on(file, today))

    def numbered(self, named: str) -> VisitAgenda:
        """Return a visit's agenda ready to be drawn; its statements are issued before.

        Raises:
            UserError: As ``draft``.
        """
        paper, visit = self.draft(named), visit_file(named).visit
        return replace(
            paper,
            number=number_of(visit.number),
            replaces=replaced(self._last(visit)),
            enclosed=enclosed_with(visit, paper.day, self._clock.today),
        )

    def issued(self, named: str) -> KeptAgenda | None:
        """Return the agenda that was issued last, if it says what holds of the visit today.

        Raises:
            UserError: As ``draft``.
        """
        file = self._open(named)
        rows, paper = issued_of(file.visit, PaperKind.VISIT_AGENDA), self._arranged(file)
        row = rows[-1] if rows else None
        if row is None or row.content_sha256 != _content(paper):
            return None
        agenda = replace(
            paper,
            number=row.number,
            day=row.as_at,
            replaces=replaced(rows[-2] if len(rows) > 1 else None),
            enclosed=enclosed_with(file.visit, row.as_at, self._clock.today),
        )
        return KeptAgenda(agenda, row.id, paper_bytes(row.id), row.pages)

    def issue(self, named: str, paper: VisitAgenda, checked: CheckedPaper) -> KeptAgenda:
        """Keep a drawn agenda; one that was issued meanwhile stays as it is.

        Raises:
            UserError: As ``draft``.
        """
        known = self.issued(named)
        if known is not None:
            return known
        visit = self._open(named).visit
        id_ = self._keep(visit, paper, checked.drawn)
        drawn = checked.drawn
        return KeptAgenda(paper, id_, drawn.pdf, drawn.pages, True, checked.warnings)

    def _keep(self, visit: Visit, paper: VisitAgenda, drawn: DrawnPaper) -> int:
        before = self._last(visit)
        with self._gateway.write("issue-visit-agenda") as writing:
            return keep_agenda(writing, visit, paper, drawn, before)

    def _open(self, named: str) -> VisitFile:
        file = visit_file(named)
        if not standing_of(file, self._clock.today).is_open:
            raise visit_refused(VisitWhy.ENDED, number=file.visit.number)
        if file.visit.at is None:
            raise visit_refused(VisitWhy.NOT_AN_HOUR)
        return file

    def _arranged(self, file: VisitFile) -> VisitAgenda:
        return agenda_of(file.visit, _customer(file.visit), business(), self._clock.today)

    @staticmethod
    def _last(visit: Visit) -> PaperRow | None:
        rows = issued_of(visit, PaperKind.VISIT_AGENDA)
        return rows[-1] if rows else None


class AgendaIssue:
    """Issues agendas: made and kept on the database thread, drawn on the caller's.

    Args:
        agendas: Makes and keeps them.
        ask: Runs work on the database thread.
        draw: Draws one.
    """

    def __init__(self, agendas: VisitAgendas, ask: Ask, draw: Draw = draw_agenda) -> None:
        self._agendas, self._ask, self._draw = agendas, ask, draw

    def issue(self, named: str) -> KeptAgenda:
        """Issue the statement and the agenda of a visit, or return it as it was issued.

        Raises:
            UserError: As ``VisitAgendas.draft``.
        """
        known = self._ask(lambda: self._agendas.issued(named))
        if known is not None:
            return known
        draft = self._ask(lambda: self._agendas.draft(named))
        if draft.account_at:
            run = StatementRun(self._agendas.statements, self._ask)
            run.run(draft.day, [draft.account], lambda _issued: None)
        paper = self._ask(lambda: self._agendas.numbered(named))
        checked = self._draw(paper)
        return self._ask(lambda: self._agendas.issue(named, paper, checked))


def keep_agenda(
    writing: Writing,
    visit: Visit,
    paper: VisitAgenda,
    drawn: DrawnPaper,
    before: PaperRow | None = None,
) -> int:
    """Put a drawn agenda on record within an action, and return its id.

    Args:
        writing: The action.
        visit: The visit.
        paper: The agenda, with its number.
        drawn: Its PDF.
        before: The one that it takes the place of.
    """
    content = _content(paper)
    return keep_visit_paper(writing, visit, PaperKind.VISIT_AGENDA, paper, content, drawn, before)


def is_outdated(visit: Visit, today: date) -> bool:
    """Return whether the agenda that was issued last says what does not hold of a visit today."""
    holds = agenda_of(visit, _customer(visit), business(), today)
    return _holds_no_more(issued_of(visit, PaperKind.VISIT_AGENDA), holds)


def agendas_replaced(visit: Visit, holds: VisitAgenda) -> int:
    """Return how many agendas of a visit were replaced, one that no longer holds among them.

    Args:
        visit: The visit.
        holds: What its agenda says today.
    """
    rows = issued_of(visit, PaperKind.VISIT_AGENDA)
    return max(len(rows) - 1, 0) + _holds_no_more(rows, holds)


def _holds_no_more(rows: Sequence[PaperRow], holds: VisitAgenda) -> bool:
    return bool(rows) and rows[-1].content_sha256 != _content(holds)


def _customer(visit: Visit) -> CustomerRow:
    return customers_by_id([visit.customer])[visit.customer]


def _content(paper: VisitAgenda) -> str:
    """The hash of what was arranged: account, enclosures and letterhead make no new agenda."""
    said = (
        paper.purpose, paper.visit_day, paper.begins, paper.minutes, paper.place,
        paper.place_abroad, paper.theirs, paper.ours, paper.items, paper.ready, paper.points,
        paper.locale,
    )  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()
