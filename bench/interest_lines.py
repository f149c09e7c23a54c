"""Interest to decide: against the reference sum, and against the same with less closed history.

The law reaches firms only: for the time of the question every customer is made one.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bench.aged_lines import reference
from bench.book import TODAY, BenchClock, made_book, opened
from bench.growth_lines import GOAL, short_history
from bench.measure import Goal, Line, Timings, in_rounds, spent
from creditmate.db.connection import execute
from creditmate.db.gateway import Gateway
from creditmate.domain.interest_worth import ToDecide
from creditmate.services.interest import Interest

_LONG = 1700
"""Days of the longer history."""
_PER_DEBT = Goal(400, 250)
"""The reference touches an open item once, in SQL; a debt is read with its payments and its basis,
cut into stretches and rounded, in Python. On the book of a million invoices half a year has some
130,000 late ones: at 400 times the reference the list is there in half a minute, at 250 in
eighteen seconds, and for a business of a hundredth of that in less than a third of a second."""


def interest_lines(book: Path, customers: int, rounds: int) -> list[Line]:
    """Time the list of what is to decide."""
    with _of_firms(book) as gateway:
        found = _ask(gateway)
        times = in_rounds({"reference": reference, "list": lambda: _ask(gateway)}, rounds)
    count = len(found.listed) + len(found.small)
    what = f"interest to decide: {count:,} late invoices, {len(found.listed):,} worth it"
    seconds = times.median("list")
    return [
        Line(what, times.ratios("list", "reference"), seconds, "of REF", _PER_DEBT),
        _growth(customers, rounds),
    ]


def _growth(customers: int, rounds: int) -> Line:
    short = short_history(customers)
    long = replace(short, invoices=short.invoices // short.days * _LONG, days=_LONG)
    seconds: dict[str, Sequence[float]] = {"short": [], "long": []}
    paths = {"short": made_book(short), "long": made_book(long)}
    for _ in range(rounds):
        for name, path in paths.items():
            with _of_firms(path) as gateway:
                _ask(gateway)
                seconds[name] = [*seconds[name], spent(lambda: _ask(gateway))]
    times = Timings(seconds)
    note = f"of the same with {short.days} days of history instead of {_LONG}"
    what = "interest to decide, growth with closed history"
    return Line(what, times.ratios("long", "short"), times.median("long"), note, GOAL)


def _ask(gateway: Gateway) -> ToDecide:
    return Interest(gateway, BenchClock()).to_decide(TODAY)


@contextmanager
def _of_firms(book: Path) -> Iterator[Gateway]:
    """Open a book in which every customer is a company until it is closed."""
    with opened(book) as gateway:
        execute("BEGIN")
        execute("UPDATE customer SET legal_form = 'company'")
        try:
            yield gateway
        finally:
            execute("ROLLBACK")
