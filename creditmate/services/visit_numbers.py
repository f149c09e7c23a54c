"""The papers of a visit by its number: which were issued, how the next is numbered, keeping it."""

from datetime import date
from typing import Protocol

from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Writing
from creditmate.db.papers import papers_of_number
from creditmate.documents.papers import DrawnPaper, Replaced
from creditmate.domain.kinds import PaperKind
from creditmate.domain.rows import PaperRow
from creditmate.domain.visits import Visit
from creditmate.services.numbered_papers import NewPaper, keep_fixed_paper


class VisitPaper(Protocol):
    """What an agenda and a letter of thanks have in common."""

    @property
    def day(self) -> date:
        """Of the paper."""

    @property
    def number(self) -> str:
        """As it is drawn."""

    @property
    def locale(self) -> str:
        """In which it is written."""


def number_of(visit: str) -> str:
    """Return the number of a visit's next paper: the visit's own, then with its place."""
    issued = len(papers_of_number(visit))
    return f"{visit}/{issued + 1}" if issued else visit


def issued_of(visit: Visit, kind: PaperKind) -> list[PaperRow]:
    """Return a visit's papers of a kind that were issued, in order."""
    return [row for row in papers_of_number(visit.number) if row.kind is kind]


def replaced(row: PaperRow | None) -> Replaced | None:
    """Return how a paper is named on the one that takes its place; None for none."""
    return None if row is None else Replaced(row.number, row.as_at)


def keep_visit_paper(  # noqa: PLR0913, PLR0917 - what there is of a paper
    writing: Writing,
    visit: Visit,
    kind: PaperKind,
    paper: VisitPaper,
    content: str,
    drawn: DrawnPaper,
    before: PaperRow | None,
) -> int:
    """Put a drawn paper of a visit on record within an action, and return its id.

    Args:
        writing: The action.
        visit: The visit.
        kind: Of the paper.
        paper: What it says, with its number.
        content: The hash of what the customer reads of it.
        drawn: Its PDF.
        before: The one that it takes the place of.
    """
    customer = customers_by_id([visit.customer])[visit.customer]
    kept = NewPaper(
        kind=kind.value,
        day=paper.day,
        number=paper.number,
        customer_id=customer.id,
        currency=customer.currency,
        locale=paper.locale,
        content_sha256=content,
        replaces_id=None if before is None else before.id,
    )
    return keep_fixed_paper(writing, kept, drawn)
