"""More time: items that are left in peace until a day, though their contract due days stay.

Nothing but following up and wording moves: ageing, measures and, unless it is waived, interest go
by the contract's day. Source: issue 7, deliverable 4; docs/decisions/0025-plans-and-more-time.md.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.plan_terms import Meanwhile


class ExtensionEnd(StrEnum):
    """More time taken back, or given anew; the values are stored."""

    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


class ExtensionState(StrEnum):
    """How more time stands on a day."""

    RUNNING = "running"
    PAID = "paid"  # nothing is left open of it
    PASSED = "passed"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class NewExtension:
    """More time as it is told: for which entries, until when, and why.

    No ``entries`` means all that is overdue, or all that is open where nothing is.
    """

    to_day: date
    because: str
    entries: tuple[int, ...] = ()
    interest: Meanwhile = Meanwhile.RUNS
    by_whom: str = ""


@dataclass(frozen=True, slots=True)
class ExtensionEnding:
    """That more time ended before its day, and on which."""

    kind: ExtensionEnd
    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Extension:
    """More time given on ``day`` for some entries (their ids), until ``to_day`` itself."""

    id: int
    customer_id: int
    interaction_id: int | None
    day: date
    to_day: date
    staff_id: int | None
    by_whom: str
    interest: Meanwhile
    because: str
    entries: tuple[int, ...]
    ended: ExtensionEnding | None = None

    @property
    def last_day(self) -> date:
        """The last day on which it held, or will hold; before ``day`` if it never did."""
        if self.ended is None:
            return self.to_day
        return min(self.to_day, date.fromordinal(self.ended.day.toordinal() - 1))


@dataclass(frozen=True, slots=True)
class ExtensionStanding:
    """More time and how it stands on a day; ``left_minor`` is what is open of its entries."""

    extension: Extension
    state: ExtensionState
    left_minor: int = 0


def extension_standings(
    extensions: Iterable[Extension], as_at: date, open_of: Mapping[int, int]
) -> list[ExtensionStanding]:
    """Return how one customer's extensions stand, by the day they end.

    Args:
        extensions: Those given after ``as_at`` are left out.
        as_at: The day.
        open_of: What is open of each entry, in minor units; one missing here is settled.
    """
    given = sorted((e for e in extensions if e.day <= as_at), key=lambda e: (e.to_day, e.id))
    found = []
    for one in given:
        left = sum(open_of.get(entry, 0) for entry in one.entries)
        found.append(ExtensionStanding(one, _state(one, left, as_at), left))
    return found


def _state(one: Extension, left: int, as_at: date) -> ExtensionState:
    if one.ended is not None and one.ended.day <= as_at:
        return ExtensionState(one.ended.kind.value)
    if not left:
        return ExtensionState.PAID
    return ExtensionState.RUNNING if as_at <= one.to_day else ExtensionState.PASSED


def extended_to(standings: Iterable[ExtensionStanding]) -> dict[int, date]:
    """Return until when each entry has more time; of several that run the last given counts."""
    return {entry: one.to_day for entry, one in extended_by(standings).items()}


def extended_by(standings: Iterable[ExtensionStanding]) -> dict[int, Extension]:
    """Return which time each entry has; of several that run the last given counts."""
    running = (s.extension for s in standings if s.state is ExtensionState.RUNNING)
    return {
        entry: one for one in sorted(running, key=lambda e: (e.day, e.id)) for entry in one.entries
    }


def replaced_by(standings: Iterable[ExtensionStanding], entries: Collection[int]) -> list[int]:
    """Return the extensions that run and are about nothing else than ``entries``."""
    return [
        s.extension.id
        for s in standings
        if s.state is ExtensionState.RUNNING and set(s.extension.entries) <= set(entries)
    ]
