"""Time the program against its references and write ``docs/performance.md``.

    python3 dev.py bench [--quick] [--invoices N] [--rounds N]

Making the large book takes a few minutes the first time; it is kept for the next.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import report
from bench.aged_lines import aged_lines
from bench.book import OPEN_FOR, Shape, made_book
from bench.growth_lines import growth_lines, short_history
from bench.heartbeat_lines import heartbeat_lines
from bench.import_lines import import_lines
from bench.interest_lines import interest_lines
from bench.invoice_lines import invoice_lines
from bench.measure import Line, Verdict
from bench.memory_lines import memory_lines
from bench.protected_lines import protected_lines
from bench.saving_lines import saving_lines
from bench.start_lines import start_lines
from bench.statement_lines import statement_lines
from bench.table_lines import table_lines

Section = tuple[str, Callable[[], list[Line]]]
_INVOICES, _QUICK = 1_000_000, 50_000


def sections(book: Path, shape: Shape, rounds: int) -> Sequence[Section]:
    """Everything that is measured, sized by the book."""
    tenth = shape.invoices // 10
    few, customers = max(rounds // 3, 1), shape.customers // 10
    small = made_book(short_history(customers))
    return (
        ("What is owed", lambda: aged_lines(book, rounds)),
        ("With a password", lambda: protected_lines(book, rounds)),
        ("Growth with closed history", lambda: growth_lines(customers, rounds)),
        ("Interest", lambda: interest_lines(book, customers, few)),
        ("Import", lambda: import_lines(tenth, few)),
        ("Saving", lambda: saving_lines(book, few)),
        ("Statements", lambda: statement_lines(small, 100, few)),
        ("Invoices", lambda: invoice_lines(small, 100, few)),
        ("Memory", lambda: memory_lines(book, tenth)),
        ("The window: start and memory", lambda: start_lines(book, rounds)),
        ("The window: a table of every invoice", lambda: table_lines(book, few)),
        ("The window: heartbeats", lambda: heartbeat_lines(tenth, customers)),
    )


def main() -> None:
    given = _arguments()
    invoices = given.invoices or (_QUICK if given.quick else _INVOICES)
    shape = Shape(max(invoices // 100, 1000), invoices)
    start = time.monotonic()
    print(report.machine())
    book = made_book(shape)
    facts = [
        report.machine(),
        f"the book: {shape.customers:,} customers, {invoices:,} invoices over {shape.days} days, "
        f"1.2 payments each, none open for more than {OPEN_FOR} days; {given.rounds} rounds",
    ]
    print(f"{facts[1]}; {time.monotonic() - start:.0f} s to make or find it", flush=True)
    found: dict[str, list[Line]] = {}
    for name, work in sections(book, shape, given.rounds):
        print(f"\n{name}")
        found[name] = work()
        for line in found[name]:
            _show(line)
    print(f"\n{time.monotonic() - start:.0f} s in all")
    if invoices == _INVOICES:
        report.write(facts, found)
        print(f"written: {report.DOCUMENT}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Time the program.")
    parser.add_argument("--quick", action="store_true", help=f"a book of {_QUICK:,} invoices")
    parser.add_argument("--invoices", type=int, help="the size of the book")
    parser.add_argument("--rounds", type=int, default=9)
    return parser.parse_args()


def _show(line: Line) -> None:
    what, figure, spread, seconds, goal, verdict, _ = report.row(line)
    mark = "" if line.verdict is Verdict.SHOWN else f"{goal:>16}  {verdict}"
    print(f"  {what:<58} {figure:>8} {spread:>17} {seconds:>10} {mark}", flush=True)


if __name__ == "__main__":
    main()
