"""Whoever may be on the work list, in the order in which it can bring them."""

import math
from bisect import bisect_left
from collections.abc import Iterator
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

    Those of whom nothing but a debt is known stand below most others, and are looked for when
    their turn comes. A head office stands for its branches.

    Attributes:
        policy: By which thresholds and at which rates the lines are made.
    """

    def __init__(self, as_at: date, order: Order) -> None:
        self.policy = work_policy(as_at)
        self._order, book = order, learnt_book(as_at)
        self._cases = WorkCases(as_at, book, self.policy)
        found = self._cases.marked()
        self._marked = {row.customer for row in found}
        self._queue = sorted(
            (order.bound(row, book, as_at, self.policy.worth), row.customer) for row in found
        )
        self._at = 0
        self._others: Key | None = order.bound_of_debt(math.inf)

    @property
    def next_key(self) -> Key | None:
        """The bound of those who are not read yet; None when all are."""
        first = self._queue[self._at][0] if self._at < len(self._queue) else None
        if first is None or self._others is None:
            return first or self._others
        return min(first, self._others)

    def read(self) -> Iterator[tuple[Key, Case]]:
        """Read the next cases; none when all are read."""
        if self._others is not None and self._others == self.next_key:
            self._add_others()
        last = self._at + _CHUNK
        if self._others is not None:
            last = min(last, bisect_left(self._queue, self._others, key=itemgetter(0)))
        chunk = self._queue[self._at : last]
        self._at += len(chunk)
        cases = self._cases.read([customer for _, customer in chunk])
        return zip((key for key, _ in chunk), cases, strict=True)

    def all(self) -> Iterator[tuple[Key, Case]]:
        """Read cases as they are asked for, to the last one."""
        while self.next_key is not None:
            yield from self.read()

    def branches_asked(self, head: int) -> tuple[int, ...]:
        """Return the branches about which a head office's line is that was read."""
        return self._cases.branches.get(head, ())

    def at_rest(self) -> list[AtRest]:
        """Return who is left in peace and would have a line."""
        return self._cases.at_rest()

    def speaks_for(self, customer: int) -> int:
        """Return who stands on the list for a customer."""
        return self._cases.speaks_for(customer)

    def _add_others(self) -> None:
        """Queue those of whom nothing but a debt is known."""
        self._others = None
        points = self._cases.debtors()
        written = self._cases.not_to_ring() if self._order.grouped else set[int]()
        ranked = sorted((-most, customer) for customer, most in points.items())
        self._queue = sorted(
            self._queue[self._at :]
            + [
                (self._order.bound_of_debt(-less, by_phone=customer not in written), customer)
                for less, customer in ranked
                if customer not in self._marked
            ]
        )
        self._at = 0
