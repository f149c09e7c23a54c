"""The figures as a table for people, and as data for the program's Trust page."""

import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import qVersion
from sqlcipher3 import dbapi2 as driver

from creditmate import __version__
from figures.result import Figure, Result, Verdict

Tried = tuple[Figure, Result]
Row = dict[str, Any]
"""A figure as it is kept in ``DATA``."""

_ROOT = Path(__file__).parent.parent
DOCUMENT = _ROOT / "docs" / "trust-figures.md"
DATA = _ROOT / "resources" / "trust-figures.json"
_HEAD = """\
# Figures of trust

Written by `python3 dev.py figures`; do not edit. The numbers are those of our list of promises. A
line says what was done, how often, and how often it went otherwise than promised; *quick part* is
with fewer moments or kills than the whole. What is simulated and how, and what it does not prove:
`docs/decisions/0017-figures.md`. Nothing here was run on Windows or macOS.
"""


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


def write(tried: Sequence[Tried], *, quick: bool = False, others_stay: bool = False) -> None:
    """Write both files.

    Args:
        tried: What was tried now.
        quick: It was the quick part, which is said of each.
        others_stay: What was tried before of the same version stays as it was.
    """
    today = datetime.now(UTC).date().isoformat()
    rows = _kept_rows() if others_stay else {}
    for figure, result in tried:
        rows[figure.title] = {
            "number": figure.number,
            "title": figure.title,
            "result": "; ".join((result.said, *result.faults)),
            "ok": result.verdict is Verdict.KEPT,
            "ran": result.verdict is not Verdict.NOT_RUN,
            "made": today,
            "quick": quick and figure.has_less,
        }
    listed = sorted(rows.values(), key=lambda row: int(row["number"]))
    data = {
        "made": today,
        "version": __version__,
        "figures": [row for row in listed if row["ran"]],
        "not_run": [row for row in listed if not row["ran"]],
    }
    DATA.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    DOCUMENT.write_text("\n".join(_lines(listed)) + "\n", encoding="utf-8")


def _kept_rows() -> dict[str, Row]:
    """Return what was published of this version, by its title."""
    try:
        data = json.loads(DATA.read_bytes())
    except (OSError, ValueError):
        return {}
    same = data["version"] == __version__
    return {row["title"]: row for row in [*data["figures"], *data["not_run"]]} if same else {}


def _lines(rows: Sequence[Row]) -> list[str]:
    kept, ran = sum(row["ok"] for row in rows), sum(row["ran"] for row in rows)
    return [
        _HEAD,
        *(f"- {fact}" for fact in versions()),
        "",
        f"{kept} kept, {ran - kept} not kept, {len(rows) - ran} not run.",
        "",
        "| no. | what | what was done, and what came of it | promise | tried |",
        "| --: | --- | --- | --- | --- |",
        *map(_row, rows),
    ]


def _row(row: Row) -> str:
    if not row["ran"]:
        verdict = "not run"
    else:
        verdict = "kept" if row["ok"] else "**not kept**"
    when = f"{row['made']}{', quick part' if row['quick'] and row['ran'] else ''}"
    cells = (str(row["number"]), row["title"], row["result"], verdict, when)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
