"""The papers of a visit by its number: which were issued, and how the next one is numbered."""

from creditmate.db.papers import papers_of_number
from creditmate.documents.papers import Replaced
from creditmate.domain.kinds import PaperKind
from creditmate.domain.rows import PaperRow
from creditmate.domain.visits import Visit


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
