"""On which days customers pay: worked examples by the calendar, and what holds for every rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dates import Calendar
from creditmate.domain.payment_runs import (
    Fortnightly,
    Monthly,
    OnDate,
    OnLast,
    OnWeekday,
    PaymentRun,
    Weekly,
    next_run,
    promise_day,
    run_for_invoice,
    run_of,
    run_text,
    stored_run,
)

TODAY = date(2026, 11, 23)  # a Monday
CHRISTMAS = Calendar(holidays=frozenset({date(2026, 12, 25), date(2026, 12, 28)}))


@pytest.mark.parametrize(
    ("text", "since", "expected"),
    [
        ("weekly:fri", TODAY, date(2026, 11, 27)),
        ("weekly:mon", TODAY, TODAY),
        ("weekly:sat", TODAY, TODAY),  # Saturday's goes out on Monday
        ("weekly:sat", date(2026, 11, 24), date(2026, 11, 30)),
        ("weekly:sat", date(2026, 11, 29), date(2026, 11, 30)),
        ("fortnightly:2026-11-06", TODAY, date(2026, 12, 4)),
        ("fortnightly:2027-01-01", TODAY, date(2026, 12, 4)),
        ("monthly:15", TODAY, date(2026, 12, 15)),
        ("monthly:15", date(2026, 11, 14), date(2026, 11, 16)),  # the 15th is a Sunday
        ("monthly:15", date(2026, 11, 16), date(2026, 11, 16)),
        ("monthly:31", TODAY, date(2026, 11, 30)),
        ("monthly:31", date(2027, 2, 1), date(2027, 2, 1)),  # 31 January is a Sunday
        ("monthly:31", date(2027, 2, 2), date(2027, 3, 1)),  # 28 February is a Sunday
        ("monthly:last", date(2027, 2, 2), date(2027, 3, 1)),
        ("monthly:last_working", date(2027, 2, 1), date(2027, 2, 26)),
        ("monthly:last_working", date(2027, 2, 27), date(2027, 3, 31)),
        ("monthly:1,15", TODAY, date(2026, 12, 1)),
        ("monthly:1,15", date(2026, 12, 2), date(2026, 12, 15)),
        ("monthly:2_tue", TODAY, date(2026, 12, 8)),
        ("monthly:last_fri", TODAY, date(2026, 11, 27)),
        ("monthly:last_fri", date(2026, 11, 28), date(2026, 12, 25)),
    ],
)
def test_the_next_run(text: str, since: date, expected: date) -> None:
    assert next_run(run_of(text), since) == expected


def test_holidays_move_a_run_and_the_last_working_day_comes_before_them() -> None:
    since = date(2026, 12, 20)
    assert next_run(run_of("monthly:last_fri"), since, CHRISTMAS) == date(2026, 12, 29)
    closed = Calendar(holidays=frozenset({date(2026, 12, 31)}))
    assert next_run(run_of("monthly:last_working"), since, closed) == date(2026, 12, 30)


def test_a_promise_is_proposed_for_the_run_after_today() -> None:
    assert promise_day(run_of("weekly:mon"), TODAY) == date(2026, 11, 30)
    assert promise_day(run_of("weekly:tue"), TODAY) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "invoice", "cut_off", "expected"),
    [
        ("monthly:last_working", date(2026, 11, 20), 25, date(2026, 11, 30)),
        ("monthly:last_working", date(2026, 11, 25), 25, date(2026, 11, 30)),
        ("monthly:last_working", date(2026, 11, 26), 25, date(2026, 12, 31)),
        ("monthly:15", date(2026, 11, 20), 25, date(2026, 12, 15)),
        ("monthly:15", date(2026, 11, 26), 25, date(2027, 1, 15)),
        ("monthly:15", date(2027, 2, 28), 31, date(2027, 3, 15)),
        ("weekly:fri", TODAY, None, date(2026, 11, 27)),
    ],
)
def test_an_invoice_waits_for_the_run_after_its_cut_off(
    text: str, invoice: date, cut_off: int | None, expected: date
) -> None:
    assert run_for_invoice(run_of(text), invoice, cut_off) == expected


def test_a_promise_waits_for_the_run_that_takes_the_newest_invoice() -> None:
    last = run_of("monthly:last_working")
    in_time, late = date(2026, 11, 20), date(2026, 11, 23)
    assert promise_day(last, TODAY, invoice_day=in_time, cut_off=20) == date(2026, 11, 30)
    assert promise_day(last, TODAY, invoice_day=late, cut_off=20) == date(2026, 12, 31)
    assert promise_day(last, TODAY, invoice_day=late) == date(2026, 11, 30)
    assert promise_day(last, TODAY, invoice_day=date(2026, 3, 1), cut_off=20) == date(2026, 11, 30)


@pytest.mark.parametrize(
    "text",
    ["", "weekly", "weekly:friday", "monthly:", "monthly:0", "monthly:32", "monthly:5_fri",
     "monthly:1,1", "monthly:1,2,3,4,5", "fortnightly:soon", "daily:9", "monthly:last_day"],
)  # fmt: skip
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        run_of(text)
    assert stored_run(text) is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: Weekly(7),
        lambda: OnDate(0),
        lambda: OnWeekday(5, 1),
        lambda: OnWeekday(1, 7),
        lambda: Monthly(()),
    ],
)
def test_a_rule_out_of_bounds_cannot_be_made(make: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        make()  # type: ignore[operator]


_DAYS = st.one_of(
    st.builds(OnDate, st.integers(1, 31)),
    st.builds(OnLast, st.booleans()),
    st.builds(OnWeekday, st.none() | st.integers(1, 4), st.integers(0, 6)),
)
RUNS: st.SearchStrategy[PaymentRun] = st.one_of(
    st.builds(Weekly, st.integers(0, 6)),
    st.builds(Fortnightly, st.dates(date(2020, 1, 1), date(2030, 1, 1))),
    st.builds(
        lambda days: Monthly(tuple(days)), st.lists(_DAYS, min_size=1, max_size=4, unique=True)
    ),
)


@given(RUNS)
def test_a_rule_is_read_as_it_was_stored(run: PaymentRun) -> None:
    assert run_of(run_text(run)) == run
    assert stored_run(run_text(run)) == run


@given(RUNS, st.dates(date(2024, 1, 1), date(2032, 1, 1)))
def test_the_next_run_is_worked_soon_and_the_first(run: PaymentRun, since: date) -> None:
    found = next_run(run, since)
    assert since <= found <= since + timedelta(days=35)
    assert Calendar().is_working(found)
    for back in range((found - since).days):
        assert next_run(run, since + timedelta(days=back)) == found
