"""What a day of calls brought: who was reached, and what both sides promised.

Source: mock-up 11a.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Made:
    """A promise made on the day: theirs with its amount, ours without."""

    due_day: date
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class DoneContact:
    """A contact of the day as a list shows it; ``at`` is the moment, ``next_day`` what is next."""

    customer: int
    code: str
    name: str
    person: str
    at: datetime
    way: str
    incoming: bool
    outcome: Outcome
    next_day: date | None


@dataclass(frozen=True, slots=True)
class Promised:
    """How many promises of a side, and the last day by which one is due."""

    count: int
    until: date | None


@dataclass(frozen=True, slots=True)
class DayResult:
    """What the day brought.

    ``contacted`` and ``reached`` count customers; ``amounts`` is what they promised, per
    currency, largest first.
    """

    contacted: int
    reached: int
    amounts: tuple[Money, ...]
    theirs: Promised
    ours: Promised


def day_result(contacts: Iterable[tuple[int, Outcome]], made: Sequence[Made]) -> DayResult:
    """Return what the day brought.

    Args:
        contacts: The customer and the outcome of every contact of the day.
        made: The promises made on it, of both sides.
    """
    outcomes: dict[int, bool] = {}
    for customer, outcome in contacts:
        outcomes[customer] = outcomes.get(customer, False) or outcome.reached
    return DayResult(
        contacted=len(outcomes),
        reached=sum(outcomes.values()),
        amounts=tuple(totals_by_currency(row.amount for row in made if row.amount is not None)),
        theirs=_promised([row for row in made if row.amount is not None]),
        ours=_promised([row for row in made if row.amount is None]),
    )


def _promised(made: Sequence[Made]) -> Promised:
    return Promised(len(made), max((row.due_day for row in made), default=None))
