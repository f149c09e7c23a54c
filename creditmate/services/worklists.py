"""Today: whom to contact, about what, in which way, in which order."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from creditmate.db.candidate_marks import not_to_ring
from creditmate.db.candidates import marked, owing, worst_recent
from creditmate.db.customers import customers_by_id, has_customers
from creditmate.db.day_results import contacts_on, promises_on
from creditmate.domain.day_plan import done
from creditmate.domain.day_result import DayResult, day_result
from creditmate.domain.lateness import Book
from creditmate.domain.top_lines import (
    BY_GROUP,
    BY_RANK,
    Key,
    Order,
    Pile,
    points_bounds,
    top_lines,
)
from creditmate.domain.workcase import DEFAULT_POLICY, Case
from creditmate.domain.worklist import Line, work_line, work_list
from creditmate.services.cases import read_files
from creditmate.services.lateness import learnt_book

SCREENFUL = 50
"""Lines that are more than a screen shows: with so many more there is something to show."""
_CHUNK = 50  # cases read at once: few enough to stop early, enough to spread the cost of queries
_CHUNKS = 6  # read at most before others get a turn


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One line of the work list with whom it is about."""

    code: str
    name: str
    line: Line


@dataclass(frozen=True, slots=True)
class WorkDay:
    """A day's lines, group by group, who was contacted, and whether any customers exist.

    Lines that were not read yet come no earlier than ``beyond``; all were without it.
    """

    as_at: date
    rows: tuple[WorkRow, ...]
    contacted: frozenset[int]
    has_customers: bool
    beyond: Key | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all lines were read."""
        return self.beyond is None

    @property
    def done(self) -> int:
        """How many customers are done with."""
        return done(self.contacted, (row.line for row in self.rows))

    def over(self, before: "WorkDay") -> "WorkDay":
        """Return this day, and for what was not read yet the lines as they were before."""
        if self.beyond is None or before.as_at != self.as_at:
            return self
        read, beyond = {row.code for row in self.rows}, self.beyond
        left = (row for row in before.rows if row.code not in read)
        kept = (row for row in left if BY_GROUP.key(row.line) >= beyond)
        return replace(self, rows=(*self.rows, *kept))


class DayReading:
    """Reads a day piece by piece, the first lines first, so that others get between the pieces.

    A line that was read keeps its place: what comes later stands below.
    """

    def __init__(self, as_at: date) -> None:
        self._as_at = as_at
        self._pile = Pile(BY_GROUP)
        self._rows: list[WorkRow] = []
        self._candidates: _Candidates | None = None
        self._contacted: frozenset[int] = frozenset()

    def go_on(self) -> WorkDay:
        """Read another piece, on the database thread; return the day as far as it was read."""
        candidates = self._candidates
        if candidates is None:
            candidates = self._candidates = _Candidates(self._as_at, BY_GROUP)
            self._contacted = frozenset(customer for customer, _ in contacts_on(self._as_at))
        wanted = len(self._rows) + SCREENFUL
        for _ in range(_CHUNKS):
            for _, case in candidates.read():
                line = work_line(case, self._as_at)
                if line is not None:
                    self._pile.add(line)
            self._rows += _rows(self._pile.take(candidates.next_key))
            if candidates.next_key is None or len(self._rows) >= wanted:
                break
        return WorkDay(
            as_at=self._as_at,
            rows=tuple(self._rows),
            contacted=self._contacted,
            has_customers=bool(self._rows) or has_customers(),
            beyond=candidates.next_key,
        )


class WorkLists:
    """The ranked work list."""

    def reading(self, as_at: date) -> DayReading:
        """Begin to read the day as Today shows it; nothing is asked yet.

        Args:
            as_at: The day; facts dated later are not known.
        """
        return DayReading(as_at)

    def result(self, day: date) -> DayResult:
        """Return what a day of calls brought."""
        return day_result(contacts_on(day), promises_on(day))

    def today(self, as_at: date, limit: int | None = None) -> list[WorkRow]:
        """Return the day's lines in the order in which to work them off.

        Args:
            as_at: The day; facts dated later are not known.
            limit: The first so many; None for all.
        """
        bounded = _Candidates(as_at, BY_RANK).all()
        if limit is None:
            return _rows(work_list((case for _, case in bounded), as_at))
        return _rows(top_lines(bounded, limit, as_at))


class _Candidates:
    """Whoever may have a line, by the bound of its place; their cases are read when asked for.

    Those of whom nothing but a debt is known stand below most others, and are looked for when
    their turn comes.
    """

    def __init__(self, as_at: date, order: Order) -> None:
        self._as_at, self._book, self._order = as_at, learnt_book(as_at), order
        found = marked(as_at, DEFAULT_POLICY.courtesy_window)
        self._marked = {row.customer for row in found}
        self._queue = sorted((order.bound(row, self._book, as_at), row.customer) for row in found)
        self._at = 0
        self._others: Key | None = order.worth(math.inf)

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
        return _cases(chunk, self._as_at, self._book)

    def all(self) -> Iterator[tuple[Key, Case]]:
        """Read cases as they are asked for, to the last one."""
        while self.next_key is not None:
            yield from self.read()

    def _add_others(self) -> None:
        """Queue those of whom nothing but a debt is known."""
        self._others = None
        owed = owing(self._as_at, DEFAULT_POLICY.courtesy_window)
        points = points_bounds(owed, worst_recent(self._as_at), self._book, self._as_at)
        written = not_to_ring() if self._order.grouped else set[int]()
        ranked = sorted(((-worth, customer) for customer, worth in points.items()))
        self._queue = sorted(
            self._queue[self._at :]
            + [
                (self._order.worth(-less, by_phone=customer not in written), customer)
                for less, customer in ranked
                if customer not in self._marked
            ]
        )
        self._at = 0


def _cases(chunk: Sequence[tuple[Key, int]], as_at: date, book: Book) -> Iterator[tuple[Key, Case]]:
    files = read_files([customer for _, customer in chunk], as_at, book)
    return ((key, file.case) for (key, _), file in zip(chunk, files, strict=True))


def _rows(lines: Sequence[Line]) -> list[WorkRow]:
    who = customers_by_id(line.customer for line in lines)
    return [WorkRow(who[line.customer].code, who[line.customer].name, line) for line in lines]
