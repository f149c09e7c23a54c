"""What trying one figure came to."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Verdict(Enum):
    """Whether a promise was kept, as far as it was tried."""

    KEPT = "kept"
    BROKEN = "broken"
    NOT_RUN = "not run"


@dataclass(frozen=True, slots=True)
class Result:
    """What was counted.

    Attributes:
        said: In a sentence with its counts; why, where it was not run.
        verdict: Whether that is as promised.
        faults: What was not, a few of them.
    """

    said: str
    verdict: Verdict
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a figure is given.

    Attributes:
        folder: An empty one of its own, which is removed afterwards.
        quick: As much as fits between two submissions, not all of it.
    """

    folder: Path
    quick: bool

    def pick(self, whole: int, quick: int) -> int:
        """Return how many there are to be."""
        return quick if self.quick else whole


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the figures of ``reliability.md``, numbered as there; several may have a number.

    Attributes:
        in_quick: Whether it belongs to the quick part.
        has_less: Whether the quick part has less of it.
        is_timed: Whether it is about time, so that nothing else may run beside it.
    """

    number: int
    title: str
    run: Callable[[Setting], Result]
    in_quick: bool = True
    is_timed: bool = False
    has_less: bool = True


def judged(said: str, faults: list[str]) -> Result:
    """Return a result that is kept if nothing was at fault."""
    return Result(said, Verdict.BROKEN if faults else Verdict.KEPT, tuple(faults[:5]))


def not_run(why: str) -> Result:
    """Return a result of what cannot be tried here."""
    return Result(why, Verdict.NOT_RUN)
