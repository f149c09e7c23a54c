"""How a visit stands on a day: what was done to prepare it, and what it waits for.

An agenda that was sent is outdated once the visit is moved or what it says is changed, and what
they confirmed once the day, the hour, the place or the length is another; a statement of either
made after that counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from creditmate.domain.visit_plan import with_hours
from creditmate.domain.visits import (
    VisitChange,
    VisitEvent,
    VisitEventKind,
    VisitFile,
    VisitState,
)

_STATES = {
    VisitEventKind.NOBODY: VisitState.TO_REBOOK,
    VisitEventKind.DEPUTY: VisitState.TO_REBOOK,
    VisitEventKind.HELD: VisitState.TO_REPORT,
    VisitEventKind.REPORTED: VisitState.REPORTED,
    VisitEventKind.CANCELLED: VisitState.CANCELLED,
    VisitEventKind.REFUSED: VisitState.REFUSED,
}


@dataclass(frozen=True, slots=True)
class VisitStanding:
    """How a visit stands.

    ``agenda_outdated``: one was sent, and the visit was moved or changed since. ``moves`` counts
    how often that was so after the first agenda: the least SEQUENCE of its entry in their calendar.
    """

    state: VisitState
    agenda: VisitEvent | None = None
    agenda_outdated: bool = False
    confirmed: VisitEvent | None = None
    reconfirmed: VisitEvent | None = None
    moves: int = 0

    @property
    def is_open(self) -> bool:
        """Whether anything is to be done with it."""
        return self.state in {
            VisitState.PLANNED, VisitState.TO_REPORT, VisitState.TO_REBOOK,
        }  # fmt: skip

    @property
    def needs_agenda(self) -> bool:
        """Whether the customer has no agenda for the day on which it takes place."""
        return self.state is VisitState.PLANNED and (self.agenda is None or self.agenda_outdated)

    @property
    def needs_confirming(self) -> bool:
        """Whether they have not confirmed the day on which it takes place."""
        return self.state is VisitState.PLANNED and self.confirmed is None


def standing_of(file: VisitFile, as_at: date) -> VisitStanding:
    """Return how a visit stands on a day; what was put down for a later one is not known."""
    return standing(file.events, file.visit.day, as_at)


def standing(events: Iterable[VisitEvent], day: date, as_at: date) -> VisitStanding:
    """Return how a visit planned for a day stands on another.

    Args:
        events: What happened to it, in the order in which it was put down.
        day: On which it takes place.
        as_at: What is dated later is not known.
    """
    known = [event for event in events if event.day <= as_at]
    agenda, confirmed, reconfirmed = None, None, None
    moves, outdated = 0, False
    for event in known:
        kind = event.kind
        if kind is VisitEventKind.MOVED:
            if event.change is not VisitChange.WORDS:
                confirmed, reconfirmed = None, None
            outdated = agenda is not None
            moves += outdated
        elif kind is VisitEventKind.AGENDA_SENT:
            agenda, outdated = event, False
        elif kind is VisitEventKind.CONFIRMED:
            confirmed = event
        elif kind is VisitEventKind.RECONFIRMED:
            confirmed, reconfirmed = confirmed or event, event
    state = _told_state(known)
    if state is None:
        state = VisitState.TO_REPORT if day < as_at else VisitState.PLANNED
    return VisitStanding(state, agenda, outdated, confirmed, reconfirmed, moves)


_TELLS_THEM = frozenset({
    VisitEventKind.AGENDA_SENT, VisitEventKind.CONFIRMED, VisitEventKind.RECONFIRMED,
})  # fmt: skip


def was_told_to_them(events: Iterable[VisitEvent], as_at: date) -> bool:
    """Return whether they know of a visit on a day: by an agenda, or as they confirmed it."""
    return any(event.kind in _TELLS_THEM for event in events if event.day <= as_at)


def as_it_stood(file: VisitFile, as_at: date) -> VisitFile:
    """Return a visit with the day and hour it had on a day: one moved since was on another."""
    moves = (one for one in file.events if one.kind is VisitEventKind.MOVED and one.day > as_at)
    first = next((one for one in moves if one.change is None and one.from_day is not None), None)
    if first is None or first.from_day is None:
        return file
    visit = file.visit
    slots = with_hours(first.from_at, visit.slots)
    return replace(file, visit=replace(visit, day=first.from_day, at=first.from_at, slots=slots))


def day_known(file: VisitFile) -> date:
    """Return the day on which the customer expects a visit: that of which they heard last.

    One that was moved since, without a word to them, is still expected on the day before.
    """
    moves = [one for one in file.events if one.kind is VisitEventKind.MOVED and one.change is None]
    day = next((one.from_day for one in moves), None) or file.visit.day
    known = None
    for event in file.events:
        if event in moves:
            day = event.to_day or day
        elif event.kind in _TELLS_THEM:
            known = day
    return known or file.visit.day


def _told_state(events: Iterable[VisitEvent]) -> VisitState | None:
    """Which state events brought about; another day takes it back, another place does not."""
    state = None
    for event in events:
        if event.kind is VisitEventKind.MOVED and event.change is None:
            state = None
        else:
            state = _STATES.get(event.kind, state)
    return state
