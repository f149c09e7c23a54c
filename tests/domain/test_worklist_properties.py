"""What holds for every case: agreement with pay now, and that nothing is silent."""

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.case_picture import picture
from creditmate.domain.lateness import Lateness
from creditmate.domain.money import Money
from creditmate.domain.priority import Contact
from creditmate.domain.promises import Cash, Promise, PromiseState, promise_states
from creditmate.domain.workcase import Case, Policy
from creditmate.domain.worklist import Kind, work_line
from tests.domain.worklist_cases import (
    BOOK,
    DAY,
    TODAY,
    case_of,
    deed_of,
    entry,
    line_of,
    promised,
)

DAYS_LATE = st.lists(st.integers(-40, 120), max_size=22).map(
    lambda d: Lateness(tuple(d[-20:]), BOOK)
)
ENTRIES = st.lists(
    st.builds(
        entry, st.integers(1, 9), st.integers(-12, 120), st.integers(1, 10**7),
        st.sampled_from(["GBP", "EUR", "JPY"]), st.integers(0, 10**6),
    ),
    max_size=5, unique_by=lambda entry: entry.id,
).map(tuple)  # fmt: skip
CONTACTS = st.none() | st.builds(Contact, st.dates(TODAY - 40 * DAY, TODAY), st.booleans())
CASES = st.builds(  # of a named tuple hypothesis would make up whatever is not given
    lambda customer, owed, late, last: Case(customer, owed, late, last_contact=last),
    st.integers(1, 99), ENTRIES, DAYS_LATE, CONTACTS,
)  # fmt: skip
FLAGGED = st.builds(
    lambda case, minor, state, credit, deed: case._replace(
        standings=(promised(minor, state, until=-1),) if minor else (),
        unallocated=(Money(-credit, "GBP"),),
        deeds=(deed_of(-1),) if deed else (),
    ),
    CASES, st.integers(0, 10**6), st.sampled_from(PromiseState), st.integers(0, 10**6),
    st.booleans(),
)  # fmt: skip


@given(CASES | FLAGGED)
def test_what_a_call_is_about_agrees_with_please_pay_now(case: Case) -> None:
    seen = picture(case, TODAY)
    for pay in seen.pays:
        overdue = [
            m.minor for p, m in seen.near
            if p.days_late(TODAY) > 0 and m.currency == pay.due.currency
        ]  # fmt: skip
        assert sum(overdue) == pay.due.minor


@given(CASES | FLAGGED, st.integers(1, 10**6))
def test_uncovered_overdue_money_is_never_silent(case: Case, minor: int) -> None:
    owing = case._replace(entries=(*case.entries, entry(77, 5, minor, "USD")))
    line = work_line(owing, TODAY)
    assert line is not None
    assert line.reasons


def test_the_policy_sets_the_window() -> None:
    case = case_of(entry(1, -10, 900))
    assert work_line(case, TODAY, Policy(courtesy_window=10)) is not None
    assert work_line(case, TODAY) is None


def test_a_bounced_receipt_brings_the_customer_back() -> None:
    promise = Promise(1, "GBP", 900, TODAY - 9 * DAY, TODAY - 4 * DAY, TODAY - 2 * DAY)
    cash = [Cash(1, TODAY - 4 * DAY, "GBP", 900), Cash(2, TODAY - 3 * DAY, "GBP", -900, 1)]
    standings = promise_states([promise], cash, TODAY - DAY, TODAY, {1: 900})
    case = case_of(entry(1, 30, 900))._replace(standings=tuple(standings))
    assert line_of(case).kind is Kind.PROMISE_NOT_KEPT
