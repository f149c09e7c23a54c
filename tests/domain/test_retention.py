"""Which backups go: a table of lives of a ledger, and what holds for any of them."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.retention import (
    BEFORE_DEEDS,
    DAILY,
    DEEDS,
    LATEST,
    MONTHLY,
    WEEKLY,
    Kept,
    dispensable,
)

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def made(days_ago: float, *, verified: bool = True, before_deed: bool = False) -> Kept:
    moment = NOW - timedelta(days=days_ago)
    return Kept(f"{moment:%Y%m%dT%H%M%S}-{before_deed}-{verified}", moment, verified, before_deed)


def left(backups: list[Kept], now: datetime = NOW) -> list[Kept]:
    gone = dispensable(backups, now)
    return sorted((each for each in backups if each not in gone), key=lambda each: each.made_at)


def test_three_years_of_one_backup_a_day() -> None:
    """14 days; then the last of each of 8 weeks; then the last of each of 24 months."""
    kept = left([made(days) for days in range(3 * 365)])
    days = [(NOW - each.made_at).days for each in kept]
    assert days[-DAILY:] == list(range(DAILY - 1, -1, -1))
    weeks = Counter(each.made_at.isocalendar()[:2] for each in kept)
    months = Counter((each.made_at.year, each.made_at.month) for each in kept)
    assert len(weeks) >= WEEKLY
    assert len(months) == MONTHLY
    # what is not of the last fortnight is a week's last day (Sunday) or a month's last day
    for each in kept[:-DAILY]:
        next_day = each.made_at + timedelta(days=1)
        assert each.made_at.isoweekday() == 7 or next_day.day == 1
    assert len(kept) == 14 + 6 + 23


TODAY = [made(number / 100) for number in range(LATEST)]


@pytest.mark.parametrize(
    ("backups", "kept"),
    [
        ([], []),
        ([made(0)], [made(0)]),
        ([made(4000)], [made(4000)]),  # the last one, however old
        # a day's last one stays of the days before
        ([made(3.2), made(3.1), *TODAY], [made(3.1), *TODAY]),
        # the last ten stay, whatever day they are of
        ([made(3.2), made(3.1), *TODAY[1:]], [made(3.2), made(3.1), *TODAY[1:]][1:]),
        ([made(3.2), made(3.1), *TODAY[2:]], [made(3.2), made(3.1), *TODAY[2:]]),
        # before a deed: two weeks, but no more than ten
        ([made(13.2, before_deed=True), made(13.1), *TODAY],
         [made(13.2, before_deed=True), made(13.1), *TODAY]),
        ([made(15.2, before_deed=True), made(15.1), *TODAY], [made(15.1), *TODAY]),
        ([made(5 + n / 100, before_deed=True) for n in range(25)] + TODAY,
         [made(5 + n / 100, before_deed=True) for n in range(10)] + TODAY),
        # what is not verified is nobody's to remove, and stands for nothing
        ([made(5.2), made(5.1, verified=False), *TODAY],
         [made(5.2), made(5.1, verified=False), *TODAY]),
        # a clock that was wrong
        ([made(1), made(-400)], [made(1), made(-400)]),
    ],
)  # fmt: skip
def test_small_tables(backups: list[Kept], kept: list[Kept]) -> None:
    assert left(backups) == sorted(kept, key=lambda each: each.made_at)


def test_periods_in_which_nobody_worked_cost_nothing() -> None:
    """A backup every 100 days: all of the last 24 are kept, though six years old."""
    kept = left([made(100 * number) for number in range(40)])
    assert len(kept) == MONTHLY
    assert (NOW - kept[0].made_at).days == 2300


def test_a_morning_of_many_imports_does_not_fill_the_disk() -> None:
    kept = left([made(number / 1000, before_deed=True) for number in range(200)])
    assert len(kept) == LATEST


BACKUPS = st.lists(
    st.builds(
        made,
        st.floats(-3, 1200).map(lambda days: round(days, 2)),
        verified=st.booleans(),
        before_deed=st.booleans(),
    ),
    unique_by=lambda each: each.name,
    max_size=120,
)


@given(BACKUPS)
def test_the_last_verified_and_the_young_always_stay(backups: list[Kept]) -> None:
    gone = dispensable(backups, NOW)
    verified = [each for each in backups if each.verified]
    if verified:
        assert max(verified, key=lambda each: (each.made_at, each.name)) not in gone
    for each in gone:
        assert each.verified
        assert each.made_at <= NOW
        later = [other for other in verified if other.made_at >= each.made_at]
        assert len(later) > LATEST
        deeds = [other for other in later if other.before_deed]
        assert not each.before_deed or len(deeds) > DEEDS or NOW - each.made_at > BEFORE_DEEDS


@given(BACKUPS)
def test_thinning_twice_is_thinning_once_and_order_does_not_matter(backups: list[Kept]) -> None:
    kept = left(backups)
    assert dispensable(kept, NOW) == ()
    assert set(dispensable(backups[::-1], NOW)) == set(dispensable(backups, NOW))


@given(BACKUPS)
def test_every_one_of_the_last_days_weeks_and_months_keeps_one(backups: list[Kept]) -> None:
    verified = [each for each in backups if each.verified]
    kept = [each for each in left(backups) if each.verified]
    days = {each.made_at.date() for each in verified}
    months = {(each.made_at.year, each.made_at.month) for each in verified}
    assert {each.made_at.date() for each in kept} >= set(sorted(days)[-DAILY:])
    assert {(each.made_at.year, each.made_at.month) for each in kept} >= set(
        sorted(months)[-MONTHLY:]
    )


@given(BACKUPS)
def test_thinned_every_day_or_once_at_the_end_the_last_fortnight_is_there(
    backups: list[Kept],
) -> None:
    """Thinning as they come never costs a day that thinning at the end would keep."""
    held: list[Kept] = []
    for each in sorted(backups, key=lambda each: each.made_at):
        held = left([*held, each], each.made_at)
    verified = {each.made_at.date() for each in backups if each.verified}
    assert {each.made_at.date() for each in held if each.verified} >= set(sorted(verified)[-DAILY:])
