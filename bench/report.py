"""The figures as a table, on the screen and in ``docs/performance.md``."""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from bench.measure import Goal, Line, Verdict

DOCUMENT = Path(__file__).parent.parent / "docs" / "performance.md"
_HEAD = """\
# Performance

Written by `python3 dev.py bench`; do not edit. Every figure is a ratio to a reference timed in
the same rounds of the same run, in processor time unless it says otherwise: absolute times move
by two or three times between a quiet and a busy moment of the same machine, ratios hardly do.
`lowest` and `highest` are the ratios of single rounds, the figure is their median.
"""


def machine() -> str:
    """Return what the figures were taken on."""
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {driver.sqlite_version} (SQLCipher)"
    )


def row(line: Line) -> tuple[str, ...]:
    """Return a line's cells: what, figure, spread, time, goal, verdict, note."""
    lowest, highest = min(line.ratios), max(line.ratios)
    spread = "" if len(line.ratios) < 2 else f"{_ratio(line, lowest)} - {_ratio(line, highest)}"
    return (
        line.what,
        _ratio(line, line.figure),
        spread,
        _time(line.seconds),
        "" if line.goal is None else _goal(line, line.goal),
        "" if line.verdict is Verdict.SHOWN else line.verdict.value,
        line.note,
    )


def write(facts: Sequence[str], sections: Mapping[str, Sequence[Line]]) -> None:
    """Write the document."""
    text = [_HEAD, *(f"- {fact}" for fact in facts)]
    for name, lines in sections.items():
        text += ["", f"## {name}", "", *_table(map(row, lines))]
    DOCUMENT.write_text("\n".join(text) + "\n", encoding="utf-8")


def _table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    head = ("what", "figure", "lowest - highest", "time", "goal (stretch)", "verdict", "against")
    marks = ("---", "--:", "--:", "--:", "--:", "---", "---")
    return ["| " + " | ".join(cells) + " |" for cells in (head, marks, *rows)]


def _ratio(line: Line, value: float) -> str:
    return f"{value:.0%}" if line.percent else f"{value:.2f}x"


def _goal(line: Line, goal: Goal) -> str:
    sign = "<=" if goal.at_most else ">="
    stretch = "" if goal.stretch is None else f" ({_limit(line, goal.stretch)})"
    return f"{sign} {_limit(line, goal.limit)}{stretch}"


def _limit(line: Line, value: float) -> str:
    return f"{value:.0%}" if line.percent else f"{value:g}x"


def _time(seconds: float) -> str:
    if not seconds:
        return ""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"
