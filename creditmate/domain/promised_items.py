"""Which items a promise is for, and how much of each.

Source: docs/decisions/0025-plans-and-more-time.md, "What a promise means".
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from creditmate.domain.chasing import Portion
from creditmate.domain.money import Money


def items_meant(
    portions: Iterable[Portion], promised: Money, as_at: date, about: Collection[int] = ()
) -> dict[int, int]:
    """Return what a promise brings of each item, in minor units.

    Items that were spoken of come first, then what is overdue and free, then what is overdue and
    arranged otherwise: given time, said to be paid, under query, promised. Nothing that is not due
    is meant while anything overdue is left.

    Args:
        portions: What is open, the oldest due first.
        promised: What is promised.
        as_at: The day; due on it is not overdue.
        about: The items that were spoken of, by ids.
    """
    own = [one for one in portions if one.entry.currency == promised.currency]
    found, left = dict[int, int](), promised.minor
    for portion, minor in _in_order(own, about, as_at):
        taken = min(left, minor)
        if taken > 0:
            found[portion.entry.id] = found.get(portion.entry.id, 0) + taken
            left -= taken
    return found


def _in_order(
    portions: Sequence[Portion], about: Collection[int], as_at: date
) -> Iterator[tuple[Portion, int]]:
    """Every part of every item once: what is free of it, and what is arranged otherwise."""
    named = [one for one in portions if one.entry.id in about]
    besides = [one for one in portions if one.entry.id not in about]
    overdue = [one for one in besides if one.days_late(as_at) > 0]
    ahead = [one for one in besides if one.days_late(as_at) <= 0]
    for some in (named, overdue, ahead):
        yield from ((one, one.chaseable_minor) for one in some)
        yield from ((one, one.entry.open_minor - one.chaseable_minor) for one in some)
