"""Saving one thing at a time, against one-row commits in the same file; the disk's part counts."""

import time
from datetime import timedelta
from pathlib import Path

from bench.book import TODAY, BenchClock, bench_folder, copied, opened
from bench.measure import Goal, Line, in_rounds
from creditmate.db.connection import raw
from creditmate.domain.outcomes import Outcome
from creditmate.services.calls import CallNote, Calls
from creditmate.services.upkeep import Upkeep

GOAL = Goal(0.25, 0.50, at_most=False)
_TIMES = 5  # of each in a round


def saving_lines(book: Path, rounds: int) -> list[Line]:
    """Time saving a call and posting cash in a copy of ``book``, thrown away afterwards."""
    copy = copied(book, "saving.creditmate")
    try:
        with opened(copy) as gateway:
            clock = BenchClock(TODAY)
            calls, upkeep = Calls(gateway, clock), Upkeep(gateway, clock, "bench")
            works = {
                "bare": _bare_commits,
                "cash": lambda: _post_cash(upkeep, clock),
                "call": lambda: _record_calls(calls),
            }
            times = in_rounds(works, rounds, clock=time.perf_counter)
    finally:
        for left in bench_folder().glob("saving.creditmate*"):
            left.unlink()

    def line(name: str, what: str, goal: Goal | None = None) -> Line:
        note = f"of bare one-row commits ({times.median('bare') / _TIMES * 1000:.2f} ms), wall time"
        seconds = times.median(name) / _TIMES
        return Line(what, times.shares(name, "bare"), seconds, note, goal, True)

    return [
        line("cash", "saving one fact with its action (post cash)", GOAL),
        line("call", "recording one call: reads the file, writes 5 rows"),
    ]


def _bare_commits() -> None:
    for _ in range(_TIMES):
        raw().execute("BEGIN IMMEDIATE")
        raw().execute(
            "INSERT INTO cash_posted (action_id, to_day) VALUES (1, ?)", (TODAY.isoformat(),)
        )
        raw().execute("COMMIT")


def _post_cash(upkeep: Upkeep, clock: BenchClock) -> None:
    for _ in range(_TIMES):
        clock.today += timedelta(1)
        upkeep.post_cash(clock.today)


def _record_calls(calls: Calls) -> None:
    for number in range(_TIMES):
        note = CallNote("Ann", Outcome.CALL_BACK, "Asked to be rung again.", next_day=_FAR)
        calls.record(f"C{number:05}", note)


_FAR = TODAY + timedelta(3000)  # the clock moves on with every posting
