"""The agreement on a payment plan: made of what was agreed, issued once, kept as it was sent.

The paper bears the plan's number and says what stood on the plan's day; a plan that takes the place
of another has a paper of its own that names the other's. What came back signed is kept beside it.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from creditmate.db.attachments import add_attachment, is_kept
from creditmate.db.business import business
from creditmate.db.customers import billing_address, customers_by_id
from creditmate.db.disputes import disputed_entries
from creditmate.db.entries import entry_rows
from creditmate.db.gateway import Gateway
from creditmate.db.papers import paper_bytes, paper_numbered
from creditmate.db.plans import plan_by_id, plan_by_number, plans_of
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.documents.plan_agreement import draw_plan
from creditmate.documents.plan_paper import InQuestion, OwedItem, PlannedPart, PlanPaper
from creditmate.domain.attachments import About, Subject
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.kinds import PaperKind
from creditmate.domain.money import Money
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import Plan, PlanEventKind
from creditmate.domain.ports import Clock
from creditmate.domain.proposals import UnmatchedCredit
from creditmate.domain.rows import CustomerRow, OpenEntryRow
from creditmate.services.attachments import check_file
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.numbered_papers import Ask, NewPaper, keep_fixed_paper
from creditmate.services.plan_parties import our_party, their_party
from creditmate.services.unmatched import unmatched_credits

KIND = PaperKind.PLAN.value
_RETURN_IN = timedelta(days=7)
_TOUCHED = Touched.PAPERS
Draw = Callable[[PlanPaper], CheckedPaper]


@dataclass(frozen=True, slots=True)
class IssuedPlan:
    """An agreement as it was issued; ``saved`` is None where that was before."""

    number: str
    pdf: bytes
    pages: int
    saved: Saved | None


class PlanPapers:
    """Makes agreements and keeps them."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway, self._clock = gateway, clock

    def paper(self, named: str) -> PlanPaper:
        """Return a plan's agreement, ready to be drawn.

        Args:
            named: The plan's number or id.

        Raises:
            UserError: ``PLAN_REFUSED``: there is none.
        """
        today = self._clock.today
        plan = _require(named, today)
        customer = customers_by_id([plan.customer_id])[plan.customer_id]
        home = business()
        rows = {row.id: row for row in entry_rows([item.entry for item in plan.items], plan.day)}
        size, window = paper_form(home)
        address = billing_address(customer.id)
        return PlanPaper(
            business=business_card(home),
            number=plan.number,
            day=today,
            us=our_party(home),
            them=their_party(customer),
            account=customer.code,
            address=(customer.name, *(line for line in address if line != customer.name)),
            owed=tuple(_owed(plan, customer, rows)),
            parts=tuple(
                PlannedPart(part.due_day, Money(part.minor, plan.currency))
                for part in plan.instalments
            ),
            cure_days=plan.cure_days,
            interest_runs=plan.interest is Meanwhile.RUNS,
            in_question=tuple(_in_question(plan, rows)),
            method=plan.method,
            reference=plan.reference,
            return_by=today + _RETURN_IN,
            replaces=_replaced_by(plan, today),
            abroad="" if customer.country == home.country else customer.country,
            locale=customer.locale,
            window=window,
            size=size,
        )

    def draft(self, named: str) -> PlanPaper:
        """Return the same without its number, to be looked at.

        Raises:
            UserError: As ``paper``.
        """
        return replace(self.paper(named), number="")

    def issued(self, named: str) -> IssuedPlan | None:
        """Return a plan's agreement as it was issued; None while it was not.

        Raises:
            UserError: As ``paper``.
        """
        plan = _require(named, self._clock.today)
        row = paper_numbered(KIND, plan.number)
        return None if row is None else IssuedPlan(row.number, paper_bytes(row.id), row.pages, None)

    def issue(self, paper: PlanPaper, drawn: DrawnPaper) -> IssuedPlan:
        """Keep a drawn agreement; one that was issued meanwhile stays as it is.

        Raises:
            UserError: As ``paper``.
        """
        known = self.issued(paper.number)
        if known is not None:
            return known
        plan = _require(paper.number, self._clock.today)
        replaced = paper_numbered(KIND, paper.replaces) if paper.replaces else None
        with self._gateway.write("issue-plan-agreement") as writing:
            kept = NewPaper(
                kind=KIND,
                day=paper.day,
                number=plan.number,
                customer_id=plan.customer_id,
                currency=plan.currency,
                locale=paper.locale,
                content_sha256=hashlib.sha256(repr(paper).encode()).hexdigest(),
                total_minor=plan.minor,
                replaces_id=None if replaced is None else replaced.id,
            )
            id_ = keep_fixed_paper(writing, kept, drawn)
        return IssuedPlan(plan.number, drawn.pdf, drawn.pages, Saved(id_, _TOUCHED))

    def keep_signed(self, named: str, name: str, content: bytes) -> Saved:
        """Keep the signed copy that came back; the same one again is not kept twice.

        Args:
            named: The plan's number or id.
            name: As the file is called, without its folder.
            content: Its bytes.

        Raises:
            UserError: ``PLAN_REFUSED``: there is no such plan; ``ATTACHMENT_REFUSED``.
        """
        plan = _require(named, self._clock.today)
        about = About(Subject.PLAN, plan.id)
        check_file(name, content)
        known = is_kept(plan.customer_id, content, about)
        if known is not None:
            return Saved(known, Touched.NOTHING)
        with self._gateway.write("keep-signed-plan") as writing:
            id_ = add_attachment(writing, content, plan.customer_id, name, about)
        return Saved(id_, Touched.CUSTOMERS)


