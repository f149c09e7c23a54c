"""Adding to a visit's report, and taking back what was added; each addition is one action."""

from dataclasses import replace
from datetime import date

from creditmate.db import visit_additions as added_db
from creditmate.db import visit_drafts
from creditmate.db import visit_report_writing as db
from creditmate.db.call_undo import recorded_call, rests_on, take_back
from creditmate.db.customers import customers_by_id
from creditmate.db.entries import open_entries
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.visit_undo import use_case_of
from creditmate.domain.changes import Done, Touched
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_report import Commitment, Findings, Told
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import Side, VisitFile, VisitState
from creditmate.services.attachments import check_file
from creditmate.services.contact_writing import NewContact, put_down_contact
from creditmate.services.visit_additions import Addition, said_since
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_promises import check_owed
from creditmate.services.visit_report_notes import asked, check_findings, parted
from creditmate.services.visit_report_pages import held_event, report_page
from creditmate.services.visit_report_writing import (
    close_awaited,
    papers_awaited,
    papers_told_of,
    put_down_awaited,
    put_down_files,
    put_down_further,
    with_cost,
)

_ADD = "add-to-report"


class VisitReportAdding:
    """Adds to the reports of visits.

    Args:
        gateway: Writes.
        clock: Tells the day.
    """

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def add(self, named: str, added: Addition) -> Done:
        """Add to a report what was forgotten, has come since, or was told wrong.

        What was told before stays; of each issue, topic and paper the latest word counts. What was
        said and agreed puts the visit's conversation right, which holds from the visit's day.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none, it has no report yet, or nothing is
                added; ``FIELD_REFUSED``; ``CALL_FIELD``; ``NOTHING_OPEN``; ``PLAN_REFUSED``;
                ``ATTACHMENT_REFUSED``.
        """
        file, today = visit_file(named), self._clock.today
        if standing_of(file, today).state is not VisitState.REPORTED:
            raise visit_refused(VisitWhy.NOT_REPORTED, number=file.visit.number)
        if not added.tells_anything:
            raise visit_refused(VisitWhy.NOTHING_ADDED)
        every = asked(file)
        spoken = replace(every, told=frozenset(every.issues))
        held = held_event(file)
        day, talk = (today, None) if held is None else (held.day, held.interaction)
        check_findings(added.findings, added.said.commitments, spoken, day)
        for one in added.files:
            check_file(one.file.name, one.file.content)
        customer, before = customer_of(file), report_page(named, today).findings.review
        contact = None if talk is None else self._said(customer, talk, added)
        with self._gateway.write(_ADD) as writing:
            if contact is not None:
                _put_down_said(writing, contact, file, added, today)
            files = put_down_files(writing, customer, added.files, talk)
            told = Told(today, talk, with_cost(added.findings, file, before))
            db.add_findings(writing, file.visit.id, told, files)
            close_awaited(writing, customer, papers_told_of(file, added.findings), today)
            put_down_awaited(writing, customer, file, waiting(file, added.findings))
            visit_drafts.drop_draft_within(file.visit.id)
        touched = Touched.TASKS if contact is None else contact.touched | Touched.PROMISES
        return Done(writing.id, touched, file.visit.id)

    def undo_added(self, action: int) -> Touched:
        """Take back what was added to a report.

        Raises:
            UserError: ``VISIT_REFUSED``: it was taken back already, was something else, or
                something rests on it.
        """
        if use_case_of(action) != _ADD or added_db.is_undone(action):
            raise visit_refused(VisitWhy.RESTS)
        talk = added_db.talk_of(action)
        call = None if talk is None else recorded_call(talk)
        if call is not None and added_db.is_thanked_since(action):
            raise visit_refused(VisitWhy.THANKED)
        if call is not None and rests_on(call):
            raise visit_refused(VisitWhy.RESTS)
        with self._gateway.write("undo-visit-report", undoes=action) as writing:
            if call is None:
                db.take_back_added(writing, action, self._clock.today)
            else:
                take_back(writing, call, self._clock.today)
        return Touched.TASKS if call is None else call.touched | Touched.PROMISES

    def last_added(self, named: str) -> int | None:
        """Return the action that added to a visit's report last and stands; None for none.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit.
        """
        held = held_event(visit_file(named))
        if held is None or held.interaction is None:
            return None
        return added_db.last_added(visit_file(named).visit.id, held.interaction)

    def _said(self, customer: CustomerRow, talk: int, added: Addition) -> NewContact | None:
        """The conversation with what was forgotten of it; None where nothing of it is added."""
        if not added.said.says_anything:
            return None
        today = self._clock.today
        check_owed(customer, parted(added.said.commitments).pay, today)
        open_now = {row.id for row in open_entries([customer.id], today)}
        return said_since(customer, talk, added.said, today, open_now)


def customer_of(file: VisitFile) -> CustomerRow:
    """Return who was visited."""
    return customers_by_id([file.visit.customer])[file.visit.customer]


def waiting(file: VisitFile, findings: Findings) -> list[Commitment]:
    """Return the papers they promised, as something to come back to."""
    return [Commitment(Side.THEIRS, day, words) for words, day in papers_awaited(file, findings)]


def _put_down_said(
    writing: Writing, contact: NewContact, file: VisitFile, added: Addition, today: date
) -> None:
    sides = parted(added.said.commitments)
    talk = put_down_contact(writing, contact)
    put_down_further(writing, contact, talk, sides, today)
    put_down_awaited(writing, contact.customer, file, sides.do)
