"""A visit as it is planned: what its customer may read, and beside it what stays with us.

The two are kept apart so that a paper for the customer cannot even be given what is ours: ``Visit``
and all it holds may be read by anybody, ``VisitInner`` and all it holds by nobody outside.
Source: domain-rules 4.8; docs/decisions/0031.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from creditmate.domain.money import Money
from creditmate.domain.visit_codes import (
    OPEN_STATES,
    DistanceUnit,
    IssueKind,
    Preparation,
    Side,
    SlotKind,
    VisitChange,
    VisitEventKind,
    VisitPurpose,
    VisitState,
)

__all__ = [
    "OPEN_STATES",
    "DistanceUnit",
    "InnerIssue",
    "IssueKind",
    "Preparation",
    "PreparationStep",
    "Side",
    "SlotKind",
    "Visit",
    "VisitChange",
    "VisitEvent",
    "VisitEventKind",
    "VisitFile",
    "VisitInner",
    "VisitIssue",
    "VisitPerson",
    "VisitPoint",
    "VisitPurpose",
    "VisitRequest",
    "VisitSlot",
    "VisitState",
]


# ---------------------------------------------------------------- what the customer may read
@dataclass(frozen=True, slots=True)
class VisitPerson:
    """Somebody who takes part; ``name`` and ``role`` as said, ``decides`` that they can decide."""

    id: int
    side: Side
    name: str
    role: str = ""
    decides: bool = False
    contact: int | None = None
    staff: int | None = None


@dataclass(frozen=True, slots=True)
class VisitIssue:
    """Something to be settled; ``papers`` are those to bring or enclosed, as they are named."""

    id: int
    kind: IssueKind
    what: str
    papers: str = ""
    dispute: int | None = None
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitPoint:
    """A point of their own, and when they named it."""

    id: int
    words: str
    said_day: date | None = None
    by_whom: str = ""


@dataclass(frozen=True, slots=True)
class VisitSlot:
    """An item of the agenda; ``begins`` follows from those before it."""

    id: int
    begins: time
    minutes: int
    kind: SlotKind
    title: str = ""
    detail: str = ""
    issue: int | None = None


@dataclass(frozen=True, slots=True)
class VisitRequest:
    """Something we ask them to have ready."""

    id: int
    what: str


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as its customer may read it; hours are by the clock of ``zone``, where they are.

    ``task`` is the next step that keeps its day, hour and owner. ``address`` is as it is said
    to the customer, and ``country`` (ISO 3166) that of the site, else theirs; ``words`` is the
    purpose in a sentence.
    """

    id: int
    version: int
    number: str
    customer: int
    task: int
    day: date
    at: time | None
    minutes: int
    zone: str
    address: str
    words: str
    owner: int | None = None
    site: int | None = None
    country: str = ""
    people: tuple[VisitPerson, ...] = ()
    issues: tuple[VisitIssue, ...] = ()
    points: tuple[VisitPoint, ...] = ()
    slots: tuple[VisitSlot, ...] = ()
    requests: tuple[VisitRequest, ...] = ()

    def of_side(self, side: Side) -> tuple[VisitPerson, ...]:
        """Return who takes part from one side."""
        return tuple(person for person in self.people if person.side is side)


# ---------------------------------------------------------------- what stays with us
@dataclass(frozen=True, slots=True)
class InnerIssue:
    """What we want of an issue, and with what we would be content."""

    wanted: str = ""
    fall_back: str = ""


@dataclass(frozen=True, slots=True)
class VisitInner:
    """What is ours alone.

    ``travel_minutes`` is one way, None where nobody said and 0 where they are next door;
    ``distance_tenths`` there and back, 0 where nobody said. ``limits`` is what whoever
    goes may grant, ``if_deputy`` what to do if nobody who decides is there. ``issues`` and
    ``people`` (notes on them) are by id.
    """

    purpose: VisitPurpose = VisitPurpose.GET_WELL
    travel_minutes: int | None = None
    distance_tenths: int = 0
    unit: DistanceUnit = DistanceUnit.MILE
    limits: str = ""
    if_deputy: str = ""
    note: str = ""
    margin: Money | None = None
    issues: Mapping[int, InnerIssue] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_next_door(self) -> bool:
        """Whether somebody said that there is no way to go."""
        return self.travel_minutes == 0 and not self.distance_tenths


@dataclass(frozen=True, slots=True)
class PreparationStep:
    """A step before the visit or the report after it; kept as the next step ``task``.

    ``talk`` is the contact that made it needless, as where nobody was met: nobody has done it.
    ``left``: it was called off with the visit, and nobody has done it either.
    """

    id: int
    kind: Preparation
    task: int
    due_day: date
    done_day: date | None = None
    words: str = ""
    owner: int | None = None
    talk: int | None = None
    left: bool = False

    @property
    def is_done(self) -> bool:
        """Whether somebody did it, and not only time; of a report, its visit's file knows."""
        return self.done_day is not None and self.talk is None and not self.left


@dataclass(frozen=True, slots=True)
class VisitEvent:
    """Something that happened to a visit; a move has where it stood before and stands now.

    One that was changed and stays at its hour is moved to where it is, ``way`` says what changed.
    """

    kind: VisitEventKind
    day: date
    id: int = 0
    way: str = ""
    by_whom: str = ""
    contact: int | None = None
    paper: int | None = None
    interaction: int | None = None
    from_day: date | None = None
    from_at: time | None = None
    to_day: date | None = None
    to_at: time | None = None
    note: str = ""

    @property
    def change(self) -> VisitChange | None:
        """What was changed of a visit that stayed at its hour; None for anything else."""
        is_change = self.kind is VisitEventKind.MOVED and self.way in set(VisitChange)
        return VisitChange(self.way) if is_change else None


@dataclass(frozen=True, slots=True)
class VisitFile:
    """All there is of one visit; ``ended_day`` since when nothing is to be done with it."""

    visit: Visit
    inner: VisitInner
    steps: tuple[PreparationStep, ...] = ()
    events: tuple[VisitEvent, ...] = ()
    ended_day: date | None = None

    def is_done(self, step: PreparationStep) -> bool:
        """Whether somebody did a step; a report is done by the contact that it is."""
        told = {one.interaction for one in self.events if one.kind is VisitEventKind.REPORTED}
        return step.is_done or (step.kind is Preparation.REPORT and step.talk in told - {None})
