"""The register of promises, theirs and ours, and how well theirs were kept.

Source: domain-rules 4.3 (promises kept / promises matured, by count and by value; part-kept counted
apart; withdrawn or replaced before maturity left out), 4.11 (states).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from creditmate.domain.money import Money
from creditmate.domain.promises import (
    JUDGED,
    DeedState,
    Promise,
    PromiseState,
    Standing,
)


class Side(StrEnum):
    """Whose promise it is; the values are stored."""

    THEIRS = "theirs"
    OURS = "ours"


WAITING = frozenset({PromiseState.OPEN.value, PromiseState.CHECK_BANK.value, DeedState.LATE.value})
"""States in which something is still to come, or to be done; open is both sides' word."""


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise of either side as the register shows it.

    ``state`` is a ``PromiseState`` or a ``DeedState``; ``money`` and ``came`` are theirs, ``deed``
    (our own words) is ours. ``owner`` is who of us looks after the customer.
    """

    id: int
    side: Side
    customer_id: int
    code: str
    name: str
    owner: int | None
    state: PromiseState | DeedState
    made_day: date
    due_day: date
    until_day: date
    money: Money | None = None
    came: Money | None = None
    deed: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether it is neither kept nor passed by nor taken back."""
        return self.state.value in WAITING


def promised_by_them(rows: Iterable[PromiseRow]) -> list[Money]:
    """Return what customers promised to pay and did not take back: replaced, it counts once."""
    taken_back = (PromiseState.WITHDRAWN, PromiseState.REPLACED)
    return [row.money for row in rows if row.money is not None and row.state not in taken_back]


@dataclass(frozen=True, slots=True)
class PromiseWanted:
    """What of the register is asked for; what is None or empty does not narrow it.

    ``waiting`` are those that something is still to come of; ``first`` and ``last`` are due days.
    """

    side: Side | None = None
    state: str = ""
    waiting: bool = False
    code: str = ""
    owner: int | None = None
    first: date | None = None
    last: date | None = None

    def takes(self, row: PromiseRow) -> bool:
        """Whether a promise is among what is asked for."""
        return (
            (self.side is None or row.side is self.side)
            and (not self.state or row.state.value == self.state)
            and (not self.waiting or row.is_waiting)
            and (self.owner is None or row.owner == self.owner)
            and (self.first is None or row.due_day >= self.first)
            and (self.last is None or row.due_day <= self.last)
        )


@dataclass(frozen=True, slots=True)
class Matured:
    """How promises of one currency came out whose time is up: counts, values in minor units.

    ``kept_minor`` is what those promised that were kept; ``part_minor`` what came in time of those
    kept in part. Kept late is matured, and not kept.
    """

    currency: str
    count: int
    minor: int
    kept: int
    kept_minor: int
    part: int
    part_minor: int
    late: int

    @property
    def by_count(self) -> Decimal | None:
        """Of a hundred promises so many were kept; None where none has matured."""
        return _percent(self.kept, self.count)

    @property
    def by_value(self) -> Decimal | None:
        """Of a hundred promised so much was kept; None where none has matured."""
        return _percent(self.kept_minor, self.minor)


def _percent(part: int, whole: int) -> Decimal | None:
    if not whole:
        return None
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def as_matured(promise: Promise) -> Promise:
    """Return a promise as it is judged: taken back when its time was up, it had matured."""
    ended = promise.ended
    return promise if ended is None or ended.day <= promise.until_day else replace(
        promise, ended=None
    )  # fmt: skip


def matured(standings: Iterable[Standing]) -> list[Matured]:
    """Return how promises came out whose time is up, per currency in the order of its code.

    Args:
        standings: Of promises ``as_matured``.
    """
    found: dict[str, list[Standing]] = {}
    for standing in standings:
        if standing.state in JUDGED:
            found.setdefault(standing.promise.currency, []).append(standing)
    return [_matured(currency, found[currency]) for currency in sorted(found)]


def _matured(currency: str, judged: list[Standing]) -> Matured:
    of = {state: [one for one in judged if one.state is state] for state in JUDGED}
    kept, part = of[PromiseState.KEPT], of[PromiseState.PART_KEPT]
    return Matured(
        currency=currency,
        count=len(judged),
        minor=sum(one.promise.minor for one in judged),
        kept=len(kept),
        kept_minor=sum(one.promise.minor for one in kept),
        part=len(part),
        part_minor=sum(one.came_minor for one in part),
        late=len(of[PromiseState.LATE_KEPT]),
    )
