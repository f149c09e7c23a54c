"""Papers as issued: the next number, the bytes cut at their long streams, and back together.

A PDF is stored cut at its long streams, so that a font which every paper embeds is kept once
(data-model.md, ``blob``).
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import Action, Blob, Paper, PaperPart, Repointed, Run, RunItem, Series
from creditmate.domain.kinds import paper_kind
from creditmate.domain.money import Money
from creditmate.domain.rows import PaperRow

_LONG = 2048  # bytes of a stream from which cutting it out is worth a row
_STREAM = re.compile(rb"(?<!end)stream\r?\n(.*?)endstream", re.DOTALL)


def next_counter(series_id: int, period: str) -> int:
    """Return the counter of the next paper in a series and period, from 1 or where it begins."""
    query = Paper.select(fn.MAX(Paper.counter)).where(
        (Paper.series_id == series_id) & (Paper.period == period)
    )
    begins = Series.select(Series.start_at).where(
        (Series.id == series_id) & (Series.start_period == period)
    )
    return max(int(query.scalar() or 0) + 1, int(begins.scalar() or 1))


def cut(content: bytes) -> Iterator[bytes]:
    """Cut a PDF at its long streams; put end to end the pieces are the bytes again."""
    start = 0
    for found in _STREAM.finditer(content):
        if found.end(1) - found.start(1) >= _LONG:
            yield content[start : found.start(1)]
            yield content[found.start(1) : found.end(1)]
            start = found.end(1)
    yield content[start:]


def add_paper(writing: Writing, content: bytes, **values: object) -> int:
    """Store a paper as issued and return its id.

    Args:
        writing: The action under way.
        content: The PDF.
        values: The paper's columns but ``size`` and ``sha256``.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    paper = writing.add(Paper, size=len(content), sha256=sha256, **values)
    parts = [(paper, place, put_blob(writing, part)) for place, part in enumerate(cut(content), 1)]
    writing.add_many(PaperPart, ("paper_id", "place", "blob_id"), parts)
    return paper


def put_blob(writing: Writing, content: bytes) -> int:
    """Keep bytes, once however often they come, and return their id."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = Blob.select(Blob.id).where(Blob.sha256 == sha256).scalar()
    return int(known) if known else writing.add(Blob, sha256=sha256, content=content)


def blob(id_: int) -> bytes:
    """Return bytes that were kept."""
    return bytes(Blob.get_by_id(id_).content)


def paper_bytes(paper: int) -> bytes:
    """Return a paper's bytes exactly as they were issued."""
    query = (
        Blob.select(Blob.content)
        .join(PaperPart, on=PaperPart.blob_id == Blob.id)
        .where(PaperPart.paper_id == paper)
        .order_by(PaperPart.place)
    )
    return b"".join(bytes(content) for (content,) in database.execute(query))


def pages_of(paper: int) -> int:
    """Return how many pages a paper has."""
    return int(Paper.get_by_id(paper).pages)


FIRST_ISSUED_TO = (
    Repointed.select(Repointed.from_customer_id)
    .where((Repointed.entity == "paper") & (Repointed.entity_id == Paper.id))
    .order_by(Repointed.id)
    .limit(1)
)
"""Who got a paper that a merge gave to somebody, whatever became of the merge."""


def latest_paper(kind: str, customer: int, currency: str, as_at: date) -> PaperRow | None:
    """Return the paper of a kind issued last for a customer, currency and day.

    Not one that was issued to a customer merged into this one: it said something of its account.
    """
    row = (
        Paper.select()
        .where((Paper.kind == kind) & (Paper.customer_id == customer))
        .where(fn.COALESCE(FIRST_ISSUED_TO, Paper.customer_id) == Paper.customer_id)
        .where((Paper.currency == currency) & (Paper.as_at_day == as_at))
        .order_by(Paper.id.desc())
        .first()
    )
    return None if row is None else _paper_row(row)


def paper_numbered(kind: str, number: str) -> PaperRow | None:
    """Return the paper of a kind that bears a number; None if none was issued."""
    row = Paper.select().where((Paper.kind == kind) & (Paper.number == number)).first()
    return None if row is None else _paper_row(row)


def papers_of_number(number: str) -> list[PaperRow]:
    """Return what was issued under a number, and under it with a place after it, in order."""
    after = Paper.number.startswith(f"{number}/")
    query = Paper.select().where((Paper.number == number) | after).order_by(Paper.id)
    return [_paper_row(row) for row in query]


def latest_of_day(kind: str, customer: int, day: date) -> list[PaperRow]:
    """Return a customer's papers of a kind and day, of each currency the one issued last."""
    query = (
        Paper.select()
        .where((Paper.kind == kind) & (Paper.customer_id == customer) & (Paper.as_at_day == day))
        .order_by(Paper.id)
    )
    rows = {row.currency: _paper_row(row) for row in query}
    return sorted(rows.values(), key=lambda row: row.id)


def papers_of(customer: int, as_at: date) -> list[PaperRow]:
    """Return what was issued to a customer up to a business day, the latest first."""
    query = (
        Paper.select()
        .join(Action, on=Action.id == Paper.action_id)
        .where((Paper.customer_id == customer) & (Action.business_day <= as_at))
        .order_by(Paper.id.desc())
    )
    return [_paper_row(row) for row in query]


def _paper_row(row: Paper) -> PaperRow:
    return PaperRow(
        id=row.id,
        kind=paper_kind(row.kind),
        number=row.number,
        customer_id=row.customer_id,
        currency=row.currency,
        as_at=row.as_at_day,
        total=Money(row.total_minor, row.currency),
        pages=row.pages,
        sha256=row.sha256,
        content_sha256=row.content_sha256,
    )


def add_run(
    writing: Writing,
    kind: str,
    as_at: date,
    done: Sequence[tuple[int, str, str]],
    skipped: Sequence[tuple[int, str, str]],
) -> int:
    """Put down a run of papers.

    Args:
        writing: The action under way.
        kind: What was run.
        as_at: The day it was run for.
        done: Each paper's id, ``issued``, ``reprinted`` or ``failed``, and what is to be noted.
        skipped: Each customer's id and currency who got nothing, and why.
    """
    run = writing.add(Run, kind=kind, as_at_day=as_at)
    about = {
        id_: (customer, currency)
        for id_, customer, currency in database.execute(
            Paper.select(Paper.id, Paper.customer_id, Paper.currency).where(
                (Paper.kind == kind) & (Paper.as_at_day == as_at)
            )
        )
    }
    rows: list[tuple[object, ...]] = [
        (run, *about[paper], state, why, paper) for paper, state, why in done
    ]
    rows += [(run, customer, currency, "skipped", why, None) for customer, currency, why in skipped]
    columns = ("run_id", "customer_id", "currency", "state", "why", "paper_id")
    writing.add_many(RunItem, columns, rows)
    return run
