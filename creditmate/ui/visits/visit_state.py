"""One visit as its page shows it, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from creditmate.domain.visits import VisitState
from creditmate.services.program import Program
from creditmate.services.visit_attempts import (
    VisitAttempt,
    VisitCancelled,
    visit_attempt,
    visit_cancelled,
)
from creditmate.services.visit_issue_facts import IssueStands, issues_of
from creditmate.services.visit_report_pages import ReportPage
from creditmate.services.visit_suggestions import Near
from creditmate.services.visit_talks import VisitTalk, visit_talk
from creditmate.services.visits import VisitPage
from creditmate.ui.visits.people_dialog import Known
from creditmate.ui.visits.plan_offers import known_of

_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class VisitRead:
    """A visit, who may take part in it, and who else is near.

    Attributes:
        page: The visit.
        theirs: Their people that we know.
        ours: Our people.
        near: Whoever else could be visited on the way.
        locale: The customer's.
        report: What came of it, once it is told.
        talk: What was said on it.
        is_begun: A report was begun and left.
        attempt: That nobody was met who decides, where it stands so.
        cancelled: That it was cancelled, where it stands so.
        added: What was added to its report last and stands.
        issues: How its issues stand in the ledger, by their ids.
    """

    page: VisitPage
    theirs: Sequence[Known]
    ours: Sequence[Known]
    near: Sequence[Near]
    locale: str = ""
    report: ReportPage | None = None
    talk: VisitTalk | None = None
    is_begun: bool = False
    attempt: VisitAttempt | None = None
    cancelled: VisitCancelled | None = None
    added: int | None = None
    issues: Mapping[int, IssueStands] = field(default_factory=dict)

    @property
    def names(self) -> Mapping[int, str]:
        """Our people's names by their ids."""
        return {one.id: one.name for one in self.ours}


def read_visit(program: Program, number: str, code: str = "") -> VisitRead:
    """Return a visit as it is now, or a customer's next one; for the database thread.

    Raises:
        UserError: ``VISIT_REFUSED``: there is none.
    """
    today = program.clock.today
    page = program.visits.show(number or _next_of(program, code), today)
    brief = program.customers.brief(page.row.code, today)
    theirs, ours = known_of(program, brief)
    near = program.visit_suggestions.near(page.row.code, today)
    named, is_told = page.row.number, page.row.standing.state is VisitState.REPORTED
    return VisitRead(
        page,
        theirs,
        ours,
        near[:_MOST_NEAR],
        brief.customer.locale,
        report=program.visit_reports.show(named, today) if is_told else None,
        talk=visit_talk(named) if is_told else None,
        is_begun=program.visit_drafts.read(named) is not None,
        attempt=visit_attempt(named),
        cancelled=visit_cancelled(named),
        added=program.visit_reports.last_added(named) if is_told else None,
        issues=issues_of(page.file, today),
    )


def _next_of(program: Program, code: str) -> str:
    """The visit to a customer about which something is to be done."""
    rows = program.visits.of_customer(code, program.clock.today)
    return next((row.number for row in rows if row.standing.is_open), code)
