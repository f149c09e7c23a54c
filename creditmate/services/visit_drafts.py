"""Visits' reports being typed: kept as they stand, so that nothing told in the car is lost."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from creditmate.db import visit_drafts as kept
from creditmate.domain.card_numbers import masked_cards
from creditmate.domain.ports import Clock
from creditmate.services.visit_lists import visit_file

Typed = Mapping[str, str]
"""What stands in a report's fields just as it was typed, by the fields' names."""


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A report that was not finished: begun and typed in last when."""

    begun_at: datetime
    saved_at: datetime
    typed: Typed


class VisitDrafts:
    """Keeps one form for each visit until it is reported, or thrown away."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def save(self, named: str, begun_at: datetime, typed: Typed) -> datetime:
        """Keep a form in place of what was kept of it before; return when that was.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit; the disk does not take it.
        """
        now = self._clock.now()
        masked = {name: masked_cards(text)[0] for name, text in typed.items()}
        kept.put_draft(
            kept.VisitDraftRow(
                visit_id=visit_file(named).visit.id,
                begun_at=_moment_text(begun_at),
                saved_at=_moment_text(now),
                typed=json.dumps(masked, ensure_ascii=False),
            )
        )
        return now

    def read(self, named: str) -> VisitDraft | None:
        """Return the form of a visit that was not finished, if there is one.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit.
        """
        row = kept.draft_of(visit_file(named).visit.id)
        if row is None:
            return None
        begun, saved = (datetime.fromisoformat(text) for text in (row.begun_at, row.saved_at))
        return VisitDraft(begun, saved, {str(k): str(v) for k, v in json.loads(row.typed).items()})

    def discard(self, named: str) -> None:
        """Throw a visit's form away.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit.
        """
        kept.drop_draft(visit_file(named).visit.id)


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
