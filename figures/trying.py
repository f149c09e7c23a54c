"""Tries figures, each in a process and a home of its own, so that none meets what another left."""

import os
import signal
import tempfile
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

from figures import report
from figures.every import FIGURES
from figures.result import Figure, Result, Setting, judged


def try_one(place: int, quick: bool) -> Result:
    """Try a figure by its place in the list, in a folder that is removed afterwards."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with tempfile.TemporaryDirectory(prefix="figure-") as temporary:
        folder = Path(temporary)
        os.environ["CREDITMATE_HOME"] = str(folder / "kept-apart")
        inside = folder / "inside"
        inside.mkdir()
        try:
            return FIGURES[place].run(Setting(inside, quick))
        except Exception as error:  # one that cannot be tried is broken until somebody has looked
            return judged("it could not be tried", [repr(error)])


def try_all(places: Sequence[int], jobs: int, *, quick: bool) -> list[tuple[Figure, Result]]:
    """Try figures, so many at a time, and say each as soon as it is there.

    Those that are about time come last, one after another.
    """
    timed = [place for place in places if FIGURES[place].is_timed]
    others = [place for place in places if place not in timed]
    tried = {**_tried(others, jobs, quick=quick), **_tried(timed, 1, quick=quick)}
    return [(FIGURES[place], tried[place]) for place in places]


def _tried(places: Sequence[int], jobs: int, *, quick: bool) -> dict[int, Result]:
    tried = {}
    with get_context("spawn").Pool(jobs, maxtasksperchild=1) as pool:
        waiting = [(place, pool.apply_async(try_one, (place, quick))) for place in places]
        for place, answer in waiting:
            tried[place] = answer.get()
            print(report.line(FIGURES[place], tried[place]), flush=True)
    return tried
