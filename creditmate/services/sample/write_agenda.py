"""The agenda of a visit of the sample, kept as it was sent: what is opened is what they have."""

from dataclasses import replace
from datetime import date

from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Writing
from creditmate.documents.visit_agenda import draw_agenda
from creditmate.domain.visits import VisitEvent, VisitEventKind, VisitFile
from creditmate.services.lateness import learnt_book
from creditmate.services.statement_drafts import drafts_of
from creditmate.services.statement_groups import Together
from creditmate.services.visit_agenda_content import agenda_of, glance_of
from creditmate.services.visit_agendas import keep_agenda, ring_on
from creditmate.services.visit_deeds import put_down_event


def write_agenda(writing: Writing, file: VisitFile, day: date) -> None:
    """Put down that a visit's agenda was sent on a day by e-mail, with the account as it was."""
    visit, home = file.visit, business()
    customer = customers_by_id([visit.customer])[visit.customer]
    (wanted,) = Together(day).files([customer.id], learnt_book(day))
    drafts = drafts_of(customer, wanted, home, day, {})
    paper = replace(
        agenda_of(visit, customer, home, day),
        number=visit.number,
        account_at=tuple(glance_of(draft.paper.statement) for draft in drafts),
        ring_on=ring_on(file, day),
    )
    kept = keep_agenda(writing, visit, paper, draw_agenda(paper).drawn)
    sent = VisitEvent(VisitEventKind.AGENDA_SENT, day, way="email", paper=kept)
    put_down_event(writing, file, sent)
