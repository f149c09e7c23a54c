"""Statements of account: chosen, numbered, issued, and kept exactly as they were sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db import papers
from creditmate.db.aged import aged_sums
from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.sent_papers import sent_paper_rows
from creditmate.documents.papers import DrawnPaper, PaperWarning, StatementPaper
from creditmate.domain.money import Money
from creditmate.domain.rows import CustomerRow, PaperRow
from creditmate.domain.statement_choice import Reason
from creditmate.services.customers import require_customer
from creditmate.services.lateness import learnt_book
from creditmate.services.numbered_papers import NewPaper, is_next, keep_paper
from creditmate.services.numbering import next_place
from creditmate.services.statement_drafts import Draft, drafts_of
from creditmate.services.statement_groups import Plan, Together
from creditmate.services.statement_periods import KIND, periods_of
from creditmate.services.statement_reasons import by_customer, reasons_to_leave_out

NOTHING_OPEN = "nothing_open"
"""Why a customer who was named gets no statement: there is nothing to state."""
_CHUNK = 100  # customers read at once


@dataclass(frozen=True, slots=True)
class Skipped:
    """A customer who gets no statement, and why (a code); ``day`` is as in ``Reason``."""

    customer: CustomerRow
    why: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """A statement as issued; not ``fresh`` when this very one had been issued before."""

    paper_id: int
    code: str
    name: str
    number: str
    balance: Money
    pages: int
    pdf: bytes
    fresh: bool
    warnings: tuple[PaperWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Logged:
    """What a run did with a statement: ``issued``, ``reprinted`` or ``failed``, and a note.

    The note is why the rules would have left the customer out, or why it could not be delivered.
    """

    paper_id: int
    state: str
    note: str = ""


class Statements:
    """Statements of the kind that each customer has, one per customer and currency."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def drafts(self, as_at: date, codes: Sequence[str] = ()) -> tuple[list[Draft], list[Skipped]]:
        """Return the statements to issue as at a day, and who is left out and why.

        Args:
            as_at: The day; facts dated later are not known.
            codes: Only these customers, whatever speaks against it; none means everybody with
                something open whom no rule leaves out.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        plan = self.plan(as_at, codes)
        drafts: list[Draft] = []
        skipped: list[Skipped] = []
        for at in range(0, len(plan.customers), _CHUNK):
            made, left = self.drafted(plan, plan.customers[at : at + _CHUNK])
            drafts += made
            skipped += left
        return drafts, skipped

    def plan(self, as_at: date, codes: Sequence[str] = ()) -> Plan:
        """Return whom a run concerns, as ``drafts`` does; the statements come in ``drafted``.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        named = {row.id: row for row in map(require_customer, codes)}
        groups = Together(as_at)
        sums = aged_sums(as_at, groups.with_branches(named) if codes else None)
        owing = {(groups.heads.get(id_, id_), currency) for id_, currency in sums}
        reasons: dict[int, Reason] = {}
        if not codes:
            reasons = reasons_to_leave_out(groups.aged(by_customer(sums)), groups, as_at)
        found = named or customers_by_id({customer for customer, _ in owing})
        rows = found.values() if codes else sorted(found.values(), key=_by_code)
        return Plan(
            as_at=as_at,
            customers=tuple(rows),
            expected=sum(customer not in reasons for customer, _ in owing),
            home=business(),
            book=learnt_book(as_at),
            groups=groups,
            left_out={id_: reason for id_, reason in reasons.items() if id_ in found},
        )

    def drafted(
        self, plan: Plan, customers: Sequence[CustomerRow]
    ) -> tuple[list[Draft], list[Skipped]]:
        """Return the statements of some of a plan's customers, a hundred of them at most."""
        drafts: list[Draft] = []
        wanted = [row for row in customers if row.id not in plan.left_out]
        skipped = [
            Skipped(row, reason.why.value, reason.day)
            for row in customers
            if (reason := plan.left_out.get(row.id)) is not None
        ]
        files = plan.groups.files([row.id for row in wanted], plan.book)
        periods = periods_of(list(zip(wanted, files, strict=True)), plan.as_at)
        for customer, file in zip(wanted, files, strict=True):
            moved = periods.get(customer.id, {})
            made = list(drafts_of(customer, file, plan.home, plan.as_at, moved))
            drafts += made
            if not made:
                skipped.append(Skipped(customer, NOTHING_OPEN))
        return drafts, skipped

    def issued_before(self, draft: Draft) -> Issued | None:
        """Return the statement if exactly this one has been issued already, bytes and all."""
        row = _before(draft)
        if row is None or row.content_sha256 != draft.content_sha256:
            return None
        return Issued(
            paper_id=row.id,
            code=draft.customer.code,
            name=draft.customer.name,
            number=row.number,
            balance=row.total,
            pages=row.pages,
            pdf=papers.paper_bytes(row.id),
            fresh=False,
        )

    def numbered(self, draft: Draft) -> StatementPaper:
        """Return the paper with the number that is next, ready to be drawn."""
        return numbered(draft)

    def issue(self, draft: Draft, paper: StatementPaper, drawn: DrawnPaper) -> int | None:
        """Issue a drawn paper: number, bytes and hash in one transaction.

        Returns:
            The paper's id; None when its number is not the next any more, so that it has to be
            numbered and drawn again. Nothing is written then.
        """
        new = _new(draft, paper)
        if not is_next(new):
            return None
        with self._gateway.write("issue-statement") as writing:
            return keep_paper(writing, new, drawn)

    def log(self, as_at: date, done: Sequence[Logged], skipped: Sequence[Skipped]) -> None:
        """Put down what a run did, for whom it did nothing, and why."""
        with self._gateway.write("log-statement-run") as writing:
            papers.add_run(
                writing,
                KIND,
                as_at,
                [(row.paper_id, row.state, row.note) for row in done],
                [(row.customer.id, row.customer.currency, row.why) for row in skipped],
            )

    def log_again(self, paper: int) -> None:
        """Put down that a statement issued before was had again."""
        (row,) = sent_paper_rows([paper])
        self.log(row.as_at, [Logged(paper, "reprinted")], [])

    def skips(self, why: Mapping[str, str]) -> list[Skipped]:
        """Return customers that the user left out of a run, by their codes, with the reasons.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return [Skipped(require_customer(code), reason) for code, reason in why.items()]


def numbered(draft: Draft) -> StatementPaper:
    """Return a statement's paper with the number that is next, ready to be drawn."""
    number = next_place(KIND, draft.paper.statement.as_at).number
    before = _before(draft)
    return replace(draft.paper, number=number, replaces=None if before is None else before.number)


def keep_statement(writing: Writing, draft: Draft, paper: StatementPaper, drawn: DrawnPaper) -> int:
    """Put a drawn statement on record within an action, and return its id.

    Args:
        writing: The action.
        draft: What it was made from.
        paper: As ``numbered`` returns it.
        drawn: Its PDF.

    Raises:
        ValueError: Its number is not the next.
    """
    return keep_paper(writing, _new(draft, paper), drawn)


def _new(draft: Draft, paper: StatementPaper) -> NewPaper:
    statement, before = paper.statement, _before(draft)
    return NewPaper(
        kind=KIND,
        day=statement.as_at,
        number=paper.number,
        customer_id=draft.customer.id,
        currency=statement.currency,
        locale=paper.locale,
        content_sha256=draft.content_sha256,
        total_minor=statement.balance.minor,
        replaces_id=None if before is None else before.id,
    )


def _before(draft: Draft) -> PaperRow | None:
    """The statement of that day that was issued last: a new one takes its place."""
    statement = draft.paper.statement
    return papers.latest_paper(KIND, draft.customer.id, statement.currency, statement.as_at)


def _by_code(row: CustomerRow) -> str:
    return row.code.casefold()
