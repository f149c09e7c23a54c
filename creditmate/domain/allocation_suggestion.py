"""Which open items a receipt or credit seems to pay, for a person to confirm.

People pay one invoice, everything, everything up to a day, a month's invoices, all but a few or
just a few: whatever of these adds up to the penny is suggested, in that order, simplest first.
Where nothing does, the oldest items are paid first, and what is in question last. Same input,
same answer: the search counts its steps and looks at no clock.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate, chain

from creditmate.domain.money import CurrencyMismatch, Money

STEPS = 200_000
"""Partial sums looked at before the search gives up: about a fifth of a second."""


class Fit(StrEnum):
    """Why these items are suggested."""

    NAMED = "named"  # the payer named them, and they add up
    NAMED_PART = "named_part"  # the payer named them
    EXACT_ITEM = "exact_item"
    EXACT_SUM = "exact_sum"
    OLDEST_FIRST = "oldest_first"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A debit with something left to pay.

    Where nothing adds up, items of a smaller ``place`` are paid before those of a larger one, and
    what is in question of any (so many minor units) after all that is not.
    """

    entry_id: int
    due_day: date
    open: Money
    place: int = 0
    questioned_minor: int = 0


@dataclass(frozen=True, slots=True)
class SuggestedPart:
    """So much of the receipt for one item."""

    entry_id: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a receipt seems to pay; ``left`` stays unallocated.

    ``only`` is False where other items of the same shape add up just as well, or the search ended
    before it could tell: then the customer had better be asked.
    """

    fit: Fit
    parts: tuple[SuggestedPart, ...]
    left: Money
    only: bool = True


def suggest(available: Money, items: Sequence[OpenItem], *, steps: int = STEPS) -> Suggestion:
    """Suggest how to allocate ``available`` to the open items of one customer.

    Args:
        available: What is not yet allocated of the receipt or credit, positive.
        items: Open debits in the same currency, in any order.
        steps: The most partial sums to look at; 0 looks only for simple shapes.

    Raises:
        ValueError: ``available`` or an item's open amount is not positive.
        CurrencyMismatch: An item is in another currency.
    """
    for money in (available, *(item.open for item in items)):
        if money.currency != available.currency:
            raise CurrencyMismatch(f"{money.currency} and {available.currency}")
        if money.minor <= 0:
            raise ValueError(f"nothing to allocate in {money}")
    oldest = sorted(items, key=lambda item: (item.due_day, item.entry_id))
    values = [item.open.minor for item in oldest]
    budget = _Budget(steps)
    for shape in _shapes(values, available.minor, budget):
        chosen = next(shape, None)
        if chosen is not None:
            only = next(shape, None) is None and not budget.spent
            return _exact([oldest[i] for i in chosen], available, only=only)
    return _oldest_first(sorted(oldest, key=lambda item: item.place), available)


def _exact(chosen: Sequence[OpenItem], available: Money, *, only: bool) -> Suggestion:
    fit = Fit.EXACT_ITEM if len(chosen) == 1 else Fit.EXACT_SUM
    parts = tuple(SuggestedPart(item.entry_id, item.open) for item in chosen)
    return Suggestion(fit, parts, Money(0, available.currency), only)


def _oldest_first(oldest: Sequence[OpenItem], available: Money) -> Suggestion:
    left, paid = available.minor, dict.fromkeys((item.entry_id for item in oldest), 0)
    sure = ((item.entry_id, item.open.minor - item.questioned_minor) for item in oldest)
    unsure = ((item.entry_id, item.questioned_minor) for item in oldest)
    for entry, minor in chain(sure, unsure):
        amount = min(minor, left)
        paid[entry] += amount
        left -= amount
    parts = tuple(
        SuggestedPart(entry, Money(minor, available.currency))
        for entry, minor in paid.items()
        if minor
    )
    return Suggestion(Fit.OLDEST_FIRST, parts, Money(left, available.currency))


Indices = tuple[int, ...]


class _Budget:
    """The steps a search may still take."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def spend(self) -> bool:
        """Take one step; False when there is none left."""
        self.left -= 1
        return not self.spent

    @property
    def spent(self) -> bool:
        """Whether more steps were asked for than there were."""
        return self.left < 0


def _shapes(values: Sequence[int], target: int, budget: _Budget) -> Iterator[Iterator[Indices]]:
    """Yield searches, likeliest first; each yields sets of indices that add up to ``target``."""
    total, count = sum(values), len(values)
    yield ((i,) for i, value in enumerate(values) if value == target)
    if total <= target:
        yield iter([tuple(range(count))] if total == target and count else [])
        return
    yield _oldest_run(values, target)
    yield _runs(values, target)
    for size in range(1, count // 2 + 1):
        if budget.spent:
            return
        # Left out are sooner the newest than the oldest, so they are looked for from that end.
        yield _all_but(_sums(values[::-1], total - target, size, budget), count)
        if size > 1:
            yield _sums(values, target, size, budget)


def _oldest_run(values: Sequence[int], target: int) -> Iterator[Indices]:
    for i, reached in enumerate(accumulate(values)):
        if reached == target:
            yield tuple(range(i + 1))


def _runs(values: Sequence[int], target: int) -> Iterator[Indices]:
    """Yield every run of neighbours that adds up: all values are positive, so one pass does."""
    start = within = 0
    for end, value in enumerate(values):
        within += value
        while within > target:
            within -= values[start]
            start += 1
        if within == target:
            yield tuple(range(start, end + 1))


def _all_but(left_out: Iterator[Indices], count: int) -> Iterator[Indices]:
    for indices in left_out:
        out = {count - 1 - i for i in indices}
        yield tuple(i for i in range(count) if i not in out)


def _sums(values: Sequence[int], target: int, size: int, budget: _Budget) -> Iterator[Indices]:
    """Yield sets of ``size`` indices that add up, earliest indices first, while steps last."""
    usable = [i for i, value in enumerate(values) if value <= target]
    places: dict[int, list[int]] = {}
    for place, i in enumerate(usable):
        places.setdefault(values[i], []).append(place)

    def complete(start: int, wanted: int, missing: int) -> Iterator[Indices]:
        if missing == 1:
            yield from ((usable[place],) for place in places.get(wanted, ()) if place >= start)
            return
        for place in range(start, len(usable) - missing + 1):
            if not budget.spend():
                return
            i = usable[place]
            if values[i] < wanted:
                for rest in complete(place + 1, wanted - values[i], missing - 1):
                    yield (i, *rest)

    return complete(0, target, size)
