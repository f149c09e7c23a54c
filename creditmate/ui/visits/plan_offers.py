"""What a visit to a customer could settle: what is overdue, what they ask, and the limit."""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.domain.visit_hints import VisitHint
from creditmate.domain.visit_plan import PlanIssue
from creditmate.domain.visits import IssueKind
from creditmate.i18n.catalogue import words
from creditmate.i18n.dispute_words import dispute_title
from creditmate.services.customers import Brief
from creditmate.services.program import Program
from creditmate.services.visit_places import VisitPlace
from creditmate.ui.visits.people_dialog import Known


@dataclass(frozen=True, slots=True)
class PlanOffer:
    """Whom a visit may be planned to, about what, and with whom.

    Attributes:
        brief: The customer's.
        issues: In the customer's language, as they stand on the agenda.
        theirs: Everybody known there, with who of them is known to decide.
        ours: The same of our people; the first is at work here, else can decide.
        places: Where the visit can be; their own address is the first.
        hints: What to think of about them.
    """

    brief: Brief
    issues: Sequence[PlanIssue]
    theirs: Sequence[Known]
    ours: Sequence[Known]
    places: Sequence[VisitPlace]
    hints: Sequence[VisitHint]

    @property
    def met(self) -> int | None:
        """Whom to see if nothing else is said (an id): who can decide, else who is rung."""
        person = self.brief.person
        rung = None if person is None else person.id
        deciding = [one.id for one in self.theirs if one.decides]
        return rung if not deciding or rung in deciding else deciding[0]


def read_offer(program: Program, code: str) -> PlanOffer:
    """Return what a visit to a customer could be about; for the database thread.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    brief = program.customers.brief(code, program.clock.today)
    theirs, ours = known_of(program, brief)
    here = program.people.working_as()
    ours.sort(key=lambda one: (here is None or one.id != here.id, not one.decides))
    places = program.visits.places(code)
    hints = program.visits.host_hints(code)
    return PlanOffer(brief, issues_of(brief), theirs, ours, places, hints)


def known_of(program: Program, brief: Brief) -> tuple[list[Known], list[Known]]:
    """Return who is known of theirs and of ours, and who can decide; for the database thread."""
    deciders = program.visits.deciders(brief.customer.code)
    theirs = [Known(p.id, p.name, p.role, p.id in deciders.theirs) for p in brief.people]
    staff = program.people.staff()
    return theirs, [Known(p.id, p.name, p.role, p.id in deciders.ours) for p in staff]


def issues_of(brief: Brief) -> list[PlanIssue]:
    """Return what is to be settled with a customer, in their language."""
    language = brief.customer.locale
    _ = words(language).gettext
    late = [row for row in brief.entries if row.due_day is not None and row.due_day < brief.as_at]
    found = []
    if late:
        entries = tuple(row.id for row in late)
        found.append(PlanIssue(_("The open invoices"), kind=IssueKind.ACCOUNT, entries=entries))
    numbers = {row.id: row.number for row in brief.entries}
    seen: dict[int, PlanIssue] = {}
    for row in brief.disputed:
        what = dispute_title(row.reason, language)
        number = numbers.get(row.entry_id, "")
        if row.dispute_id in seen:
            before = seen[row.dispute_id]
            seen[row.dispute_id] = PlanIssue(
                before.what, kind=IssueKind.DISPUTE, dispute=row.dispute_id,
                entries=(*before.entries, row.entry_id),
            )  # fmt: skip
        else:
            said = f"{what}, {number}" if number else what
            seen[row.dispute_id] = PlanIssue(
                said, kind=IssueKind.DISPUTE, dispute=row.dispute_id, entries=(row.entry_id,)
            )
    found += seen.values()
    if brief.facts.limit is not None and brief.facts.limit.over:
        found.append(PlanIssue(_("The credit limit"), kind=IssueKind.LIMIT))
    return found
