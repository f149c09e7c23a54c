"""No line is worth more than its customer's open items, habit and last talk allow."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.exchange import AT_PAR, Worth
from creditmate.domain.open_bounds import OpenBounds, OpenItems
from creditmate.domain.priority import PROMISE_POINTS, ROUNDED_OFF, Contact
from creditmate.domain.promises import PromiseState
from creditmate.domain.workcase import DEFAULT_POLICY, Case, Policy
from creditmate.domain.worklist import Kind, work_line
from tests.domain.test_top_lines import BUSY, aggregate_of
from tests.domain.test_worklist_properties import CASES
from tests.domain.worklist_cases import DAY, TODAY, case_of, entry, promised

WORTHS = st.sampled_from([AT_PAR, Worth({"EUR": Decimal("0.002"), "GBP": Decimal("3.1")})])


def bound_of(case: Case, policy: Policy = DEFAULT_POLICY, *, missed: bool = False) -> float:
    debits = [(e.currency, e.open_minor, e.day, e.due_day) for e in case.entries]
    items = OpenItems(debits, case.lateness, case.last_contact)
    return OpenBounds(TODAY, policy).points(items, missed)


@given(CASES | BUSY, WORTHS)
def test_no_line_is_worth_more(case: Case, worth: Worth) -> None:
    policy = Policy(worth=worth)
    line = work_line(case, TODAY, policy)
    if line is not None:
        missed = bool(aggregate_of(case).missed)
        assert line.score <= bound_of(case, policy, missed=missed)


@given(CASES)
def test_where_nothing_takes_away_from_it_the_bound_is_close(case: Case) -> None:
    """All is near its day, nothing is in dispute: only rounding lies between."""
    case = case._replace(
        entries=tuple(
            e._replace(disputed_minor=0, planned_minor=0, open_minor=max(e.open_minor, 1_000))
            for e in case.entries
            if (e.due_day - TODAY).days <= 7
        ),
    )
    line = work_line(case, TODAY)
    if line is not None and line.kind in {Kind.FOLLOW_UP, Kind.COURTESY}:
        assert line.score <= bound_of(case) <= line.score + 2 * ROUNDED_OFF


@pytest.mark.parametrize("minor", [1, 99, 100, 10**9])
def test_less_than_a_pound_counts_as_if_it_were_one(minor: int) -> None:
    case = case_of(entry(1, 20, minor))
    line = work_line(case, TODAY)
    assert line is not None
    assert line.score <= bound_of(case) <= line.score + 2 * ROUNDED_OFF


def test_a_talk_lowers_it_and_a_missed_promise_raises_it() -> None:
    case = case_of(entry(1, 5, 100_000))
    spoken = case._replace(last_contact=Contact(TODAY - 3 * DAY))
    assert bound_of(spoken) == pytest.approx(bound_of(case) - 10)
    assert bound_of(case, missed=True) == bound_of(case) + PROMISE_POINTS


def test_what_is_not_due_for_long_counts_as_a_broken_promise_may_ask_for_it() -> None:
    early = promised(100_000, PromiseState.BROKEN, until=-3, made=-9)
    early = replace(early, promise=replace(early.promise, entries=(1,)))
    case = case_of(entry(1, -20, 100_000))._replace(standings=(early,))
    line = work_line(case, TODAY)
    assert line is not None
    assert line.kind is Kind.PROMISE_NOT_KEPT
    assert line.score <= bound_of(case, missed=True) <= line.score + 2 * ROUNDED_OFF


def test_nobody_who_owes_nothing_is_worth_anything() -> None:
    assert bound_of(case_of()) == ROUNDED_OFF
