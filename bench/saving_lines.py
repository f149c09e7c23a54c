"""Saving one thing at a time, against one-row commits in the same file; the disk's part counts."""

import time
from datetime import timedelta
from pathlib import Path

from bench.book import CURRENCY, TODAY, BenchClock, bench_folder, copied, opened
from bench.measure import Goal, Line, in_rounds
from creditmate.db.connection import raw
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.receipts import Method, NewPayment
from creditmate.services.allocating import Allocating, MoneyWanted
from creditmate.services.calls import CallNote, Calls
from creditmate.services.payments import Payments
from creditmate.services.upkeep import Upkeep

GOAL = Goal(0.25, 0.50, at_most=False)
_TIMES = 5  # of each in a round


def saving_lines(book: Path, rounds: int) -> list[Line]:
    """Time saving in a copy of ``book``, thrown away afterwards: cash posted, a call, a payment."""
    copy = copied(book, "saving.creditmate")
    try:
        with opened(copy) as gateway:
            clock = BenchClock(TODAY)
            calls, upkeep = Calls(gateway, clock), Upkeep(gateway, clock, "bench")
            payments, proposed = Payments(gateway, clock), _proposed(Allocating(gateway, clock))
            works = {
                "bare": _bare_commits,
                "cash": lambda: _post_cash(upkeep, clock),
                "call": lambda: _record_calls(calls),
                "payment": lambda: _record_payments(payments, proposed),
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
        line("payment", "recording one payment: checked, written, set against its item", GOAL),
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


def _proposed(allocating: Allocating) -> list[NewPayment]:
    """Payments of a penny each, with the item that they are proposed for."""
    wanted = [
        MoneyWanted(f"C{number:05}", Money(1, CURRENCY), TODAY, "with thanks")
        for number in range(_TIMES)
    ]
    return [NewPayment(TODAY, Method.TRANSFER, allocating.propose(one).shares) for one in wanted]


def _record_payments(payments: Payments, proposed: list[NewPayment]) -> None:
    for payment in proposed:
        payments.record(payment)


_FAR = TODAY + timedelta(3000)  # the clock moves on with every posting
