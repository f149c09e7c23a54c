"""What a report of a visit begins with, and how it is saved and taken back; knows no widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from creditmate.domain.changes import Done, Saved, Touched
from creditmate.domain.disputes import NewDispute
from creditmate.domain.money import Money
from creditmate.domain.our_people import StaffRow
from creditmate.domain.promised_sums import Account
from creditmate.domain.visit_observations import Picture
from creditmate.domain.visit_report import Findings, IssueOutcome, RequestOutcome
from creditmate.services.attachments import read_files as read_evidence
from creditmate.services.customers import Brief
from creditmate.services.program import Program
from creditmate.services.visit_additions import Addition
from creditmate.services.visit_attempts import VisitAttempt, visit_attempt
from creditmate.services.visit_drafts import VisitDraft
from creditmate.services.visit_promises import account_of, owed_by
from creditmate.services.visit_report_notes import NotMet, VisitReport
from creditmate.services.visit_report_pages import ReportPage
from creditmate.services.visit_talks import visit_talk
from creditmate.services.visits import VisitPage
from creditmate.ui.visits.report_files import Chosen, read_files


@dataclass(frozen=True, slots=True)
class ReportOn:
    """What a report is about.

    Attributes:
        page: The visit.
        brief: Its customer.
        people: Those of us who may answer a query.
        currency: That of what they pay.
        before: What the visits before showed.
        limit: The credit limit that counts.
        may_ask: Whether they may be asked how satisfied they are.
        told: What was told already, where it is added to.
        owed: What they owe in each currency, ``currency`` first.
        account: What they have open, with what of it plans hold.
        promised: What was promised on the visit already, of one that is added to.
        draft: What was typed and not finished.
    """

    page: VisitPage
    brief: Brief
    people: Sequence[StaffRow]
    currency: str
    before: Picture | None = None
    limit: Money | None = None
    may_ask: bool = False
    told: ReportPage | None = None
    owed: Sequence[Money] = ()
    account: Account | None = None
    promised: Sequence[tuple[Money, date]] = ()
    draft: VisitDraft | None = None

    @property
    def number(self) -> str:
        """Of the visit."""
        return self.page.row.number

    @property
    def findings(self) -> Findings:
        """What holds already."""
        return Findings() if self.told is None else self.told.findings

    @property
    def results(self) -> Mapping[int, IssueOutcome]:
        """What was told of issues already, by their ids."""
        return {one.issue: one for one in self.findings.results}

    @property
    def papers(self) -> Mapping[int, RequestOutcome]:
        """What was told of papers already, by their ids."""
        return {one.request: one for one in self.findings.requests}


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A form as it stood when it was saved, so that taking the report back brings it back."""

    number: str
    begun_at: datetime
    typed: Mapping[str, str] = field(default_factory=dict)


def read_report(program: Program, page: VisitPage, *, adding: bool = False) -> ReportOn:
    """Return what a report begins with; for the database thread."""
    today, row = program.clock.today, page.row
    brief = program.customers.brief(row.code, today)
    use, talk = brief.facts.limit, visit_talk(row.number) if adding else None
    told = program.visit_reports.show(row.number, today) if adding else None
    trend = program.visit_reports.trend(row.code, today) if told is None else told.picture
    return ReportOn(
        page=page,
        brief=brief,
        people=program.people.staff(),
        currency=program.calls.currency_owed(row.code, today),
        before=trend,
        limit=None if use is None else use.limit,
        may_ask=program.noted.may_ask_satisfaction(brief.customer.id, today),
        told=told,
        owed=owed_by(row.code, today),
        account=account_of(row.code, today),
        promised=() if talk is None else [(one.amount, one.day) for one in talk.pays],
        draft=program.visit_drafts.read(row.number),
    )


def save_report(
    program: Program,
    number: str,
    report: VisitReport,
    chosen: Sequence[Chosen],
    asked: Sequence[tuple[NewDispute, Sequence[Path]]] = (),
) -> Saved:
    """Put a report down with the files that were chosen; for the database thread.

    Args:
        program: Of the window.
        number: The visit's.
        report: What was told.
        chosen: The files that came of it.
        asked: The queries, each with the files that show it.

    Raises:
        UserError: As ``VisitReports.report``; ``ATTACHMENT_REFUSED``: a file is gone.
    """
    queries = [replace(new, files=read_evidence(paths)) for new, paths in asked]
    talk = replace(report.talk, dispute=next(iter(queries), None), further=tuple(queries[1:]))
    told = replace(report, talk=talk, files=read_files(chosen))
    return program.visit_reports.report(number, told)


def save_addition(
    program: Program,
    number: str,
    added: Addition,
    chosen: Sequence[Chosen],
    asked: Sequence[tuple[NewDispute, Sequence[Path]]] = (),
) -> Done:
    """Put down what is added to a report; for the database thread.

    Args:
        program: Of the window.
        number: The visit's.
        added: What is told, but for files and queries.
        chosen: The files that came of it.
        asked: The queries, each with the files that show it.

    Raises:
        UserError: As ``VisitReports.add``; ``ATTACHMENT_REFUSED``: a file is gone.
    """
    queries = tuple(replace(new, files=read_evidence(paths)) for new, paths in asked)
    said = replace(added.said, queries=queries)
    whole = replace(added, files=read_files(chosen), said=said)
    return program.visit_reports.add(number, whole)


def put_down_in_vain(
    program: Program, number: str, told: NotMet
) -> tuple[Saved, VisitAttempt | None]:
    """Put down that nobody was met who decides, and read what comes next; on the database thread.

    Raises:
        UserError: As ``VisitReports.not_met``.
    """
    saved = program.visit_reports.not_met(number, told)
    return saved, visit_attempt(number)


def take_back(program: Program, interaction: int, form: OpenReport) -> Touched:
    """Take a report back; its form is there again, to be put right."""
    touched = program.visit_reports.undo(interaction)
    program.visit_drafts.save(form.number, form.begun_at, form.typed)
    return touched


def undo_addition(program: Program, action: int, form: OpenReport) -> Touched:
    """Take back what was added; its form is there again."""
    touched = program.visit_reports.undo_added(action)
    program.visit_drafts.save(form.number, form.begun_at, form.typed)
    return touched
