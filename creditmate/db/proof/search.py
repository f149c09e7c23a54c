"""The index of words: every kept text worked out again, and SQLite's own look at its index."""

from collections.abc import Iterator

from sqlcipher3 import dbapi2 as driver

from creditmate.db.connection import execute
from creditmate.db.models import SearchMade
from creditmate.db.models.base import table_name
from creditmate.db.proof.finding import Finding
from creditmate.db.read_only import is_read_only
from creditmate.db.search_index import TABLES
from creditmate.db.search_sources import SOURCES, Source
from creditmate.domain.folding import FOLDING


def prove_search() -> Iterator[Finding]:
    """Prove that each text can be found by its words; an index still to be made has none."""
    if SearchMade.select(SearchMade.folding).scalar() != FOLDING:
        return
    for source in SOURCES:
        yield from _prove_source(source)
    if is_read_only():  # an index proves itself by a word that is written into it
        return
    for kept in TABLES:
        index = f"{table_name(kept)}_words"
        try:
            execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - own names
        except driver.DatabaseError as error:
            yield Finding("search-index", table_name(kept), 0, str(error))


def _prove_source(source: Source) -> Iterator[Finding]:
    table = table_name(source.kept_in)
    sql = f"SELECT subject, text FROM {table} WHERE kind = ?"  # noqa: S608 - own names
    kept = dict(execute(sql, (source.kind.value,)).fetchall())
    for id_, text in source.lines():
        if kept.pop(id_, None) != text:
            yield Finding("search-is-kept", table, id_, source.kind.value)
    for id_ in kept:
        yield Finding("search-is-kept", table, id_, f"{source.kind.value} of nobody")
