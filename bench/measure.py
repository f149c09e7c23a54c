"""Timing against a reference: interleaved rounds, ratios, and what they are held to."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

Work = Callable[[], Any]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Goal:
    """What a ratio is held to; ``at_most`` tells on which side it has to stay."""

    limit: float
    stretch: float | None = None
    at_most: bool = True

    def met(self, figure: float, limit: float) -> bool:
        """Whether a figure keeps to a limit."""
        return figure <= limit if self.at_most else figure >= limit


class Verdict(Enum):
    """How a figure stands to its goal."""

    STRETCH = "stretch"
    MET = "met"
    MISSED = "MISSED"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report.

    ``ratios`` are one per round; ``seconds`` is the median absolute time of one piece of work,
    ``note`` says what it was held against and anything worth knowing.
    """

    what: str
    ratios: tuple[float, ...]
    seconds: float
    note: str
    goal: Goal | None = None
    percent: bool = False

    @property
    def figure(self) -> float:
        """The median ratio."""
        return statistics.median(self.ratios)

    @property
    def verdict(self) -> Verdict:
        """Whether the goal is met, and the stretch with it."""
        goal, figure = self.goal, self.figure
        if goal is None:
            return Verdict.SHOWN
        if goal.stretch is not None and goal.met(figure, goal.stretch):
            return Verdict.STRETCH
        return Verdict.MET if goal.met(figure, goal.limit) else Verdict.MISSED


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds per round of each piece of work, all taken in the same rounds."""

    seconds: Mapping[str, Sequence[float]]

    def median(self, name: str) -> float:
        """Return the seconds of the middle round."""
        return statistics.median(self.seconds[name])

    def ratios(self, name: str, reference: str) -> tuple[float, ...]:
        """Return each round's time as a multiple of the reference's."""
        pairs = zip(self.seconds[name], self.seconds[reference], strict=True)
        return tuple(mine / theirs for mine, theirs in pairs)

    def shares(self, name: str, reference: str) -> tuple[float, ...]:
        """Return each round's speed as a share of the reference's."""
        return tuple(1 / ratio for ratio in self.ratios(name, reference))


def in_rounds(
    works: Mapping[str, Work], rounds: int, clock: Clock = time.process_time, warm: bool = True
) -> Timings:
    """Do each work once per round, one after another, and time it.

    Args:
        works: By name; run in their order.
        rounds: How often.
        clock: Seconds; processor time unless waiting for the disk is part of the cost.
        warm: Whether to do each once beforehand, untimed.
    """
    if warm:
        for work in works.values():
            work()
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            seconds[name].append(spent(work, clock))
    return Timings(seconds)


def spent(work: Work, clock: Clock = time.process_time) -> float:
    """Return the seconds that ``work`` takes; garbage of what went before is not its."""
    gc.collect()
    start = clock()
    work()
    return clock() - start
