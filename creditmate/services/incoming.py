"""They called, and nobody knows yet who: what is typed is parked until it finds its customer."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any

from creditmate.db import call_drafts, incoming_drafts
from creditmate.db.incoming_drafts import IncomingRow
from creditmate.domain.card_numbers import masked_cards
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.services.call_drafts import CallDrafts, TypedCall


@dataclass(frozen=True, slots=True)
class TypedIncoming:
    """What stands in the note, just as it was typed; ``find`` is by what somebody was looked for.

    ``seconds`` is what the timer has counted.
    """

    find: str = ""
    with_name: str = ""
    notes: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Parked:
    """A talk whose customer is not known yet: begun and typed in last when."""

    id: int
    begun_at: datetime
    saved_at: datetime
    typed: TypedIncoming


class Incoming:
    """Keeps talks until somebody knows whose they are."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def park(self, begun_at: datetime, typed: TypedIncoming, parked: int | None = None) -> int:
        """Keep what is typed in place of what was kept of it before.

        Args:
            begun_at: When they called.
            typed: What stands in the note.
            parked: As an earlier ``park`` of the same note returned it.

        Returns:
            The number under which it is kept.
        """
        return incoming_drafts.put_incoming(
            parked, _text(begun_at), _text(self._clock.now()), _without_cards(typed)
        )

    def parked(self) -> tuple[Parked, ...]:
        """Return every talk that is kept, the one typed in last first."""
        return tuple(_parked(row) for row in incoming_drafts.incoming())

    def read(self, parked: int) -> Parked:
        """Return a talk that is kept.

        Raises:
            UserError: ``UNKNOWN_DRAFT``: it is not there any more.
        """
        found = next((one for one in self.parked() if one.id == parked), None)
        if found is None:
            raise UserError(Problem.UNKNOWN_DRAFT)
        return found

    def give(self, parked: int, code: str) -> None:
        """Make a talk the call form of a customer, who is known now.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``UNKNOWN_DRAFT``; ``CALL_BEGUN``: another call with
                the customer is being typed. The talk stays parked beside it.
        """
        found = self.read(parked)
        typed = found.typed
        form = TypedCall(
            with_name=typed.with_name, notes=typed.notes, incoming=True, seconds=typed.seconds
        )
        row = CallDrafts(self._clock).row(code, found.begun_at, form)
        if call_drafts.draft_of(row.customer_id) is not None:
            raise UserError(Problem.CALL_BEGUN, name=row.name)
        incoming_drafts.give_incoming(parked, row)

    def discard(self, parked: int) -> None:
        """Throw a talk away."""
        incoming_drafts.drop_incoming(parked)


def _without_cards(typed: TypedIncoming) -> str:
    """Return what was typed as JSON without card numbers: it is kept like all else."""
    told = {
        name: masked_cards(value)[0] if isinstance(value, str) else value
        for name, value in asdict(typed).items()
    }
    return json.dumps(told, ensure_ascii=False)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _parked(row: IncomingRow) -> Parked:
    begun, saved = (datetime.fromisoformat(text) for text in (row.begun_at, row.saved_at))
    return Parked(row.id, begun, saved, _read(json.loads(row.typed)))


def _read(content: Mapping[str, Any]) -> TypedIncoming:
    """Read what this program knows of a note that another version of it may have kept."""
    known = {field.name for field in fields(TypedIncoming)}
    return TypedIncoming(**{name: value for name, value in content.items() if name in known})
