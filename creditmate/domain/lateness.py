"""How late a customer pays: learnt from what was settled, most of it from the customer's own.

Days late are counted from the due day to settlement and are **negative when early**. Medians
serve better than means, and a short history leans on the book's figures (all customers
together); source: data/README.md, "Payment date forecast".
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median, quantiles
from typing import NamedTuple

RECENT = 20
"""How many of a customer's last settled items count."""
LONGEST = 90
"""Days late beyond which a file is handed over; longer ones count as this many."""
TAIL_LONGEST = 30
"""The most days that "as long again" may stand for."""
FEW = 3
"""With fewer payments than this to learn from, a guess is added; and no book is learnt yet."""


@dataclass(frozen=True, slots=True)
class Book:
    """The quartiles of days late over all customers: what is expected of one not yet known."""

    quartiles: tuple[float, float, float]

    @property
    def median(self) -> float:
        """Half of all items were settled by this many days after their due day."""
        return self.quartiles[1]


NEW_BOOK = Book((0, 5, 15))
"""What a ledger without settlements starts from: common practice, soon outweighed."""


def learn_book(days_late: Sequence[int]) -> Book:
    """Return the book's quartiles from all customers' settled items, in any order.

    Fewer than three items say too little, and give ``NEW_BOOK``.
    """
    if len(days_late) < FEW:
        return NEW_BOOK
    first, second, third = quantiles(days_late, n=4, method="inclusive")
    return Book((first, second, third))


class Lateness(NamedTuple):
    """A customer's habit: days late of the last settled items (at most 20), oldest first."""

    recent: tuple[int, ...]
    book: Book

    @property
    def known(self) -> bool:
        """Whether the customer has settled anything yet."""
        return bool(self.recent)

    @property
    def late_count(self) -> int:
        """How many of the recent items were settled after their due day."""
        return len([days for days in self.recent if days > 0])

    @property
    def usual(self) -> float:
        """Days late to expect of a new item, negative when early; may end in a half.

        The median of the recent items with the book's median added twice.
        """
        return _usual(self.recent, self.book.median)

    @property
    def usual_days(self) -> int:
        """``usual`` in whole days; a half goes in the customer's favour."""
        return math.ceil(self.usual - 0.5)

    def days_ahead(self, days_late: int) -> float:
        """Return the expected late days still ahead of an open item, from 0 to ``LONGEST``.

        Days before the due day are not late days. What is known conditions it: only payments
        later than ``days_late`` count, of the customer's recent items and of the book's three
        quartiles, which stand in as three more. Where fewer than three of them were later, an
        imagined payer who takes as long again (at most ``TAIL_LONGEST``) is one more, so that
        an item never looks as good as paid merely because nobody was that late before.

        Args:
            days_late: Days past due of the open item today, negative before its due day.
        """
        return _days_ahead(self.recent, self.book.quartiles, days_late)


@lru_cache(maxsize=8192)
def _usual(recent: tuple[int, ...], of_book: float) -> float:
    """Kept for a while: a line's reasons ask for it, its brief and the page beside it."""
    return float(median([*recent, of_book, of_book]))


@lru_cache(maxsize=8192)
def _days_ahead(recent: tuple[int, ...], quartiles: tuple[float, ...], days_late: int) -> float:
    """Kept for a while: a list bounds each item first, and weighs it when its case is read."""
    passed = max(days_late, 0)
    later = (*recent, *quartiles) if passed < LONGEST else ()
    ahead = [
        (LONGEST if days > LONGEST else days) - passed if days > 0 else 0.0
        for days in later
        if days > days_late  # so those not above zero are of an item that is not yet due
    ]
    if days_late >= 0 and len(ahead) < FEW:
        ahead.append(min(max(days_late, 1), TAIL_LONGEST))
    return sum(ahead) / len(ahead) if ahead else 0.0


def days_ahead_bound(worst_recent: int | None, worst_open: int, book: Book) -> float:
    """Return a bound that ``days_ahead`` of none of a customer's open items exceeds.

    Args:
        worst_recent: The largest days late among the recent items; ``None`` if not looked up.
        worst_open: Days past due of the oldest open item, negative before its due day.
        book: The book's figures.
    """
    if worst_recent is None:
        return float(LONGEST)
    tail = min(max(worst_open, 1), TAIL_LONGEST)
    return float(min(max(worst_recent, book.quartiles[2], tail), LONGEST))


def lateness(days_late: Sequence[int], book: Book) -> Lateness:
    """Return a customer's habit from settled items' days late, the latest settled one last."""
    return Lateness(tuple(days_late[-RECENT:]), book)
