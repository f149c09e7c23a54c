"""Talks whose customer is not known yet: scratch, written beside the gateway and in no digest."""

from dataclasses import dataclass

from creditmate.db.call_drafts import put_draft_within
from creditmate.db.connection import database, transaction
from creditmate.db.models import IncomingDraft
from creditmate.domain.rows import CallDraftRow


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A talk being typed in; moments are in UTC as ISO text, ``typed`` is JSON."""

    id: int
    begun_at: str
    saved_at: str
    typed: str


def put_incoming(id_: int | None, begun_at: str, saved_at: str, typed: str) -> int:
    """Keep what is being typed, in place of what was kept of it before; return its id."""
    row = {"begun_at": begun_at, "saved_at": saved_at, "typed": typed}
    with transaction():
        if id_ is not None:
            row = {"id": id_, **row}  # type: ignore[dict-item]
            IncomingDraft.delete().where(IncomingDraft.id == id_).execute()
        return int(IncomingDraft.insert(**row).execute())


def incoming() -> list[IncomingRow]:
    """Return every talk whose customer is not known yet, the one typed in last first."""
    query = IncomingDraft.select(
        IncomingDraft.id, IncomingDraft.begun_at, IncomingDraft.saved_at, IncomingDraft.typed
    ).order_by(IncomingDraft.saved_at.desc(), IncomingDraft.id.desc())
    return [IncomingRow(*row) for row in database.execute(query)]


def drop_incoming(id_: int) -> None:
    """Throw away what was typed."""
    with transaction():
        _drop(id_)


def give_incoming(id_: int, draft: CallDraftRow) -> None:
    """Make what was typed the form of a call with a customer."""
    with transaction():
        put_draft_within(draft)
        _drop(id_)


def _drop(id_: int) -> None:
    IncomingDraft.delete().where(IncomingDraft.id == id_).execute()
