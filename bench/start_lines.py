"""From the start of the process to the first painting and the end, and the memory held then."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from bench.key_at_hand import facts_of
from bench.measure import Goal, Line, Timings, in_rounds
from bench.protected_lines import protected_copy

START, MEMORY = Goal(2, 1.5), Goal(2, 1.5)
_LONGER = 0.1
"""Seconds that a password may add, its key remembered (performance.md)."""
_FIRST, _PLACE = "start to first painting", "start to the first place with its lines"


def start_lines(book: Path, rounds: int) -> list[Line]:
    """Time whole processes, one after another, and compare the memory they hold."""
    held: dict[str, int] = {}
    locked = protected_copy(book)
    with tempfile.TemporaryDirectory() as home:
        facts = {**os.environ, **facts_of(home), **_compiled(home)}
        subprocess.run([sys.executable, "-m", "bench.key_at_hand"], check=True, env=facts)

        def run(what: str, ledger: Path) -> None:
            held[what] = _run(what.removeprefix("locked-"), ledger, facts)

        kinds = {"bare": book, "first": book, "place": book,
                 "locked-first": locked, "locked-place": locked}  # fmt: skip
        works = {what: lambda what=what: run(what, kinds[what]) for what in kinds}
        for what in ("place", "locked-place"):  # compiles and reads whatever the others need
            works[what]()
        times = in_rounds(works, rounds, clock=time.monotonic, warm=False)
    return [*_starts(times), _memory(held)]


def _starts(times: Timings) -> list[Line]:
    bare = times.median("bare") * 1000
    note = f"of a bare QMainWindow ({bare:.0f} ms), wall time, offscreen, modules compiled"
    lines = [
        Line(what, times.ratios(name, "bare"), times.median(name), note, START)
        for what, name in ((_FIRST, "first"), (_PLACE, "place"))
    ]
    for what, name in ((_FIRST, "first"), (_PLACE, "place")):
        plain, found = times.median(name), f"locked-{name}"
        ratios, seconds = times.ratios(found, "bare"), times.median(found)
        lines += [
            Line(f"{what}, key remembered", ratios, seconds, note, START),
            Line(f"{what}, against no password", times.ratios(found, name),
                 seconds, f"of {plain * 1000:.0f} ms; at most 100 ms more, the store of the "
                 "system not counted", Goal((plain + _LONGER) / plain)),
        ]  # fmt: skip
    return lines


def _memory(held: Mapping[str, int]) -> Line:
    note = f"of a bare QMainWindow ({held['bare'] / 1e6:.0f} MB)"
    what = f"memory with the book open: {held['place'] / 1e6:.0f} MB"
    return Line(what, (held["place"] / held["bare"],), 0.0, note, MEMORY)


def _compiled(home: str) -> dict[str, str]:
    """Have modules compiled once, as they are after a first start and in the packaged program."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(home, "compiled"))}


def _run(what: str, book: Path, facts: Mapping[str, str]) -> int:
    """Run a process to its end and return the bytes that it says it held."""
    command = [sys.executable, "-m", "bench.window_child", what, str(book)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True, env=facts)
    return int(ended.stdout)
