"""From the start of the process to the first painting and the end, and the memory held then."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from bench.measure import Goal, Line, in_rounds

START, MEMORY = Goal(2, 1.5), Goal(2, 1.5)


def start_lines(book: Path, rounds: int) -> list[Line]:
    """Time whole processes, one after another, and compare the memory they hold."""
    held: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as home:
        facts = {**os.environ, "CREDITMATE_HOME": home, **_compiled(home)}

        def run(what: str) -> None:
            held[what] = _run(what, book, facts)

        kinds = ("bare", "first", "place")
        works = {what: lambda what=what: run(what) for what in kinds}
        times = in_rounds(works, rounds, clock=time.monotonic)
    bare = times.median("bare") * 1000
    note = f"of a bare QMainWindow ({bare:.0f} ms), wall time, offscreen, modules compiled"
    memory = f"of a bare QMainWindow ({held['bare'] / 1e6:.0f} MB)"
    return [
        Line("start to first painting", times.ratios("first", "bare"), times.median("first"),
             note, START),
        Line("start to the first place with its lines", times.ratios("place", "bare"),
             times.median("place"), note, START),
        Line(f"memory with the book open: {held['place'] / 1e6:.0f} MB",
             (held["place"] / held["bare"],), 0.0, memory, MEMORY),
    ]  # fmt: skip


def _compiled(home: str) -> dict[str, str]:
    """Have modules compiled once, as they are after a first start and in the packaged program."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(home, "compiled"))}


def _run(what: str, book: Path, facts: Mapping[str, str]) -> int:
    """Run a process to its end and return the bytes that it says it held."""
    command = [sys.executable, "-m", "bench.window_child", what, str(book)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True, env=facts)
    return int(ended.stdout)
