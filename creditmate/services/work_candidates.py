"""Whoever may be on the work list, in the order in which it can bring them."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date
from operator import itemgetter

from creditmate.domain.top_lines import Key, Order
from creditmate.domain.workcase import Case
from creditmate.services.lateness import learnt_book
from creditmate.services.settings import work_policy
from creditmate.services.work_cases import AtRest, WorkCases

_CHUNK = 50  # cases read at once: few enough to stop early, enough to spread the cost of queries


class Candidates:
    """Whoever may have a line, by the bound of its place; their cases are read when asked for.

    Those with money to match, and those of whom nothing but a debt is known, stand below most
    others, and are looked for when their turn comes. A head office stands for its branches.

    Attributes:
        policy: By which thresholds and at which rates the lines are made.
    """

    def __init__(self, as_at: date, order: Order, *, holidays: bool = True) -> None:
        self.policy = work_policy(as_at)
        self._order = order
        self._cases = WorkCases(
            as_at, learnt_book(as_at), self.policy, order=order, holidays=holidays
        )
        self._queue = sorted(self._cases.bounded())
        self._at = 0
        self._known = {customer for _, customer in self._queue}
        self._later: list[tuple[Key, Callable[[], list[tuple[Key, int]]]]] = [
            (order.bound_of_match(), self._cases.bounded_to_match),
            (order.bound_of_debt(math.inf), self._debtors),
            (order.bound_of_silence(), self._silent),
        ]

    @property
    def next_key(self) -> Key | None:
        """The bound of those who are not read yet; None when all are."""
        first = [self._queue[self._at][0]] if self._at < len(self._queue) else []
        return min(first + [bound for bound, _ in self._later[:1]], default=None)

    def read(self, wanted: int = 0) -> Iterator[tuple[Key, Case]]:
        """Read the next cases; none when all are read.

        Args:
            wanted: How many lines are missing still. It takes as many cases, and a few more of
                which less is true than might be: a second turn costs more than those.
        """
        while self._later and self._later[0][0] == self.next_key:
            _, look = self._later.pop(0)
            self._add(look())
        last = self._at + max(wanted + wanted // 4, _CHUNK)
        if self._later:
            last = min(last, bisect_left(self._queue, self._later[0][0], key=itemgetter(0)))
        chunk = self._queue[self._at : last]
        self._at += len(chunk)
        cases = self._cases.read([customer for _, customer in chunk])
        return zip((key for key, _ in chunk), cases, strict=True)

    def all(self, wanted: int = 0) -> Iterator[tuple[Key, Case]]:
        """Read cases as they are asked for, to the last one.

        Args:
            wanted: How many lines will be taken at least.
        """
        while self.next_key is not None:
            cases = list(self.read(wanted))
            wanted -= len(cases)
            yield from cases

    def branches_asked(self, head: int) -> tuple[int, ...]:
        """Return the branches about which a head office's line is that was read."""
        return self._cases.branches.get(head, ())

    def at_rest(self) -> list[AtRest]:
        """Return who is left in peace and would have a line."""
        return self._cases.at_rest()

    def speaks_for(self, customer: int) -> int:
        """Return who stands on the list for a customer."""
        return self._cases.speaks_for(customer)

    def _add(self, found: list[tuple[Key, int]]) -> None:
        """Queue those who were not known before."""
        others = [(bound, customer) for bound, customer in found if customer not in self._known]
        self._queue = sorted(self._queue[self._at :] + others)
        self._known |= {customer for _, customer in others}
        self._at = 0

    def _silent(self) -> list[tuple[Key, int]]:
        """Find those of whom nothing is known but that somebody should speak with them."""
        bound = self._order.bound_of_silence()
        return [(bound, customer) for customer in sorted(self._cases.silent())]

    def _debtors(self) -> list[tuple[Key, int]]:
        """Find those of whom nothing but a debt is known, and others among them."""
        written = self._cases.not_to_ring() if self._order.grouped else set[int]()
        return [
            (self._order.bound_of_debt(points, by_phone=customer not in written), customer)
            for customer, points in self._cases.debtors().items()
        ]
