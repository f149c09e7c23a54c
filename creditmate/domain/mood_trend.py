"""Where the mood of the last talks goes: noticed early, a cooling one is a reason to listen.

Source: product.md, conviction 7; mock-up 01.
"""

from collections.abc import Sequence
from enum import Enum, auto

from creditmate.domain.feeling import Mood

COUNTED = 5
"""Talks whose mood was noted that make up a trend."""
BEST = len(Mood) - 1


class Trend(Enum):
    """How the latest talk felt beside the first of those that are counted."""

    WARMING = auto()
    STEADY = auto()
    COOLING = auto()


def warmth(mood: Mood) -> int:
    """Return a mood as a height: 0 for the hardest, ``BEST`` for the warmest."""
    return BEST - list(Mood).index(mood)


def trend(moods: Sequence[Mood]) -> Trend:
    """Return where the mood goes: the latest against the first, as the line shows it.

    Args:
        moods: Of talks in their order, the latest last; one at least.
    """
    first, latest = warmth(moods[0]), warmth(moods[-1])
    if latest == first:
        return Trend.STEADY
    return Trend.WARMING if latest > first else Trend.COOLING
