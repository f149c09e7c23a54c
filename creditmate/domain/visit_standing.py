"""How a visit stands on a day: what was done to prepare it, and what it waits for.

An agenda that was sent is outdated once the visit is moved, and so is what they confirmed; a
statement of either made after the move counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from creditmate.domain.visits import VisitEvent, VisitEventKind, VisitFile, VisitState

_ENDS = {
    VisitEventKind.REPORTED: VisitState.REPORTED,
    VisitEventKind.CANCELLED: VisitState.CANCELLED,
    VisitEventKind.REFUSED: VisitState.REFUSED,
}
_IN_VAIN = frozenset({VisitEventKind.NOBODY, VisitEventKind.DEPUTY})


@dataclass(frozen=True, slots=True)
class VisitStanding:
    """How a visit stands.

    ``agenda_outdated``: one was sent, and the visit was moved since. ``moves`` counts the moves
    made after the first agenda, which is the SEQUENCE of its entry in their calendar.
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
    state, moves = None, 0
    agenda, confirmed, reconfirmed = None, None, None
    outdated = False
    for event in events:
        if event.day > as_at:
            continue
        kind = event.kind
        if kind is VisitEventKind.MOVED:
            state, confirmed, reconfirmed = None, None, None
            outdated = agenda is not None
            moves += outdated
        elif kind is VisitEventKind.AGENDA_SENT:
            agenda, outdated = event, False
        elif kind is VisitEventKind.CONFIRMED:
            confirmed = event
        elif kind is VisitEventKind.RECONFIRMED:
            confirmed, reconfirmed = confirmed or event, event
        elif kind in _IN_VAIN:
            state = VisitState.TO_REBOOK
        elif kind is VisitEventKind.HELD:
            state = VisitState.TO_REPORT
        else:
            state = _ENDS[kind]
    if state is None:
        state = VisitState.TO_REPORT if day < as_at else VisitState.PLANNED
    return VisitStanding(state, agenda, outdated, confirmed, reconfirmed, moves)
