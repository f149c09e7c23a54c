"""What was arranged with a customer or answered to it: it is spoken of before anything is asked.

Source: product.md (convictions 3, 7), "what each side promised"; issue 7, "the brief".
"""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.money import Money

TOLD_WITHIN = 90
"""Days for which an answer is still news to somebody who was not spoken to since."""


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise of theirs that runs: how much of it has not come yet, and by when it is to."""

    amount: Money
    day: date


@dataclass(frozen=True, slots=True)
class Sent:
    """A payment that they say is on its way: how much of it has not come, and since when."""

    amount: Money
    day: date


@dataclass(frozen=True, slots=True)
class Longer:
    """More time that runs: how much of it is open, until when, why, and what interest does."""

    amount: Money
    to_day: date
    because: str
    interest_runs: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """A plan that is kept: what its next part is still short of, when, and how many are left."""

    amount: Money
    day: date
    left: int
    of: int


@dataclass(frozen=True, slots=True)
class Replying:
    """Our letter before action, which they have until a day to answer."""

    written: date
    until: date


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of theirs that was answered since somebody was last spoken to.

    ``house`` is the branch that asked, where that is not who is spoken to.
    """

    amount: Money
    kind: DisputeEventKind
    day: date
    note: str = ""
    house: str = ""
