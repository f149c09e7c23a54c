"""Terms and conditions: their versions with the clauses marked in them, and those being written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from peewee import fn

from creditmate.db.connection import database, execute, transaction
from creditmate.db.gateway import Writing
from creditmate.db.models import TermsClause, TermsDraft
from creditmate.db.models import TermsVersion as Version
from creditmate.db.papers import blob, put_blob
from creditmate.db.prepared import Query, prepared
from creditmate.domain.terms import Clause, ClauseKind, Per, TermsVersion


@dataclass(frozen=True, slots=True)
class DraftRow:
    """Terms that are being written: ``typed`` is JSON, moments are UTC as ISO text."""

    id: int
    follows_id: int | None
    begun_at: str
    saved_at: str
    typed: str


# ---------------------------------------------------------------- versions
def versions() -> dict[int, TermsVersion]:
    """Return the versions that stand, in the order of their publishing."""
    clauses: dict[int, list[Clause]] = {}
    for of, *values in _clauses():
        clauses.setdefault(of, []).append(_clause(*values))
    return {
        id_: TermsVersion(
            id_, title, language, number, date.fromisoformat(day), sha256,
            tuple(clauses.get(id_, ())), name, pages, note, action,
        )
        for id_, title, language, number, day, sha256, name, pages, note, action in _rows()
    }  # fmt: skip


def has_versions() -> bool:
    """Whether any version stands."""
    return bool(Version.select().where(Version.void_action_id.is_null()).exists())


@prepared
def _rows() -> Query:
    return Version.select(
        Version.id, Version.title, Version.language, Version.number, Version.effective_day,
        Version.sha256, Version.file_name, Version.pages, Version.note, Version.action_id,
    ).where(Version.void_action_id.is_null()).order_by(Version.id)  # fmt: skip


@prepared
def _clauses() -> Query:
    return TermsClause.select(
        TermsClause.terms_version_id, TermsClause.kind, TermsClause.summary, TermsClause.number,
        TermsClause.rate, TermsClause.per,
    ).order_by(TermsClause.terms_version_id, TermsClause.place)  # fmt: skip


def _clause(kind: str, summary: str, number: str, rate: str | None, per: str | None) -> Clause:
    return Clause(
        ClauseKind(kind),
        summary,
        number,
        None if rate is None else Decimal(rate),
        None if per is None else Per(per),
    )


def wording_of(version: int) -> str:
    """Return the wording of a version; '' of one that is a file."""
    return str(Version.get_by_id(version).wording)


def file_of(version: int) -> bytes | None:
    """Return the PDF of a version; None of one that is a wording."""
    row = Version.get_by_id(version)
    return None if row.blob_id is None else blob(row.blob_id)


def numbers_used(language: str) -> list[tuple[str, int]]:
    """Return title and highest number of each document in a language, withdrawn ones too."""
    query = (
        Version.select(Version.title, fn.MAX(Version.number))
        .where(Version.language == language)
        .group_by(Version.title)
    )
    return [(str(title), int(number)) for title, number in database.execute(query)]


def add_version(
    writing: Writing, clauses: Sequence[Clause], content: bytes | None, **values: object
) -> int:
    """Put down a version with its clauses.

    Args:
        writing: The action under way.
        clauses: In their order.
        content: The PDF, of one that is a file.
        values: The version's columns but ``blob_id``.
    """
    kept = None if content is None else put_blob(writing, content)
    version = writing.add(Version, blob_id=kept, **values)
    rows = [
        (
            version, place, one.kind.value, one.number, one.summary,
            None if one.rate is None else f"{one.rate:f}",
            None if one.per is None else one.per.value,
        )
        for place, one in enumerate(clauses, 1)
    ]  # fmt: skip
    columns = ("terms_version_id", "place", "kind", "number", "summary", "rate", "per")
    writing.add_many(TermsClause, columns, rows)
    return version


def withdraw_version(writing: Writing, version: int) -> None:
    """Withdraw a version: it never was."""
    writing.void(Version, [version])


_USED = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE terms_version_id = ? AND void_action_id IS NULL"  # noqa: S608 - own names
    for table in ("acceptance", "terms_sent", "credit_application")
)


def is_used(version: int) -> bool:
    """Whether somebody was sent a version, accepted it or applied for credit with it."""
    return bool(execute(f"SELECT EXISTS ({_USED})", (version,) * 3).fetchone()[0])


# ---------------------------------------------------------------- drafts
def put_draft(draft: DraftRow) -> int:
    """Keep what is being written in place of what was kept of it before, and return its id.

    Args:
        draft: With the id 0 for what is kept for the first time.
    """
    row: dict[str, object] = {
        "follows_id": draft.follows_id,
        "begun_at": draft.begun_at,
        "saved_at": draft.saved_at,
        "typed": draft.typed,
    }
    with transaction():
        if TermsDraft.update(**row).where(TermsDraft.id == draft.id).execute():
            return draft.id
        if draft.id:  # brought back after it was thrown away
            row["id"] = draft.id
        return int(TermsDraft.insert(**row).execute())


def drafts() -> list[DraftRow]:
    """Return all that is being written, what was typed in last first."""
    query = TermsDraft.select(
        TermsDraft.id, TermsDraft.follows_id, TermsDraft.begun_at, TermsDraft.saved_at,
        TermsDraft.typed,
    ).order_by(TermsDraft.saved_at.desc(), TermsDraft.id.desc())  # fmt: skip
    return [DraftRow(*row) for row in database.execute(query)]


def drop_draft(id_: int) -> None:
    """Throw away what is being written."""
    with transaction():
        drop_draft_within(id_)


def drop_draft_within(id_: int) -> None:
    """The same within a transaction that is open: it is published now."""
    TermsDraft.delete().where(TermsDraft.id == id_).execute()
