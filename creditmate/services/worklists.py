"""Today: whom to contact, about what, in which way, in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.candidates import aggregates
from creditmate.db.customers import customer_names, customers_by_id
from creditmate.db.day_results import contacts_on, promises_on
from creditmate.domain.day_plan import day_order, done
from creditmate.domain.day_result import DayResult, day_result
from creditmate.domain.lateness import Book
from creditmate.domain.priority import score_bound
from creditmate.domain.workcase import DEFAULT_POLICY, Case
from creditmate.domain.worklist import Line, top_lines, work_list
from creditmate.services.cases import read_files
from creditmate.services.lateness import learnt_book

_CHUNK = 100  # cases read at once: few enough to stop early, enough to spread a query's cost


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One line of the work list with whom it is about."""

    code: str
    name: str
    line: Line


@dataclass(frozen=True, slots=True)
class WorkDay:
    """A day's lines, group by group, how many customers are done with, and whether any exist."""

    as_at: date
    rows: tuple[WorkRow, ...]
    done: int
    has_customers: bool


class WorkLists:
    """The ranked work list."""

    def day(self, as_at: date) -> WorkDay:
        """Return the day as Today shows it.

        Args:
            as_at: The day; facts dated later are not known.
        """
        rows = {row.line.customer: row for row in self.today(as_at)}
        lines = day_order(row.line for row in rows.values())
        return WorkDay(
            as_at=as_at,
            rows=tuple(rows[line.customer] for line in lines),
            done=done({customer for customer, _ in contacts_on(as_at)}, lines),
            has_customers=bool(rows) or bool(customer_names()),
        )

    def result(self, day: date) -> DayResult:
        """Return what a day of calls brought."""
        return day_result(contacts_on(day), promises_on(day))

    def today(self, as_at: date, limit: int | None = None) -> list[WorkRow]:
        """Return the day's lines in the order in which to work them off.

        Args:
            as_at: The day; facts dated later are not known.
            limit: The first so many; None for all.
        """
        book = learnt_book(as_at)
        bounded = self._bounded(as_at, book)
        if limit is None:
            lines = work_list((case for _, case in bounded), as_at)
        else:
            lines = top_lines(bounded, limit, as_at)
        who = customers_by_id(line.customer for line in lines)
        return [WorkRow(who[line.customer].code, who[line.customer].name, line) for line in lines]

    def _bounded(self, as_at: date, book: Book) -> Iterator[tuple[float, Case]]:
        """Cases with the bound of their score, largest first, read as they are asked for."""
        found = [
            (score_bound(row, book, as_at), row.customer)
            for row in aggregates(as_at, DEFAULT_POLICY.courtesy_window)
        ]
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        for at in range(0, len(found), _CHUNK):
            yield from _read(found[at : at + _CHUNK], as_at, book)


def _read(
    chunk: Sequence[tuple[float, int]], as_at: date, book: Book
) -> Iterator[tuple[float, Case]]:
    files = read_files([customer for _, customer in chunk], as_at, book)
    return ((bound, file.case) for (bound, _), file in zip(chunk, files, strict=True))
