"""Aged debtors and Today on a large book, against a plain sum over the open items' index."""

from datetime import date, timedelta
from pathlib import Path

from bench.book import TODAY, opened
from bench.measure import Goal, Line, in_rounds
from creditmate.db.aged import aged_counts, aged_sums
from creditmate.db.connection import raw
from creditmate.services.receivables import Receivables
from creditmate.services.worklists import WorkLists

MONTH_END = TODAY.replace(day=1) - timedelta(1)
YEAR_AGO = TODAY.replace(year=TODAY.year - 1)
TOP = 100

_AGED = "SUM(CASE WHEN due_day {} THEN open_minor ELSE 0 END)"
_REFERENCE = f"""
    SELECT customer_id, {_AGED.format(">= ?1")}, {_AGED.format("< ?1 AND due_day >= ?2")},
        {_AGED.format("< ?2 AND due_day >= ?3")}, {_AGED.format("< ?3 AND due_day >= ?4")},
        {_AGED.format("< ?4")}, SUM(CASE WHEN due_day IS NULL THEN open_minor ELSE 0 END)
    FROM entry WHERE open_minor <> 0 GROUP BY customer_id
"""


def reference() -> list[tuple[int, ...]]:
    """REF of performance.md: per customer the stored open amounts by bucket, as of today."""
    cuts = [(TODAY - timedelta(days)).isoformat() for days in (0, 30, 60, 90)]
    return list(raw().execute(_REFERENCE, cuts).fetchall())


def ask() -> None:
    """Ask what the window asks first."""
    aged_sums(TODAY)
    WorkLists().today(TODAY, TOP)


def aged_lines(book: Path, rounds: int) -> list[Line]:
    """Time the questions that are asked most often."""
    works = {
        "reference": reference,
        "aged": lambda: aged_sums(TODAY),
        "month": lambda: aged_sums(MONTH_END),
        "year": lambda: aged_sums(YEAR_AGO),
        "counts": lambda: aged_counts(TODAY),
        "report": lambda: Receivables().aged(TODAY),
        "today": lambda: WorkLists().today(TODAY, TOP),
    }
    with opened(book):
        times = in_rounds(works, rounds)

    def line(name: str, what: str, goal: Goal | None = None) -> Line:
        return Line(what, times.ratios(name, "reference"), times.median(name), "of REF", goal)

    ref = times.median("reference")
    return [
        Line("REF: plain sum of stored open amounts", (1.0,), ref, "the reference itself"),
        line("aged", "aged debtors today, as rows", Goal(2, 1.3)),
        line("month", f"aged debtors as at {_day(MONTH_END)}", Goal(4, 2.5)),
        line("year", f"aged debtors as at {_day(YEAR_AGO)}", Goal(8, 4)),
        line("counts", "number of items behind each figure"),
        line("report", "aged report: sums, counts, names, disputes"),
        line("today", f"Today, top {TOP}", Goal(1.5, 0.8)),
    ]


def _day(day: date) -> str:
    ago = (TODAY - day).days
    return f"{day.isoformat()}, {ago} days ago"
