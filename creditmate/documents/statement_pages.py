"""How the rows of a statement are split over its pages."""

from collections.abc import Sequence
from typing import NamedTuple

_WITH_THE_TOTAL = 2
"""A page never holds only a total: at least two rows go with it."""


class Span(NamedTuple):
    """The rows of one page, from ``start`` up to but not including ``end``."""

    start: int
    end: int


def split_rows(  # noqa: PLR0913, PLR0917 - six measures in mm, all of one kind
    extras: Sequence[float],
    first: float,
    later: float,
    pitch: float,
    last_row: float,
    end_limit: float,
) -> list[Span]:
    """Split rows over pages so that total, strip and box stand together on the last one.

    Args:
        extras: By how much each row is taller than one line, in mm.
        first: Baseline of the first row of page 1.
        later: Baseline of the first row of a later page.
        pitch: From a row's foot to the next row's baseline.
        last_row: Lowest foot on a page that is carried forward.
        end_limit: Lowest foot on the last page.
    """
    spans: list[Span] = []
    start, top = 0, first
    while not _fits(extras[start:], top, pitch, end_limit):
        most = _most(extras[start:], top, pitch, last_row)
        taken = min(most, max(len(extras) - start - _WITH_THE_TOTAL, 0))
        if spans and taken == 0:  # two rows too tall to stand above the total together
            if len(extras) - start <= 1:
                break
            taken = 1
        spans.append(Span(start, start + taken))
        start, top = start + taken, later
    return [*spans, Span(start, len(extras))]


def _fits(extras: Sequence[float], top: float, pitch: float, limit: float) -> bool:
    return _foot(extras, top, pitch) <= limit


def _foot(extras: Sequence[float], top: float, pitch: float) -> float:
    return top + (len(extras) - 1) * pitch + sum(extras)


def _most(extras: Sequence[float], top: float, pitch: float, limit: float) -> int:
    foot = top - pitch
    for number, extra in enumerate(extras):
        foot += pitch + extra
        if foot > limit:
            return number
    return len(extras)
