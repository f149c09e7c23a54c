"""The index of words: kept with every write, made again when its rules change, asked by words.

Full-text search is the database engine's own, so all of it stands here and in the migration that
laid it down; triggers carry each change of the kept texts into SQLite's index.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from creditmate.db.connection import execute, raw, transaction
from creditmate.db.models import SearchMade, SearchName, SearchNote, Table
from creditmate.db.models.base import table_name
from creditmate.db.search_sources import SOURCES, Line, Searched, Source
from creditmate.domain.folding import FOLDING, folded_words
from creditmate.domain.found import FoundKind

_CHUNK = 500  # ids in one IN list
_BATCH = 2000  # lines handed to the driver at once
TABLES: tuple[type[Searched], ...] = (SearchName, SearchNote)


def renew(written: Mapping[type[Table], Sequence[int]]) -> None:
    """Look at rows that were written and keep their texts; inside the action's transaction."""
    for source in SOURCES:
        ids = written.get(source.model, ())
        for at in range(0, len(ids), _CHUNK):
            chunk = ids[at : at + _CHUNK]
            _drop(source, chunk)
            _take(source, source.lines(chunk))


def bring_up_to_date() -> None:
    """Make the index if the ledger has none yet, or one of other rules."""
    made = SearchMade.select(SearchMade.folding).scalar()
    if made == FOLDING:
        return
    with transaction():
        for kept in TABLES:
            execute(f"DELETE FROM {table_name(kept)}")  # noqa: S608 - own names
        for source in SOURCES:
            _take(source, source.lines())
        execute("INSERT OR REPLACE INTO search_made (id, folding) VALUES (1, ?)", (FOLDING,))


def phrase(text: str) -> str:
    """Return what was typed as words that all have to be there, each one perhaps only begun.

    Nothing of the engine's own language gets through: words are letters and digits, in quotes.
    """
    pieces = (folded_words(piece) for piece in text.split())
    return " ".join(f'"{" ".join(words)}"*' for words in pieces if words)


def either(beginnings: Iterable[str]) -> str:
    """Return a question for any of these beginnings, each letters or digits."""
    return " OR ".join(f'"{beginning}"*' for beginning in beginnings)


def matches(
    kept: type[Searched], kind: FoundKind | None, question: str, limit: int
) -> list[tuple[FoundKind, int]]:
    """Return kind and id of rows that answer a question, those written last first.

    Args:
        kept: Names or notes.
        kind: Of the rows; None for any.
        question: As ``phrase`` or ``either`` made it; an empty one finds nothing.
        limit: How many at most.
    """
    if not question:
        return []
    table = table_name(kept)
    only = "" if kind is None else "AND s.kind = ?"
    sql = f"""
        SELECT s.kind, s.subject FROM {table}_words w JOIN {table} s ON s.id = w.rowid
        WHERE {table}_words MATCH ? {only} ORDER BY w.rowid DESC LIMIT ?
    """  # noqa: S608 - own names
    asked = (question, limit) if kind is None else (question, kind.value, limit)
    return [(FoundKind(found), int(id_)) for found, id_ in execute(sql, asked)]


def _drop(source: Source, ids: Sequence[int]) -> None:
    kept = source.kept_in
    kept.delete().where((kept.kind == source.kind) & kept.subject.in_(list(ids))).execute()


def _take(source: Source, lines: Iterable[Line]) -> None:
    sql = (
        f"INSERT INTO {table_name(source.kept_in)} (kind, subject, text)"  # noqa: S608 - own names
        " VALUES (?, ?, ?)"
    )
    rows = ((source.kind.value, id_, text) for id_, text in lines)
    while batch := list(islice(rows, _BATCH)):
        raw().executemany(sql, batch)
