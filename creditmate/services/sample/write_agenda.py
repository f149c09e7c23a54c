"""The agenda of a visit of the sample, kept with its statement as both were sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Writing
from creditmate.db.papers import add_run
from creditmate.documents.statement import draw_and_check
from creditmate.documents.visit_agenda import draw_agenda
from creditmate.domain.visits import VisitEvent, VisitEventKind, VisitFile
from creditmate.services.lateness import learnt_book
from creditmate.services.statement_drafts import Draft, drafts_of
from creditmate.services.statement_groups import Together
from creditmate.services.statement_periods import KIND, periods_of
from creditmate.services.statements import keep_statement, numbered
from creditmate.services.visit_agenda_content import agenda_of, glance_of, ring_on
from creditmate.services.visit_agendas import keep_agenda
from creditmate.services.visit_deeds import put_down_event
from creditmate.services.visit_enclosures import enclosed_with


def write_agenda(writing: Writing, file: VisitFile, day: date) -> None:
    """Put down that a visit's agenda was sent on a day by e-mail, its statement enclosed."""
    visit, home = file.visit, business()
    customer = customers_by_id([visit.customer])[visit.customer]
    (wanted,) = Together(day).files([customer.id], learnt_book(day))
    moved = periods_of([(customer, wanted)], day).get(customer.id, {})
    drafts = tuple(drafts_of(customer, wanted, home, day, moved))
    _write_statements(writing, drafts, day)
    paper = replace(
        agenda_of(visit, customer, home, day),
        number=visit.number,
        account_at=tuple(glance_of(draft.paper.statement) for draft in drafts),
        ring_on=ring_on(file, day),
        enclosed=enclosed_with(visit, day, day),
    )
    kept = keep_agenda(writing, visit, paper, draw_agenda(paper).drawn)
    sent = VisitEvent(VisitEventKind.AGENDA_SENT, day, way="email", paper=kept)
    put_down_event(writing, file, sent)


def _write_statements(writing: Writing, drafts: Sequence[Draft], day: date) -> None:
    """Issue them, and put down the run that did, as the program does before an agenda."""
    done: list[tuple[int, str, str]] = []
    for draft in drafts:
        paper = numbered(draft)
        id_ = keep_statement(writing, draft, paper, draw_and_check(paper).drawn)
        done.append((id_, "issued", ""))
    add_run(writing, KIND, day, done, [])
