"""What a story tells of what was arranged: visits, payment plans, more time."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.extensions import ExtensionEnd
from creditmate.domain.money import Money
from creditmate.domain.plans import PlanEventKind, PlanStanding
from creditmate.domain.story_keys import StoryKey
from creditmate.domain.visits import VisitChange, VisitEventKind


@dataclass(frozen=True, slots=True)
class VisitPlanned:
    """That a visit was planned, and for which day at first."""

    key: StoryKey
    number: str
    visit_day: date


@dataclass(frozen=True, slots=True)
class VisitMoved:
    """What happened to a visit before it took place; ``visit_day`` is its day as it stood then.

    ``change`` is what was changed of one that stays at its hour.
    """

    key: StoryKey
    kind: VisitEventKind
    number: str
    visit_day: date
    by_whom: str
    note: str
    moved: tuple[date, date] | None = None
    change: VisitChange | None = None


@dataclass(frozen=True, slots=True)
class PlanAgreed:
    """A payment plan, in so many parts from ``first`` to ``last``."""

    key: StoryKey
    number: str
    amount: Money
    parts: int
    first: date
    last: date
    by_whom: str


@dataclass(frozen=True, slots=True)
class PlanMoved:
    """That a plan was signed, cancelled, replaced or taken up again."""

    key: StoryKey
    kind: PlanEventKind
    number: str
    note: str


@dataclass(frozen=True, slots=True)
class PlanEnded:
    """That a plan was paid, or ended because a part stayed out."""

    key: StoryKey
    standing: PlanStanding


@dataclass(frozen=True, slots=True)
class TimeGiven:
    """More time for items, by their numbers, until a day; ``because`` is our reason."""

    key: StoryKey
    to_day: date
    numbers: tuple[str, ...]
    by_whom: str
    because: str


@dataclass(frozen=True, slots=True)
class TimeEnded:
    """That time given until a day was taken back, or given anew."""

    key: StoryKey
    kind: ExtensionEnd
    to_day: date
    note: str
