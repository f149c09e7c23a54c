"""Allocation: which day a receipt or credit pays an item, and which items it seems to pay.

An allocation counts from the first day, not before either entry's, from which both sides have
that much open on every later day; not from the day it was keyed. The later of the two entries'
days is not enough: an item paid in January and open again since a bounce in March can be paid by
a February receipt only from March on, or it would have been paid twice in between.

Source: data-model.md, "What happens to money" and invariant 1.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from creditmate.domain.money import CurrencyMismatch, Money


@dataclass(frozen=True, slots=True)
class Movement:
    """A change of what is allocated on an entry: positive is set, negative is taken back."""

    day: date
    minor: int


@dataclass(frozen=True, slots=True)
class AllocatedEntry:
    """An entry with every allocation on it. Debits have a positive amount, credits a negative.

    No movement is before the entry's own day (invariant 3).
    """

    day: date
    amount: Money
    movements: tuple[Movement, ...] = ()

    def open_on(self, day: date) -> Money:
        """Return what is open at the end of ``day``, with the entry's sign.

        An entry does not count before its own day.
        """
        if day < self.day:
            return Money(0, self.amount.currency)
        used = sum(movement.minor for movement in self.movements if movement.day <= day)
        return Money(self._sign * (abs(self.amount.minor) - used), self.amount.currency)

    @property
    def _sign(self) -> int:
        return -1 if self.amount.minor < 0 else 1

    def first_day_with(self, minor: int) -> date:
        """Return the first day from which at least ``minor`` stays open on every later day.

        Raises:
            ValueError: Less than that is open when everything recorded has happened.
        """
        left = abs(self.amount.minor) - sum(movement.minor for movement in self.movements)
        if left < minor:
            raise ValueError(f"{left} of {self.amount} is open, not {minor}")
        # Walk back in time: undoing a day's movements gives what was open the evening before.
        for day, moved in reversed(_per_day(self.movements)):
            left += moved
            if left < minor:
                return day
        return self.day


def allocation_day(debit: AllocatedEntry, credit: AllocatedEntry, amount: Money) -> date:
    """Return the day on which ``amount`` of ``credit`` pays ``debit``.

    Raises:
        ValueError: The entries are not a debit and a credit, ``amount`` is not positive, or one
            of them has less than that open.
        CurrencyMismatch: The three are not in one currency.
    """
    if not debit.amount.currency == credit.amount.currency == amount.currency:
        raise CurrencyMismatch(f"{amount} of {credit.amount} for {debit.amount}")
    if debit.amount.minor <= 0 or credit.amount.minor >= 0:
        raise ValueError(f"{credit.amount} cannot pay {debit.amount}")
    if amount.minor <= 0:
        raise ValueError(f"an allocation of {amount}")
    return max(debit.first_day_with(amount.minor), credit.first_day_with(amount.minor))


def taken_back(allocation: Movement, day: date) -> Movement:
    """Return what takes a whole allocation back on ``day``, or on its own day if that is later.

    A bounce on ``day`` takes back every allocation of the receipt that stands.

    Raises:
        ValueError: ``allocation`` was itself a taking back.
    """
    if allocation.minor <= 0:
        raise ValueError(f"{allocation} is not an allocation that was set")
    return Movement(max(day, allocation.day), -allocation.minor)


def voided(movements: Iterable[Movement]) -> tuple[Movement, ...]:
    """Return what undoes every movement on its own day, so that there never was any.

    Setting and taking back are both undone: an allocation that a bounce took back weeks later
    would otherwise still count for those weeks.
    """
    return tuple(Movement(movement.day, -movement.minor) for movement in movements)


def _per_day(movements: Iterable[Movement]) -> list[tuple[date, int]]:
    days: dict[date, int] = {}
    for movement in movements:
        days[movement.day] = days.get(movement.day, 0) + movement.minor
    return sorted(days.items())
