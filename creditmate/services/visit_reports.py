"""Visits told afterwards: the conversation with all that came of it, and what is ours alone.

One report is one action. A visit on which nobody was met who decides is an attempt.
"""

from dataclasses import replace
from datetime import date

from creditmate.db import visit_drafts
from creditmate.db import visit_report_writing as db
from creditmate.db.call_undo import recorded_call, rests_on, take_back
from creditmate.db.contact_again import words_before
from creditmate.db.entries import open_entries
from creditmate.db.gateway import Writing
from creditmate.db.story_visits import visit_told_in
from creditmate.db.visit_additions import is_thanked_since
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.taken_place import TakenPlace
from creditmate.domain.visit_observations import Picture
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_report import (
    Told,
)
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import (
    OPEN_STATES,
    VisitEvent,
    VisitEventKind,
    VisitFile,
)
from creditmate.services.attachments import check_file
from creditmate.services.contact_writing import NewContact, When, new_contact, put_down_contact
from creditmate.services.customers import require_customer
from creditmate.services.next_attempts import next_attempt_of
from creditmate.services.visit_attempts import check_not_in_vain
from creditmate.services.visit_deeds import (
    end_visit,
    put_down_event,
)
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_promises import check_owed
from creditmate.services.visit_report_adding import VisitReportAdding, customer_of, waiting
from creditmate.services.visit_report_notes import (
    NotMet,
    VisitReport,
    attempt_of,
    check_again,
    check_its_day,
    check_report,
    parted,
    talk_of,
)
from creditmate.services.visit_report_pages import (
    ReportPage,
    report_page,
    trend_of,
)
from creditmate.services.visit_report_writing import (
    all_promised,
    check_limit,
    put_down_awaited,
    put_down_files,
    put_down_further,
    put_down_in_vain,
    put_down_limit,
    with_cost,
)

_REPORT, _NOT_MET = "report-visit", "visit-not-met"


