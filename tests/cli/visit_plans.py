"""Visits planned in a ledger before commands are run on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path

from creditmate.bootstrap import build
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, PlanRequest, VisitPlan
from creditmate.domain.visits import Side
from creditmate.services.program import Program


@contextmanager
def opened(ledger: Path, on: date) -> Iterator[Program]:
    """Open a ledger as on a day; it is closed afterwards."""
    program = build(on)
    program.ask(lambda: program.ledgers.open(ledger))
    try:
        yield program
    finally:
        program.stop()


def an_hour(day: date, at: time | None, **more: object) -> VisitPlan:
    """A visit of an hour with two issues and a paper asked for, 25 minutes and 11 miles away."""
    plan = VisitPlan(
        day, at, "To look ahead together.",
        people=(PlanPerson(Side.THEIRS, "Aidan Coulthard", "Director", decides=True),),
        issues=(
            PlanIssue("Overdue invoices", "All of it", "Three parts"),
            PlanIssue("Late delivery", "Accepted", "A credit note"),
        ),
        requests=(PlanRequest("Accounts to 30 June"),),
        travel_minutes=25,
        distance_tenths=220,
    )  # fmt: skip
    return _with(plan, more)


def _with(plan: VisitPlan, more: dict[str, object]) -> VisitPlan:
    values = {name: getattr(plan, name) for name in VisitPlan.__dataclass_fields__} | more
    make: Callable[..., VisitPlan] = VisitPlan
    return make(**values)


def planned(ledger: Path, on: date, code: str, plan: VisitPlan) -> str:
    """Plan a visit and return its number."""
    with opened(ledger, on) as program:
        done = program.ask(lambda: program.visits.plan(code, plan))
        return program.ask(lambda: program.visits.show(str(done.id), on)).row.number
