"""The figures as a table for people, and as data for the program's Trust page."""

import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import qVersion
from sqlcipher3 import dbapi2 as driver

from creditmate import __version__
from figures.result import Figure, Result, Verdict

Tried = tuple[Figure, Result]

_ROOT = Path(__file__).parent.parent
DOCUMENT = _ROOT / "docs" / "trust-figures.md"
DATA = _ROOT / "resources" / "trust-figures.json"
_HEAD = """\
# Figures of trust

Written by `python3 dev.py figures`; do not edit. The numbers are those of our list of promises. A
line says what was done, how often, and how often it went otherwise than promised. What is simulated
and how, and what it does not prove: `docs/decisions/0017-figures.md`. Nothing here was run on
Windows or macOS.
"""
_MARKS = {Verdict.KEPT: "kept", Verdict.BROKEN: "**not kept**", Verdict.NOT_RUN: "not run"}


def versions() -> list[str]:
    """Return what was tried, and on what, in plain words."""
    with driver.connect(":memory:") as handle:
        (cipher,) = handle.execute("PRAGMA cipher_version").fetchone()
    handle.close()
    return [
        f"CreditMate {__version__}, Python {platform.python_version()}",
        f"SQLite {driver.sqlite_version}, SQLCipher {cipher}, Qt {qVersion()}",
        f"a computer with {os.cpu_count()} processor cores ({platform.machine()}),"
        f" {platform.system()} {platform.release()}",
    ]


def line(figure: Figure, result: Result) -> str:
    """Return a figure as one line for the screen."""
    faults = "".join(f"\n      {fault}" for fault in result.faults)
    return f"{figure.number:>3} {result.verdict.value:<8} {figure.title}: {result.said}{faults}"


def write(tried: Sequence[Tried], minutes: float) -> None:
    """Write both files."""
    now = datetime.now(UTC)
    DOCUMENT.write_text("\n".join(_lines(tried, now, minutes)) + "\n", encoding="utf-8")
    data = {
        "made": now.date().isoformat(),
        "version": __version__,
        "figures": [
            {
                "number": figure.number,
                "title": figure.title,
                "result": result.said,
                "ok": result.verdict is Verdict.KEPT,
            }
            for figure, result in tried
            if result.verdict is not Verdict.NOT_RUN
        ],
        "not_run": [
            {"number": figure.number, "title": figure.title, "why": result.said}
            for figure, result in tried
            if result.verdict is Verdict.NOT_RUN
        ],
    }
    DATA.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _lines(tried: Sequence[Tried], now: datetime, minutes: float) -> list[str]:
    count = [result.verdict for _, result in tried].count
    facts = [f"{now:%-d %B %Y}, {minutes:.0f} minutes", *versions()]
    summary = (
        f"{count(Verdict.KEPT)} kept, {count(Verdict.BROKEN)} not kept,"
        f" {count(Verdict.NOT_RUN)} not run."
    )
    return [
        _HEAD,
        *(f"- {fact}" for fact in facts),
        "",
        summary,
        "",
        "| no. | what | what was done, and what came of it | promise |",
        "| --: | --- | --- | --- |",
        *(_row(figure, result) for figure, result in tried),
    ]


def _row(figure: Figure, result: Result) -> str:
    cells = (figure.title, "; ".join((result.said, *result.faults)), _MARKS[result.verdict])
    said = " | ".join(cell.replace("|", "/") for cell in cells)
    return f"| {figure.number} | {said} |"