class PlanIssue:
    """Issues agreements: made and kept on the database thread, drawn on the caller's."""

    def __init__(self, papers: PlanPapers, ask: Ask, draw: Draw = draw_plan) -> None:
        self._papers, self._ask, self._draw = papers, ask, draw

    def issue(self, named: str) -> IssuedPlan:
        """Issue a plan's agreement, or return it as it was issued.

        Raises:
            UserError: As ``PlanPapers.paper``.
        """
        known = self._ask(lambda: self._papers.issued(named))
        if known is not None:
            return known
        paper = self._ask(lambda: self._papers.paper(named))
        checked = self._draw(paper)
        return self._ask(lambda: self._papers.issue(paper, checked.drawn))


def _require(named: str, as_at: date) -> Plan:
    found = plan_by_number(named, as_at)
    if found is None and named.strip().isdecimal():
        found = plan_by_id(int(named) % 2**63, as_at)
    if found is None:
        raise plan_refused(PlanWhy.UNKNOWN_PLAN, found=named)
    return found


def _replaced_by(plan: Plan, as_at: date) -> str:
    """The number of the plan whose place this one takes; '' for none."""
    for other in plans_of([plan.customer_id], as_at).get(plan.customer_id, ()):
        for event in other.events:
            if event.kind is PlanEventKind.REPLACED and event.by_plan == plan.id:
                return other.number
    return ""


# ------------------------------------------------------------- what is owed
def _owed(plan: Plan, customer: CustomerRow, rows: dict[int, OpenEntryRow]) -> Iterator[OwedItem]:
    """What the plan pays; where money was set off that was matched to nothing, it is shown.

    Then items stand with what was open of them on the plan's day, so that the sum can be checked;
    else each with its own part of the plan.
    """
    free = _free(plan, rows)
    credits = _set_off(plan, customer, free)
    for item in plan.items:
        row = rows[item.entry]
        minor = free[item.entry] if credits else item.minor
        part = minor < row.open.minor
        amount = Money(minor, plan.currency)
        yield OwedItem(row.kind, row.number, row.due_day, amount, part=part)
    for credit in credits:
        called = credit.number or credit.reference
        yield OwedItem(credit.kind, called, None, -credit.open)


def _free(plan: Plan, rows: dict[int, OpenEntryRow]) -> dict[int, int]:
    """What of each item could be in the plan: what was open and not in question."""
    asked = _questioned(plan)
    return {
        item.entry: max(rows[item.entry].open.minor - asked.get(item.entry, 0), item.minor)
        for item in plan.items
    }


def _set_off(plan: Plan, customer: CustomerRow, free: dict[int, int]) -> Sequence[UnmatchedCredit]:
    """The money that was matched to nothing, if it is just what the plan leaves of its items."""
    gap = sum(free.values()) - plan.minor
    if not gap:
        return ()
    found = [
        credit
        for credit in unmatched_credits(plan.day, [customer.id])
        if credit.open.currency == plan.currency and not credit.held_for
    ]
    return found if sum(credit.open.minor for credit in found) == gap else ()


def _questioned(plan: Plan) -> dict[int, int]:
    asked: dict[int, int] = {}
    for row in disputed_entries(plan.day, [plan.customer_id]):
        if row.entry_id in plan.entries:
            asked[row.entry_id] = asked.get(row.entry_id, 0) + row.disputed.minor
    return asked


def _in_question(plan: Plan, rows: dict[int, OpenEntryRow]) -> Iterator[InQuestion]:
    for entry, minor in _questioned(plan).items():
        yield InQuestion(rows[entry].number, Money(minor, plan.currency))
