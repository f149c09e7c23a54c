"""Reading and importing a file of invoices, against the driver writing the same rows bare."""

import csv
import io
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

from bench.book import TODAY, BenchClock, bench_folder, copied, empty_ledger, opened
from bench.measure import Goal, Line, Timings, spent
from creditmate.db.connection import execute, raw, transaction
from creditmate.db.digest import RowsDigest
from creditmate.db.gateway import Gateway, Writing
from creditmate.domain.importing import ImportOptions, InvoiceTable
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.services.importing import Importing

GOAL = Goal(0.40, 0.55, at_most=False)
_HEADERS = ("Customer code", "Customer name", "Invoice number", "Invoice date", "Due date",
            "Amount", "Settled date", "Disputed")  # fmt: skip

Rows = Mapping[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]
"""Table → its columns and rows, in the order in which they are written."""


def import_lines(count: int, rounds: int) -> list[Line]:
    """Time an import of ``count`` rows into an empty ledger, and the same rows written bare."""
    data, at = invoice_file(count), empty()
    table = read(data)
    with fresh(at) as gateway:
        rows = rows_added(lambda: write(gateway, table))
    seconds: dict[str, list[float]] = {"bare": [], "read": [], "write": []}
    for _ in range(rounds):
        with fresh(at):
            seconds["bare"].append(spent(lambda: write_bare(rows)))
        with fresh(at) as gateway:
            seconds["read"].append(spent(lambda: read(data)))
            seconds["write"].append(spent(lambda: write(gateway, table)))
    both = zip(seconds["read"], seconds["write"], strict=True)
    times = Timings({**seconds, "all": [reading + writing for reading, writing in both]})
    return [*_lines(times, count, rows), *_audit_lines(at, table)]


def invoice_file(count: int) -> bytes:
    """Return a file of invoices, a hundred for each customer; 19 of 20 are settled."""
    dice, out = Random(7), io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_HEADERS)
    for number in range(count):
        customer = dice.randrange(max(count // 100, 1))
        day = TODAY - timedelta(dice.randrange(70, 1400))
        due = day + timedelta(30)
        settled = due + timedelta(dice.randrange(-20, 40))
        minor = dice.randrange(1_000, 1_000_000)
        writer.writerow(
            [f"C{customer:05}", f"Customer {customer} Ltd", f"INV-{number:07}", day, due,
             f"{minor // 100}.{minor % 100:02}", settled if dice.random() < 0.95 else "",
             "yes" if dice.random() < 0.01 else "no"]
        )  # fmt: skip
    return out.getvalue().encode()


def read(data: bytes) -> InvoiceTable:
    """Read a file as the program does; it has to be ready."""
    table = read_invoice_table(data, ImportOptions(currency="GBP"))
    if not table.ready:
        raise AssertionError((table.problems[:1], table.questions))
    return table


def write_bare(rows: Rows) -> None:
    """Write rows with nothing but the driver, in one transaction."""
    with transaction():
        for table, (columns, found) in rows.items():
            marks = ", ".join("?" * len(columns))
            raw().executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", found)


def write(gateway: Gateway, table: InvoiceTable) -> None:
    """Import a table as the program does."""
    Importing(gateway, BenchClock(), lambda _reason: None).run(table, "bench")


def empty() -> Path:
    """Make an empty ledger."""
    path = bench_folder() / "empty.creditmate"
    path.unlink(missing_ok=True)
    return empty_ledger(path)


@contextmanager
def fresh(at: Path) -> Iterator[Gateway]:
    """Open a copy of the empty ledger for a while."""
    path = copied(at, "import.creditmate")
    with opened(path) as gateway:
        yield gateway
    path.unlink()


def rows_added(work: Callable[[], object]) -> Rows:
    """Do ``work`` and return the rows it added, which stand behind the others."""
    before = _rows()
    work()
    return {
        table: (columns, added)
        for table, (columns, found) in _rows().items()
        if (added := found[len(before[table][1]) :])
    }


def _rows() -> Rows:
    """Everything in the ledger, parents before children, and every action before all it did."""
    made = execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
        "AND name NOT LIKE 'search%'"  # the index is made of the rest
    )
    names = [name for (name,) in made if name != "action"]
    found = {}
    for table in ("action", *names):
        cursor = execute(f"SELECT * FROM {table} ORDER BY rowid")
        found[table] = (tuple(column[0] for column in cursor.description), list(cursor))
    return found


def _lines(times: Timings, count: int, rows: Rows) -> list[Line]:
    written, bare = sum(len(found) for _, found in rows.values()), times.median("bare")
    against = f"of bare executemany of the same {written:,} rows ({bare:.2f} s), empty ledger"

    def line(name: str, what: str, goal: Goal | None = None) -> Line:
        return Line(what, times.shares(name, "bare"), times.median(name), against, goal, True)

    part = Line(
        "of which reading and checking the file",
        times.ratios("read", "all"),
        times.median("read"),
        "of the import's time",
        percent=True,
    )
    return [
        line("all", f"import of {count:,} checked rows", GOAL),
        part,
        line("write", "writing alone, file read beforehand"),
    ]


def _audit_lines(at: Path, table: InvoiceTable) -> list[Line]:
    """What the record of it costs, watched in an import of its own."""
    hashing, changing = _Watch(RowsDigest.add), _Watch(Writing._record_changes)  # noqa: SLF001
    with (
        fresh(at) as gateway,
        mock.patch.object(RowsDigest, "add", hashing),
        mock.patch.object(Writing, "_record_changes", changing),
    ):
        whole = spent(lambda: write(gateway, table))
    return [
        Line(what, (watch.seconds / whole,), watch.seconds, "of writing", percent=True)
        for what, watch in (("digest of all rows", hashing), ("change rows", changing))
    ]


class _Watch:
    """Stands in for a method and adds up the processor time spent in it."""

    def __init__(self, method: Callable[..., Any]) -> None:
        self._method = method
        self.seconds = 0.0

    def __get__(self, instance: object, owner: type) -> Callable[..., Any]:
        def watched(*arguments: Any) -> Any:  # noqa: ANN401 - whatever the method takes and gives
            start = time.process_time()
            answer = self._method(instance, *arguments)
            self.seconds += time.process_time() - start
            return answer

        return watched
