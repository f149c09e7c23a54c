"""Papers with a number: numbered, drawn, and kept as issued while the number is still the next.

A paper is numbered and put on record on the database thread and drawn on the caller's. Where
another paper took its number meanwhile it is numbered and drawn again, so that no series has a gap
and no number is given twice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from creditmate.db.gateway import Writing
from creditmate.db.papers import add_paper
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.services.numbering import Place, begun_place, fixed_place, next_place

Answer = TypeVar("Answer")
Numbered = TypeVar("Numbered")
Kept = TypeVar("Kept")


class Ask(Protocol):
    """Runs work on the database thread and returns its answer."""

    def __call__(self, work: Callable[[], Answer]) -> Answer:
        """Do ``work`` there and wait for it."""


@dataclass(frozen=True, slots=True)
class NewPaper:
    """What the ledger keeps of a paper beside its bytes.

    Attributes:
        kind: Of paper, and of the series that numbers it.
        day: Of the paper: of its series as well.
        number: As it is drawn.
        customer_id: Whose it is.
        currency: In which it is.
        locale: In which it is written.
        content_sha256: The hash of what the customer reads.
        total_minor: What it asks for, in minor units; 0 for one that has no price.
        replaces_id: The paper that it takes the place of.
    """

    kind: str
    day: date
    number: str
    customer_id: int
    currency: str
    locale: str
    content_sha256: str
    total_minor: int = 0
    replaces_id: int | None = None


def is_next(paper: NewPaper) -> bool:
    """Whether a paper's number is still the next of its series."""
    return next_place(paper.kind, paper.day).number == paper.number


def keep_paper(writing: Writing, paper: NewPaper, drawn: DrawnPaper) -> int:
    """Put a drawn paper on record and return its id; an older ledger's series begins with it.

    Args:
        writing: The action under way.
        paper: One of which ``is_next`` is true.
        drawn: Its PDF.

    Raises:
        ValueError: Its number is not the next.
    """
    place = begun_place(writing, paper.kind, paper.day)
    if place.number != paper.number:
        raise ValueError(f"{paper.number} is not next: {place.number} is")
    return _put(writing, paper, place, drawn)


def keep_fixed_paper(writing: Writing, paper: NewPaper, drawn: DrawnPaper) -> int:
    """Put a drawn paper on record whose number is that of what it is about; return its id.

    Args:
        writing: The action under way.
        paper: Of a fixed kind, with a number that no other paper bears.
        drawn: Its PDF.
    """
    return _put(writing, paper, fixed_place(writing, paper.kind, paper.number), drawn)


def _put(writing: Writing, paper: NewPaper, place: Place, drawn: DrawnPaper) -> int:
    return add_paper(
        writing,
        drawn.pdf,
        kind=paper.kind,
        series_id=place.series_id,
        period=place.period,
        counter=place.counter,
        number=paper.number,
        customer_id=paper.customer_id,
        currency=paper.currency,
        locale=paper.locale,
        as_at_day=paper.day,
        total_minor=paper.total_minor,
        pages=drawn.pages,
        content_sha256=paper.content_sha256,
        replaces_id=paper.replaces_id,
    )


def until_issued(
    ask: Ask,
    numbered: Callable[[], Numbered],
    draw: Callable[[Numbered], CheckedPaper],
    issue: Callable[[Numbered, DrawnPaper], Kept | None],
) -> tuple[Numbered, CheckedPaper, Kept]:
    """Number, draw and issue; drawn again where another paper took the number meanwhile.

    Args:
        ask: Runs work on the database thread.
        numbered: Returns the paper with the number that is next.
        draw: Draws it, on the caller's thread.
        issue: Puts it on record; None where its number is not the next any more.

    Returns:
        The paper, what was drawn, and what ``issue`` returned.
    """
    while True:
        paper = ask(numbered)
        checked = draw(paper)
        kept = ask(lambda: issue(paper, checked.drawn))  # noqa: B023 - asked and answered within the turn
        if kept is not None:
            return paper, checked, kept
