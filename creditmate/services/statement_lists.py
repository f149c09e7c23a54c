"""What the Statements place shows: whom a run concerns, drafts to look at, what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db import papers
from creditmate.db.aged import aged_sums
from creditmate.db.business import business
from creditmate.db.customer_lists import listed_customers
from creditmate.db.customers import customer_names, customers_by_id
from creditmate.db.sent_papers import numbers_issued, sent_paper_ids, sent_paper_rows
from creditmate.documents.papers import StatementPaper
from creditmate.domain.rows import SentPaperRow
from creditmate.domain.statement_choice import (
    Candidate,
    StatementBook,
    goes_by,
)
from creditmate.services.manners import people_of, wished
from creditmate.services.marked_customers import why_stopped
from creditmate.services.statement_drafts import Draft
from creditmate.services.statement_groups import Together
from creditmate.services.statement_periods import KIND
from creditmate.services.statement_reasons import by_customer, reasons_to_leave_out
from creditmate.services.statements import Issued, Statements


@dataclass(frozen=True, slots=True)
class Preview:
    """A statement to look at: the PDF as it was issued, or the paper as it would be.

    A paper that is not issued is marked as a draft, so nobody sends it by mistake; it takes no
    number. ``number`` is the one it was issued under.
    """

    name: str
    number: str = ""
    pdf: bytes = b""
    paper: StatementPaper | None = None


class StatementLists:
    """Questions of the place; nothing is written."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def book(self, as_at: date) -> StatementBook:
        """Return everybody whom a run as at a day could concern, in the order of their names.

        Those with a balance come with the reason if they are left out; those without are
        there to be found, and get no statement.
        """
        groups = Together(as_at)
        aged = groups.aged(by_customer(aged_sums(as_at)))
        reasons = reasons_to_leave_out(aged, groups, as_at)
        wishes = wished(sorted(aged), as_at)
        contacts = people_of(sorted(aged), wishes)
        issued = numbers_issued(KIND, as_at)
        without = {known.id for known in listed_customers()} - aged.keys()
        names = customer_names()
        stopped = why_stopped(as_at, (*aged, *without))
        candidates = [
            Candidate(
                id=id_,
                code=names[id_][0],
                name=names[id_][1],
                ageings=aged.get(id_, ()),
                carriage=goes_by(contacts.get(id_, ()), wishes.refused(id_)),
                reason=reasons.get(id_),
                issued=tuple(issued.get(id_, ())),
                stopped=stopped.get(id_),
            )
            for id_ in (*aged, *without)
        ]
        candidates.sort(key=lambda one: (one.name.casefold(), one.id))
        return StatementBook(as_at, business().currency, tuple(candidates))

    def previews(self, customer: int, as_at: date) -> list[Preview]:
        """Return a customer's statements as at a day, one per currency; none if nothing is open.

        One that was issued already, and is unchanged, is shown as issued.
        """
        code = customers_by_id([customer])[customer].code
        drafts, _ = self._statements.drafts(as_at, [code])
        return [self._preview(draft) for draft in drafts]

    def _preview(self, draft: Draft) -> Preview:
        before = self._statements.issued_before(draft)
        if before is not None:
            return Preview(draft.customer.name, before.number, before.pdf)
        numbered = self._statements.numbered(draft)
        paper = replace(numbered, number="", draft=True)
        return Preview(draft.customer.name, paper=paper)

    def sent(self, text: str = "") -> Sequence[int]:
        """Return the statements issued so far, the latest first, found by number or customer."""
        return sent_paper_ids(KIND, text)

    def sent_rows(self, ids: Sequence[int]) -> list[SentPaperRow]:
        """Return these of the statements issued."""
        return sent_paper_rows(ids)

    def as_sent(self, paper: int) -> Issued:
        """Return a statement exactly as it was issued."""
        (row,) = sent_paper_rows([paper])
        return Issued(
            paper_id=row.id,
            code=row.code,
            name=row.name,
            number=row.number,
            balance=row.total,
            pages=row.pages,
            pdf=papers.paper_bytes(paper),
            fresh=False,
        )
