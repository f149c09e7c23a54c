"""How many calls of our own accord a day has: the most useful come today, the rest tomorrow.

What was promised or agreed is done whatever it takes; only what nobody waits for is capped. A visit
was agreed: where a step of it is due the line is of the day, whatever it is worth. So is time that
ran out and a payment that came back: they are due as a promise is whose day has passed. The day to
look for money at the bank is due as well, although more is asked for besides.

Source: issue 7, "Calls I can make today"; docs/decisions/0024.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from creditmate.domain.work_lines import Line


@dataclass(frozen=True, slots=True)
class Cap:
    """The day's ``most``, and how many customers were approached on it of our own accord."""

    most: int
    made: int = 0

    @property
    def room(self) -> int:
        """How many more there are today."""
        return max(self.most - self.made, 0)


def for_tomorrow(lines: Iterable[Line], cap: Cap) -> frozenset[int]:
    """Return the customers whose lines are for tomorrow: those of the least worth.

    Args:
        lines: Of the day, in any order.
        cap: How many of them may be of our own accord.
    """
    ours = sorted((line for line in lines if line.is_capped), key=lambda line: line.rank)
    return frozenset(line.customer for line in ours[cap.room :])


def of_others(mine: Iterable[Line], others: Sequence[Line], cap: Cap) -> int:
    """Return how many lines others have today, where one looks at one's own only.

    Args:
        mine: One's own lines of the day.
        others: Those of everybody else.
        cap: How many of all of them may be of our own accord.
    """
    if not others:
        return 0
    later = for_tomorrow((*mine, *others), cap)
    return sum(line.customer not in later for line in others)