class VisitReports(VisitReportAdding):
    """Puts down what visits brought, and shows it.

    Args:
        gateway: Writes.
        clock: Tells the day.
    """

    # ------------------------------------------------------------- looking
    def show(self, named: str, as_at: date) -> ReportPage:
        """Return what a visit brought, as far as it was told by a day.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none.
        """
        return report_page(named, as_at)

    def trend(self, code: str, as_at: date) -> Picture | None:
        """Return what the last visit to a customer showed beside those before it.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return trend_of(require_customer(code).id, as_at)

    # ------------------------------------------------------------- telling
    def report(self, named: str, told: VisitReport) -> Saved:
        """Put down a visit that was held, with all that came of it; return the contact's id.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none, it has ended already, its day is still to
                come, or it is told of a day before that; ``FIELD_REFUSED``; ``CALL_FIELD``;
                ``PLAN_REFUSED``; ``ATTACHMENT_REFUSED``.
        """
        file, contact = self._checked(named, told)
        with self._gateway.write(_REPORT, reason=told.talk.override.strip()) as writing:
            talk = self._put_down(writing, contact, file, told)
            visit_drafts.drop_draft_within(file.visit.id)
        return Saved(talk, contact.touched | Touched.PROMISES | Touched.CUSTOMERS)

    def takes_place_of(self, named: str, told: VisitReport) -> TakenPlace:
        """Return which promises, and what was said to be paid, a report takes the place of.

        Raises:
            UserError: As ``report``.
        """
        _, contact = self._checked(named, told)
        return contact.taken

    def _checked(self, named: str, told: VisitReport) -> tuple[VisitFile, NewContact]:
        """The visit, and the contact that it was, as a report that fits puts it down."""
        file, today = self._open(named), self._clock.today
        check_its_day(file, today)
        day = told.talk.day or file.visit.day
        if day > today:
            raise UserError(Problem.CALL_FIELD, field="day", found=day)
        if day < file.visit.day:
            raise visit_refused(VisitWhy.HELD_BEFORE, day=file.visit.day, found=day, field="day")
        check_report(told, file, day)
        check_limit(told.new_limit)
        check_owed(customer_of(file), parted(told.commitments).pay, today)
        for one in told.files:
            check_file(one.file.name, one.file.content)
        return file, self._contact(file, told, day)

    def not_met(self, named: str, told: NotMet) -> Saved:
        """Put down that nobody was met who decides; return the contact's id.

        It was an attempt, with the next step as the rule for attempts has it. The visit stays
        open until another day is agreed, unless they do not wish it, which they can say before.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none, it has ended, its day is still to come, or
                it was in vain on that day already; ``CALL_FIELD``.
        """
        file, today = self._open(named), self._clock.today
        if told.kind is not VisitEventKind.REFUSED:
            check_its_day(file, today)
            check_not_in_vain(file, today)
        customer = customer_of(file)
        agreed = standing_of(file, today).confirmed is not None
        purpose = Purpose.AGREED if agreed else Purpose.OWN
        again = next_attempt_of(customer, self._clock, purpose)
        day = min(file.visit.day, today)
        check_again(told, file, today)
        call = replace(attempt_of(told, day, again), purpose=purpose if agreed else None)
        if told.again is not None:  # nothing else is to come back to
            call = replace(call, next_day=None, next_at=None, none_because=file.visit.number)
        contact = new_contact(customer, call, When(day, self._clock.now(), today))
        event = VisitEvent(told.kind, day, by_whom=told.with_name.strip(), note=told.note.strip())
        with self._gateway.write(_NOT_MET) as writing:
            talk = put_down_contact(writing, contact)
            put_down_in_vain(writing, file, event, talk, today, told.again)
        return Saved(talk, contact.touched)

    # ------------------------------------------------------------- taking back
    def undo(self, interaction: int) -> Touched:
        """Take back a report, or that nobody was met, with all that came of it.

        Raises:
            UserError: ``VISIT_REFUSED``: it was taken back already, or something rests on it.
        """
        call = recorded_call(interaction)
        if call is None or call.use_case not in {_REPORT, _NOT_MET}:
            raise visit_refused(VisitWhy.RESTS)
        number = visit_told_in(words_before(interaction))
        if call.use_case == _REPORT and self.last_added(number) is not None:
            raise visit_refused(VisitWhy.ADDED_SINCE, number=number)
        if call.use_case == _REPORT and is_thanked_since(call.action):
            raise visit_refused(VisitWhy.THANKED)
        if rests_on(call):
            raise visit_refused(VisitWhy.RESTS)
        with self._gateway.write("undo-visit-report", undoes=call.action) as writing:
            take_back(writing, call, self._clock.today)
        return call.touched | Touched.CUSTOMERS

    # ------------------------------------------------------------- parts of it
    def _open(self, named: str) -> VisitFile:
        file = visit_file(named)
        state = standing_of(file, self._clock.today).state
        if state not in OPEN_STATES:
            raise visit_refused(VisitWhy.ENDED, number=file.visit.number)
        return file

    def _contact(self, file: VisitFile, told: VisitReport, day: date) -> NewContact:
        customer, today = customer_of(file), self._clock.today
        open_now = {row.id for row in open_entries([customer.id], today)}
        call = talk_of(told, file, day, open_now)
        contact = new_contact(customer, call, When(day, self._clock.now(), today))
        return all_promised(contact, parted(told.commitments))

    def _put_down(
        self, writing: Writing, contact: NewContact, file: VisitFile, told: VisitReport
    ) -> int:
        customer, today, sides = contact.customer, self._clock.today, parted(told.commitments)
        talk = put_down_contact(writing, contact)
        put_down_further(writing, contact, talk, sides, today)
        put_down_awaited(writing, customer, file, [*sides.do, *waiting(file, told.findings)])
        files = put_down_files(writing, customer, told.files, talk)
        limit = put_down_limit(writing, customer, told.new_limit, today)
        told_now = Told(contact.day, talk, with_cost(told.findings, file))
        db.add_findings(writing, file.visit.id, told_now, files, limit)
        for kind in (VisitEventKind.HELD, VisitEventKind.REPORTED):
            day = contact.day if kind is VisitEventKind.HELD else today
            put_down_event(writing, file, _of(VisitEvent(kind, day), talk))
        end_visit(writing, file, today, talk)
        return talk


def _of(event: VisitEvent, talk: int) -> VisitEvent:
    return replace(event, interaction=talk)
