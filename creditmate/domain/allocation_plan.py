"""Several allocations at once: each on the day that the rule gives, given those before it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from creditmate.domain.allocation import AllocatedEntry, Movement, allocation_day
from creditmate.domain.money import Money


class TooMuch(ValueError):  # noqa: N818 - reads as what happened
    """More was to be set against an entry than it has open: ``entry`` and what is ``left``."""

    def __init__(self, entry: int, left: Money) -> None:
        super().__init__(f"entry {entry} has {left} open")
        self.entry = entry
        self.left = left


@dataclass(frozen=True, slots=True)
class Setting:
    """So much of a credit for a debit, by their entries; the amount is above zero."""

    credit: int
    debit: int
    amount: Money


Planned = tuple[int, int, int, date]
"""Credit, debit, minor units and the day on which it counts."""


def planned(
    entries: Mapping[int, AllocatedEntry],
    settings: Iterable[Setting],
    usable_from: Mapping[int, date] = MappingProxyType({}),
) -> list[Planned]:
    """Return the allocations with their days, in their order.

    Args:
        entries: Every entry that is named, with all its allocations.
        settings: What is to be set against what.
        usable_from: Credits that were held, and from which day on they may be used.

    Raises:
        TooMuch: An entry has less open than that.
        ValueError: As ``allocation_day``.
    """
    known = dict(entries)
    found: list[Planned] = []
    for wanted in settings:
        for id_ in (wanted.credit, wanted.debit):
            left = _left(known[id_])
            if left.minor < wanted.amount.minor:
                raise TooMuch(id_, left)
        day = allocation_day(known[wanted.debit], known[wanted.credit], wanted.amount)
        day = max(day, usable_from.get(wanted.credit, date.min))
        move = Movement(day, wanted.amount.minor)
        for id_ in (wanted.credit, wanted.debit):
            known[id_] = replace(known[id_], movements=(*known[id_].movements, move))
        found.append((wanted.credit, wanted.debit, wanted.amount.minor, day))
    return found


def _left(entry: AllocatedEntry) -> Money:
    """What is open when everything recorded has happened, without its sign."""
    used = sum(movement.minor for movement in entry.movements)
    return Money(abs(entry.amount.minor) - used, entry.amount.currency)
