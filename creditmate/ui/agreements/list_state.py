"""What the place of agreements lists: promises, plans, queries with their causes, and notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.dispute_register import (
    DisputePick,
    DisputeRow,
    DisputeWanted,
    RootCause,
)
from creditmate.domain.noted import NotedRow
from creditmate.domain.plans import RUNNING_OR_DEFAULTED
from creditmate.domain.promise_register import Matured, PromiseRow, PromiseWanted
from creditmate.services.plan_lists import PlanRow
from creditmate.services.program import Program

Cause = tuple[str, RootCause]
"""A reason, and what it came to."""


class Show(StrEnum):
    """The chips, in their order."""

    PROMISES = "promises"
    ALL_PROMISES = "all_promises"
    PLANS = "plans"
    QUERIES = "queries"
    ANSWERED = "answered"
    CAUSES = "causes"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class AgreementsBook:
    """The list of a chip, and how much waits behind each chip that counts it.

    ``rates`` say how promises came out, shown under them. ``narrowed``: it has only what is like
    what was typed.
    """

    show: Show
    counts: Mapping[Show, int]
    promises: Sequence[PromiseRow] = ()
    rates: Sequence[Matured] = ()
    plans: Sequence[PlanRow] = ()
    queries: Sequence[DisputeRow] = ()
    causes: Sequence[Cause] = ()
    noted: Sequence[NotedRow] = ()
    narrowed: bool = False


def read_book(program: Program, show: Show) -> AgreementsBook:
    """Return the list of a chip with the counts of what waits; for the database thread."""
    today = program.clock.today
    waiting = program.promise_register.rows(today, PromiseWanted(waiting=True))
    plans = program.plans.all(today, RUNNING_OR_DEFAULTED)
    queries, noted = program.disputes.register(today), program.noted.all(today)
    counts = {
        Show.PROMISES: len(waiting),
        Show.PLANS: len(plans),
        Show.QUERIES: len(queries),
        Show.NOTED: len(noted),
    }
    if show in {Show.PROMISES, Show.ALL_PROMISES}:
        everything = show is Show.ALL_PROMISES
        rows = program.promise_register.rows(today)[::-1] if everything else waiting
        return AgreementsBook(
            show, counts, promises=rows, rates=program.promise_register.rate(today)
        )
    if show is Show.ANSWERED:
        wanted = DisputeWanted(pick=DisputePick.ENDED)
        answered = program.disputes.register(today, wanted)
        return AgreementsBook(show, counts, queries=sorted(answered, key=_ended, reverse=True))
    if show is Show.CAUSES:
        found = program.disputes.root_causes(date.min, today, today)
        return AgreementsBook(show, counts, causes=found.by_reason)
    return AgreementsBook(show, counts, plans=plans, queries=queries, noted=noted)


def _ended(row: DisputeRow) -> date:
    ending = row.standing.ending
    return row.standing.raised_day if ending is None else ending.day
