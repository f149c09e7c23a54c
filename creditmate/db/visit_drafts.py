"""Visits' reports being typed: scratch, so written beside the gateway and in no digest."""

from dataclasses import dataclass

from creditmate.db.connection import database, transaction
from creditmate.db.models import VisitDraft


@dataclass(frozen=True, slots=True)
class VisitDraftRow:
    """A report being typed; moments are in UTC as ISO text, ``typed`` is JSON."""

    visit_id: int
    begun_at: str
    saved_at: str
    typed: str


def put_draft(draft: VisitDraftRow) -> None:
    """Keep what is being typed of a visit's report, in place of what was kept of it before."""
    row = {
        "visit_id": draft.visit_id,
        "begun_at": draft.begun_at,
        "saved_at": draft.saved_at,
        "typed": draft.typed,
    }
    with transaction():
        drop_draft_within(draft.visit_id)
        VisitDraft.insert(**row).execute()


def draft_of(visit: int) -> VisitDraftRow | None:
    """Return what was being typed of a visit's report."""
    query = VisitDraft.select(
        VisitDraft.visit_id, VisitDraft.begun_at, VisitDraft.saved_at, VisitDraft.typed
    ).where(VisitDraft.visit_id == visit)
    return next((VisitDraftRow(*row) for row in database.execute(query)), None)


def drop_draft(visit: int) -> None:
    """Throw away what was being typed of a visit's report."""
    with transaction():
        drop_draft_within(visit)


def drop_draft_within(visit: int) -> None:
    """The same within a transaction that is open: what was typed is on record now."""
    VisitDraft.delete().where(VisitDraft.visit_id == visit).execute()
