"""A debt cut in parts: nothing is rounded away, and every part on a day that is worked."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dates import Calendar
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.plan_refusals import PlanWhy
from creditmate.domain.plan_schedule import MOST_PARTS, Part, schedule
from creditmate.domain.plan_terms import Every, PlanTerms, Rhythm, rhythm_of

TODAY = date(2026, 12, 3)
EVERY_DAY = Calendar(weekend=frozenset())
THREE = PlanTerms(first=date(2026, 12, 18), parts=3)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def _schedule(minor: int, terms: PlanTerms, calendar: Calendar | None = None) -> tuple[Part, ...]:
    return schedule(gbp(minor), terms, TODAY, calendar or Calendar())


def _minors(parts: tuple[Part, ...]) -> list[int]:
    return [part.amount.minor for part in parts]


def _days(terms: PlanTerms, minor: int = 100_000) -> list[date]:
    return [part.day for part in _schedule(minor, terms, EVERY_DAY)]


def test_the_plan_of_the_picture_to_the_penny() -> None:
    """Paper 09: what is owed, less a receipt set against it, in three parts."""
    owed = gbp(55_620) + gbp(78_400) + gbp(45_630) + gbp(193_080) - gbp(30_000)
    assert owed == gbp(342_730)
    parts = schedule(owed, THREE, TODAY, Calendar())
    rows = [(one.place, one.day, one.amount.minor, one.left.minor) for one in parts]
    assert rows == [
        (1, date(2026, 12, 18), 114_243, 228_487),
        (2, date(2027, 1, 18), 114_243, 114_244),
        (3, date(2027, 2, 18), 114_244, 0),
    ]


def test_a_thousand_in_three() -> None:
    assert _minors(_schedule(100_000, THREE)) == [33_333, 33_333, 33_334]


def test_so_much_a_part_with_the_rest_on_the_last() -> None:
    each = PlanTerms(first=date(2026, 12, 18), each=gbp(35_000))
    assert _minors(_schedule(100_000, each)) == [35_000, 35_000, 30_000]
    assert _minors(_schedule(70_000, each)) == [35_000, 35_000]
    assert _minors(_schedule(20_000, each)) == [20_000]


def test_a_down_payment_comes_before_the_parts() -> None:
    parts = _schedule(100_000, replace(THREE, down=gbp(10_000)))
    assert _minors(parts) == [10_000, 30_000, 30_000, 30_000]
    assert [one.day for one in parts][:2] == [TODAY, date(2026, 12, 18)]
    later = replace(THREE, down=gbp(1), down_by=date(2026, 12, 10))
    assert _days(later)[0] == date(2026, 12, 10)


@pytest.mark.parametrize(
    ("every", "days"),
    [(Every.WEEK, 7), (Every.TWO_WEEKS, 14), (Every.FOUR_WEEKS, 28)],
)
def test_every_so_many_weeks(every: Every, days: int) -> None:
    found = _days(replace(THREE, every=every))
    assert [(b - a).days for a, b in itertools.pairwise(found)] == [days, days]


def test_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    last = PlanTerms(first=date(2026, 12, 31), parts=4)
    assert _days(last) == [
        date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31),
    ]  # fmt: skip
    begun_in_february = PlanTerms(first=date(2027, 2, 10), parts=3, days=(31,))
    assert _days(begun_in_february) == [
        date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30),
    ]  # fmt: skip


def test_twice_a_month() -> None:
    said = PlanTerms(Every.TWICE_A_MONTH, date(2026, 12, 10), parts=4, days=(1, 15))
    assert _days(said) == [
        date(2026, 12, 15), date(2027, 1, 1), date(2027, 1, 15), date(2027, 2, 1),
    ]  # fmt: skip
    early, late = (PlanTerms(Every.TWICE_A_MONTH, date(2026, 12, d), parts=3) for d in (5, 20))
    assert _days(early) == [date(2026, 12, 5), date(2026, 12, 20), date(2027, 1, 5)]
    assert _days(late) == [date(2026, 12, 20), date(2027, 1, 5), date(2027, 1, 20)]


def test_on_days_of_their_own() -> None:
    own = (date(2026, 12, 4), date(2026, 12, 24), date(2027, 3, 1))
    assert _days(PlanTerms(Every.DATES, dates=own)) == list(own)


def test_a_day_that_is_not_worked_is_moved_to_the_next_that_is() -> None:
    closed = Calendar(holidays=frozenset({date(2027, 2, 1)}))
    terms = PlanTerms(first=date(2026, 12, 30), parts=3, days=(30,))
    first, second, third = _schedule(900, terms, closed)
    assert (first.day, first.is_moved) == (date(2026, 12, 30), False)
    # 30 January 2027 is a Saturday, Monday 1 February is closed
    assert (second.day, second.meant, second.is_moved) == (
        date(2027, 2, 2), date(2027, 1, 30), True,
    )  # fmt: skip
    assert third.day == date(2027, 3, 1)  # 28 February is a Sunday


def test_a_part_may_come_twice_the_days_later_and_on_a_worked_day() -> None:
    first, *_ = _schedule(900, THREE)
    assert first.cure_day == date(2027, 1, 1)
    new_year = Calendar(holidays=frozenset({date(2027, 1, 1)}))
    first, *_ = _schedule(900, THREE, new_year)
    assert first.cure_day == date(2027, 1, 4)
    strict, *_ = _schedule(900, replace(THREE, cure_days=0))
    assert strict.cure_day == strict.day


REFUSED = [
    (replace(THREE, first=None), PlanWhy.NO_FIRST),
    (replace(THREE, first=date(2026, 12, 2)), PlanWhy.FIRST_PAST),
    (replace(THREE, first=date(2037, 1, 1)), PlanWhy.TOO_FAR),
    (replace(THREE, first=date.max), PlanWhy.TOO_FAR),
    (replace(THREE, parts=None), PlanWhy.HOW_CUT),
    (replace(THREE, parts=0), PlanWhy.HOW_CUT),
    (replace(THREE, each=gbp(5)), PlanWhy.HOW_CUT),
    (replace(THREE, every=Every.DATES), PlanWhy.HOW_CUT),
    (replace(THREE, parts=None, dates=(TODAY,)), PlanWhy.HOW_CUT),
    (replace(THREE, parts=None, each=gbp(0)), PlanWhy.PART_TOO_SMALL),
    (replace(THREE, parts=101), PlanWhy.PART_TOO_SMALL),
    (replace(THREE, parts=MOST_PARTS + 1), PlanWhy.TOO_MANY_PARTS),
    (replace(THREE, parts=None, each=Money(5, "EUR")), PlanWhy.OTHER_CURRENCY),
    (replace(THREE, down=Money(5, "EUR")), PlanWhy.OTHER_CURRENCY),
    (replace(THREE, down=gbp(100)), PlanWhy.DOWN_TOO_MUCH),
    (replace(THREE, down=gbp(-1)), PlanWhy.DOWN_TOO_MUCH),
    (replace(THREE, down=gbp(5), down_by=date(2026, 12, 19)), PlanWhy.DATES_TURNED),
    (PlanTerms(Every.DATES, dates=(TODAY, TODAY)), PlanWhy.DATES_TURNED),
    (replace(THREE, days=(1, 2)), PlanWhy.DAYS_OF_MONTH),
    (replace(THREE, days=(32,)), PlanWhy.DAYS_OF_MONTH),
    (replace(THREE, every=Every.TWICE_A_MONTH, days=(5, 5)), PlanWhy.DAYS_OF_MONTH),
    (replace(THREE, cure_days=31), PlanWhy.CURE_DAYS),
]


@pytest.mark.parametrize(("terms", "why"), REFUSED)
def test_what_cannot_be_is_refused_with_its_reason(terms: PlanTerms, why: PlanWhy) -> None:
    with pytest.raises(UserError) as refused:
        _schedule(100, terms)
    assert (refused.value.problem, refused.value.facts["why"]) == (Problem.PLAN_REFUSED, why.value)


@pytest.mark.parametrize(
    ("rhythm", "code"),
    [
        (Rhythm(Every.WEEK), "week"),
        (Rhythm(Every.MONTH, (31,)), "month:31"),
        (Rhythm(Every.TWICE_A_MONTH, (1, 15)), "twice:1,15"),
    ],
)
def test_a_rhythm_is_stored_as_a_code(rhythm: Rhythm, code: str) -> None:
    assert (rhythm.code, rhythm_of(code)) == (code, rhythm)


TERMS = st.builds(
    PlanTerms,
    every=st.sampled_from([one for one in Every if one is not Every.DATES]),
    first=st.integers(0, 800).map(lambda days: TODAY + timedelta(days)),
    parts=st.integers(1, 60),
    cure_days=st.integers(0, 30),
)


@given(st.integers(60, 10**12), TERMS, st.integers(1, 59))
def test_no_penny_is_lost_and_parts_are_equal_but_the_last(
    minor: int, terms: PlanTerms, each: int
) -> None:
    parts = _schedule(minor, terms)
    assert sum(_minors(parts)) == minor
    assert len(set(_minors(parts)[:-1])) <= 1
    assert 0 <= _minors(parts)[-1] - _minors(parts)[0] < len(parts)
    assert parts[-1].left.minor == 0
    assert all(a.left == b.left + b.amount for a, b in itertools.pairwise(parts))
    cut = _schedule(each * 40 + minor % each, replace(terms, parts=None, each=gbp(each)))
    assert sum(_minors(cut)) == each * 40 + minor % each
    assert set(_minors(cut)[:-1]) <= {each}


@given(st.integers(100, 10**9), TERMS, st.sets(st.integers(0, 900)))
def test_every_part_is_on_a_worked_day_and_no_earlier_than_the_one_before(
    minor: int, terms: PlanTerms, closed: set[int]
) -> None:
    # never a closure so long that the calendar is taken to be wrong
    few = frozenset(TODAY + timedelta(day) for day in closed if day % 10)
    calendar = Calendar(holidays=few)
    parts = _schedule(minor, terms, calendar)
    assert all(calendar.is_working(one.day) and one.day >= one.meant for one in parts)
    assert all(calendar.is_working(one.cure_day) and one.cure_day >= one.day for one in parts)
    assert [one.day for one in parts] == sorted(one.day for one in parts)
    assert [one.place for one in parts] == list(range(1, len(parts) + 1))
