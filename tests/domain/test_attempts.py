"""After nobody was reached: the next working day, the other half of it, and in time another way."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.attempts import next_attempt
from creditmate.domain.contact_budget import Limits, Purpose, Touch
from creditmate.domain.contact_hours import Hours
from creditmate.domain.contact_policy import ContactPolicy
from creditmate.domain.contact_warnings import Whom, warned
from creditmate.domain.dates import Calendar

MONDAY = date(2026, 11, 23)
HOLIDAY = Calendar(holidays=frozenset({date(2026, 11, 24)}))


@pytest.mark.parametrize(
    ("hour", "wanted"),
    [(time(9, 30), time(14)), (time(11, 59), time(14)), (time(12), time(10)), (time(17), time(10))],
)
def test_the_other_half_of_the_next_working_day(hour: time, wanted: time) -> None:
    found = next_attempt(Whom(datetime.combine(MONDAY, hour), Calendar()), 0)
    assert (found.day, found.at) == (date(2026, 11, 24), wanted)


def test_neither_a_holiday_of_theirs_nor_a_weekend() -> None:
    morning = datetime.combine(MONDAY, time(9))
    assert next_attempt(Whom(morning, HOLIDAY), 0).day == date(2026, 11, 25)
    friday = datetime.combine(date(2026, 11, 27), time(9))
    assert next_attempt(Whom(friday, Calendar()), 0).day == date(2026, 11, 30)


@pytest.mark.parametrize(("before", "another"), [(0, False), (1, False), (2, True), (3, True)])
def test_after_the_third_in_a_row_another_way_is_better(before: int, another: bool) -> None:
    found = next_attempt(Whom(datetime.combine(MONDAY, time(9)), Calendar()), before)
    assert (found.number, found.another_way) == (before + 2, another)


OWN = Purpose.OWN
MORNING = datetime.combine(MONDAY, time(9))
purposes = st.sampled_from([Purpose.OWN, Purpose.AGREED, Purpose.REPLY, Purpose.PROMISE])
touches = st.builds(
    Touch,
    st.dates(MONDAY - timedelta(days=35), MONDAY),
    st.sampled_from(Purpose),
    st.just("call"),
    st.none(),  # of a named tuple hypothesis would make up whatever is not given
    reached=st.booleans(),
)
limits = st.builds(
    Limits, st.integers(1, 4), st.integers(1, 10), st.integers(0, 30), st.integers(2, 5), st.just(2)
)


@given(st.lists(touches, max_size=12), limits, purposes, st.integers(0, 23))
def test_the_day_proposed_is_one_on_which_nothing_speaks_against_ringing(
    made: list[Touch], most: Limits, purpose: Purpose, hour: int
) -> None:
    policy = replace(ContactPolicy(), limits=most)
    whom = Whom(datetime.combine(MONDAY, time(hour)), Calendar(), policy, tuple(made))
    found = next_attempt(whom, 0, purpose)
    kept = Purpose.ATTEMPT if purpose is Purpose.OWN else purpose
    tried = (*made, Touch(MONDAY, kept, "call", reached=False))
    then = replace(whom, moment=datetime.combine(found.day, found.at), touches=tried)
    again = Purpose.PROMISE if purpose is Purpose.PROMISE else Purpose.ATTEMPT
    assert warned(then, "call", again, found.day) == ()
    in_week = [one for one in tried if one.in_vain and found.day - one.day < timedelta(days=7)]
    assert len(in_week) < most.attempts_week


def test_the_third_attempt_of_a_week_waits_until_the_first_is_a_week_ago() -> None:
    made = tuple(Touch(MONDAY - timedelta(days=days), Purpose.ATTEMPT, "call") for days in (4, 3))
    found = next_attempt(Whom(MORNING, Calendar(), touches=made), 2)
    assert (found.day, found.at) == (MONDAY + timedelta(days=3), time(14))


@given(st.lists(touches, max_size=12), limits, st.integers(0, 23))
def test_whoever_asked_to_be_rung_is_tried_the_next_working_day(
    made: list[Touch], most: Limits, hour: int
) -> None:
    policy = replace(ContactPolicy(), limits=most)
    whom = Whom(datetime.combine(MONDAY, time(hour)), HOLIDAY, policy, tuple(made))
    found = next_attempt(whom, 0, Purpose.AGREED, asked=True)
    assert (found.day, found.at.hour < 12) == (MONDAY + timedelta(days=2), hour >= 12)


@pytest.mark.parametrize(
    ("whom", "at"),
    [
        (Whom(MORNING, Calendar(), wished=(time(16), time(17))), time(16)),
        (Whom(MORNING, Calendar(), wished=(time(8), time(9, 30))), time(9, 15)),
        (
            Whom(MORNING, Calendar(), ContactPolicy(hours=Hours(weekday_to=time(13)))),
            time(12, 45),
        ),
    ],
)
def test_the_hour_is_one_at_which_they_may_be_rung(whom: Whom, at: time) -> None:
    assert next_attempt(whom, 0).at == at


@pytest.mark.parametrize(("channel", "days"), [("call", 7), ("email", 5)])
def test_whoever_is_told_when_there_is_room_again_is_told_a_day_that_is_worked(
    channel: str, days: int
) -> None:
    whom = Whom(
        datetime.combine(MONDAY, time(9)), Calendar(), touches=(Touch(MONDAY, OWN, "call"),)
    )
    tomorrow = replace(whom, moment=datetime.combine(MONDAY + timedelta(days=1), time(9)))
    (found,) = warned(tomorrow, channel, OWN, MONDAY + timedelta(days=1))
    assert found.until == MONDAY + timedelta(days=days)


def test_who_may_be_rung_at_no_hour_is_tried_as_usual_and_whoever_rings_is_told() -> None:
    silent = Whom(MORNING, Calendar(), wished=(time(9), time(9)))
    assert next_attempt(silent, 0).day == MONDAY + timedelta(days=1)


def test_far_away_it_is_tried_while_somebody_of_us_is_there() -> None:
    """New York at noon is five in London: at two o'clock there nobody is here any more."""

    def is_here(moment: datetime) -> bool:
        return time(9) <= (moment + timedelta(hours=5)).time() < time(17, 30)

    found = next_attempt(Whom(MORNING, Calendar()), 0, is_here=is_here)
    assert (found.day, found.at) == (next_attempt(Whom(MORNING, Calendar()), 0).day, time(12, 15))
    at_night = next_attempt(Whom(MORNING, Calendar()), 0, is_here=lambda _moment: False)
    assert at_night.at == time(14)  # then at least when they may be rung
    evening = next_attempt(Whom(MORNING, Calendar()), 0, is_here=lambda at: at.hour >= 20)
    assert evening.at == time(14)  # nobody is rung at supper so that somebody of us is there
