"""Numbering series: what each is set to, what was used of it, and every number ever given."""

from collections.abc import Iterator
from dataclasses import dataclass

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import Document, Paper, Series


@dataclass(frozen=True, slots=True)
class StoredSeries:
    """A series as stored: the counter of ``start_period`` begins at ``start_at``."""

    id: int
    version: int
    kind: str
    pattern: str
    start_at: int
    start_period: str


_SHOWN = (
    Series.id, Series.version, Series.kind, Series.pattern, Series.start_at, Series.start_period,
)  # fmt: skip


def all_series() -> list[StoredSeries]:
    """Return every series of the ledger."""
    return [StoredSeries(*row) for row in database.execute(Series.select(*_SHOWN))]


def series_of(kind: str) -> StoredSeries | None:
    """Return the series of a kind of paper; None where it was not begun yet."""
    query = Series.select(*_SHOWN).where(Series.kind == kind)
    row = next(iter(database.execute(query)), None)
    return None if row is None else StoredSeries(*row)


def begin_series(writing: Writing, kind: str, pattern: str) -> None:
    """Begin a series."""
    writing.create(Series, kind=kind, pattern=pattern)


def begin_series_at(writing: Writing, kind: str, start_at: int) -> None:
    """Let a series that never starts again go on from a counter."""
    row = Series.get(Series.kind == kind)
    writing.edit(Series, row.id, row.version, start_at=start_at, start_period="")


def edit_series(writing: Writing, series: StoredSeries, version: int) -> None:
    """Set a series anew.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(
        Series,
        series.id,
        version,
        pattern=series.pattern,
        start_at=series.start_at,
        start_period=series.start_period,
    )


def numbers_given() -> Iterator[str]:
    """Yield every number that a paper or a document of our own ever had."""
    for (number,) in database.execute(Paper.select(Paper.number)):
        yield str(number)
    for (number,) in database.execute(
        Document.select(Document.number).where(Document.origin == "own")
    ):
        yield str(number)
