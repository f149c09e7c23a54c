"""What is agreed when a debt is paid in parts: how much, how often, from when on.

Source: domain-rules 4.11; mock-up paper-09; docs/decisions/0025-plans-and-more-time.md.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.money import Money
from creditmate.domain.receipts import Method


class Every(StrEnum):
    """The customer's own pay cycle; the values are stored."""

    WEEK = "week"
    TWO_WEEKS = "2weeks"
    FOUR_WEEKS = "4weeks"
    MONTH = "month"
    TWICE_A_MONTH = "twice"
    DATES = "dates"  # on days of their own


class Meanwhile(StrEnum):
    """What becomes of interest while an arrangement is kept; the values are stored."""

    RUNS = "runs"
    WAIVED = "waived"


CURE_DAYS = 7
"""Days after a part's day until we write, and again after that until the plan ends (paper-09)."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often: ``days`` are those of the month, one for ``MONTH`` and two for ``TWICE_A_MONTH``.

    A day that a month does not have is its last one. Without days, those of the first part count.
    """

    every: Every
    days: tuple[int, ...] = ()

    @property
    def code(self) -> str:
        """The rhythm as it is stored: ``week``, ``month:31``, ``twice:1,15``."""
        days = ",".join(map(str, self.days))
        return f"{self.every.value}:{days}" if days else self.every.value


def rhythm_of(code: str) -> Rhythm:
    """Return the rhythm that a stored code stands for.

    Raises:
        ValueError: There is no such rhythm.
    """
    every, _, days = code.partition(":")
    return Rhythm(Every(every), tuple(map(int, days.split(","))) if days else ())


@dataclass(frozen=True, slots=True)
class Beginning:
    """What was promised in the talk in which a plan was agreed: so it begins, the parts come after.

    ``entries`` are the items that were spoken of; ``anew``: earlier promises were taken back.
    """

    money: Money
    by: date
    entries: tuple[int, ...] = ()
    anew: bool = False


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """A plan as it is told.

    ``entries`` are what it pays; none means all that is overdue, or all that is open where nothing
    is. ``amount`` None means all of that which may be in a plan. Exactly one of ``parts`` (how
    many), ``each`` (how much a part) and ``dates`` says how it is cut; ``first`` goes with the
    first two. ``down`` is paid before the parts, on ``down_by``, by default on the plan's day.

    ``by_whom`` is who agreed to it at the customer's. ``replaces`` is the plan (its id) whose place
    this one takes. ``because`` is the reason for going beyond what we usually agree to. ``begins``
    is what was promised in the same talk: as far as the plan pays the same items it is what is
    ``down``, so that nobody owes it twice.
    """

    every: Every = Every.MONTH
    first: date | None = None
    parts: int | None = None
    each: Money | None = None
    dates: tuple[date, ...] = ()
    days: tuple[int, ...] = ()
    entries: tuple[int, ...] = ()
    amount: Money | None = None
    down: Money | None = None
    down_by: date | None = None
    method: Method = Method.TRANSFER
    reference: str = ""
    interest: Meanwhile = Meanwhile.WAIVED
    cure_days: int = CURE_DAYS
    by_whom: str = ""
    contact: int | None = None
    note: str = ""
    replaces: int | None = None
    because: str = ""
    begins: Beginning | None = None
