"""When it is time for a statement of who has a day for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.money import Money
from creditmate.domain.statement_days import awaited_day
from creditmate.domain.statement_period import LastStatement, first_day


def on(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("day", "last", "as_at", "awaited"),
    [
        (25, None, "2026-11-24", "2026-11-25"),
        (25, None, "2026-11-25", None),
        (25, None, "2026-11-30", None),
        (25, None, "2026-12-01", "2026-12-25"),
        (25, "2026-10-25", "2026-11-24", "2026-11-25"),
        (25, "2026-10-25", "2026-11-25", None),
        (25, "2026-11-25", "2026-11-26", "2026-12-25"),
        (25, "2026-11-24", "2026-11-26", None),
        (25, "2026-09-25", "2026-11-02", None),
        (31, "2026-09-30", "2026-11-02", None),
        (31, "2026-10-31", "2026-11-29", "2026-11-30"),
        (31, "2026-10-31", "2026-11-30", None),
        (30, "2027-01-30", "2027-02-27", "2027-02-28"),
        (1, "2026-12-01", "2026-12-31", "2027-01-01"),
    ],
)
def test_from_the_day_on_until_one_is_issued(
    day: int, last: str | None, as_at: str, awaited: str | None
) -> None:
    found = awaited_day(day, on(last) if last else None, on(as_at))
    assert found == (on(awaited) if awaited else None)


@given(st.integers(1, 31), st.dates(on("2020-01-01"), on("2030-12-31")), st.integers(0, 400))
def test_a_run_on_the_awaited_day_never_waits(day: int, as_at: date, ago: int) -> None:
    last = as_at - timedelta(days=ago + 1)
    awaited = awaited_day(day, last, as_at)
    if awaited is not None:
        assert as_at < awaited <= as_at + timedelta(days=31)
        assert awaited_day(day, last, awaited) is None
        assert awaited_day(day, last, awaited - timedelta(days=1)) == awaited


def test_a_period_goes_on_where_the_last_one_ended() -> None:
    last = LastStatement(on("2026-10-31"), "S-1", Money(1, "GBP"))
    assert first_day(last, on("2025-01-01"), on("2026-11-23")) == on("2026-11-01")
    assert first_day(None, on("2025-01-01"), on("2026-11-23")) == on("2026-11-01")
    assert first_day(None, on("2026-11-09"), on("2026-11-23")) == on("2026-11-09")
    assert first_day(None, None, on("2026-11-23")) == on("2026-11-01")
