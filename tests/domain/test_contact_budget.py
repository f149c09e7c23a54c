"""One budget over all channels: what costs, the edges of its windows, and when there is room."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.contact_budget import (
    Limits,
    Purpose,
    Refusal,
    Touch,
    Used,
    out_of_reach,
    purpose_of,
    refusal,
    used,
)

TODAY = date(2026, 11, 23)
LOOSE = Limits(week=7, month=31, gap_days=0, attempts_week=21, attempts_day=5)
FREE = set(Purpose) - {Purpose.OWN, Purpose.ATTEMPT}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def made(purpose: Purpose, *days: int, channel: str = "call") -> list[Touch]:
    return [Touch(ago(each), purpose, channel) for each in days]


def own(*days: int) -> list[Touch]:
    return made(Purpose.OWN, *days)


def refused(touches: Sequence[Touch], limits: Limits) -> tuple[Refusal, date] | None:
    return refusal(used(touches, TODAY), limits, TODAY)


@pytest.mark.parametrize(
    ("direction", "reached", "stored", "expected"),
    [
        ("in", True, None, Purpose.INCOMING),
        ("in", False, "", Purpose.INCOMING),
        ("out", True, None, Purpose.OWN),
        ("out", False, None, Purpose.ATTEMPT),
        ("out", True, "agreed", Purpose.AGREED),
        ("out", False, "promise", Purpose.PROMISE),
        ("in", True, "reply", Purpose.REPLY),
    ],
)
def test_the_purpose_of_a_contact(
    direction: str,
    reached: bool,
    stored: str | None,
    expected: Purpose,
) -> None:
    assert purpose_of(direction, reached, stored) is expected


def test_all_channels_count_together_and_one_day_is_one_initiative() -> None:
    touches = [
        Touch(ago(0), Purpose.OWN, "call"),
        Touch(ago(0), Purpose.OWN, "email"),
        Touch(ago(2), Purpose.OWN, "letter"),
        Touch(ago(4), Purpose.OWN, "text"),
    ]
    found = used(touches, TODAY)
    assert (found.week, found.month, found.last_own) == (3, 3, TODAY)
    assert found.own_days == (ago(4), ago(2), ago(0))


@pytest.mark.parametrize("purpose", sorted(FREE))
def test_what_the_customer_began_or_agreed_to_costs_nothing(purpose: Purpose) -> None:
    assert used(made(purpose, *range(30)), TODAY) == Used()


def test_attempts_are_counted_by_themselves() -> None:
    found = used(made(Purpose.ATTEMPT, 0, 0, 6, 7), TODAY)
    assert found == Used(attempts_week=3, attempts=(ago(6), ago(0), ago(0)))


def test_the_eighth_day_is_in_another_week_and_the_thirty_first_in_another_month() -> None:
    assert used(own(6, 7), TODAY).week == 1
    assert used(own(29, 30), TODAY).month == 1
    assert used(own(30), TODAY).last_own == ago(30)


def test_what_is_dated_later_is_not_known() -> None:
    assert used(own(-1), TODAY) == Used()
    assert used(made(Purpose.ATTEMPT, -1), TODAY) == Used()


# ---------------------------------------------------------------- refusals
def test_three_in_seven_days_are_enough() -> None:
    limits = Limits(gap_days=0)
    assert refused(own(6, 4, 2), limits) == (Refusal.WEEK, TODAY + timedelta(days=1))
    assert refused(own(7, 4, 2), limits) is None
    assert refused(own(3, 2, 1), limits) == (Refusal.WEEK, TODAY + timedelta(days=4))


def test_ten_in_thirty_days_are_enough() -> None:
    limits = Limits(gap_days=0)
    spread = (29, 26, 23, 20, 17, 14, 12, 11, 9, 8)
    assert refused(own(*spread), limits) == (Refusal.MONTH, TODAY + timedelta(days=1))
    assert refused(own(30, *spread[1:]), limits) is None


def test_five_days_lie_between_two_initiatives() -> None:
    assert refused(own(5), Limits()) is None
    assert refused(own(4), Limits()) == (Refusal.TOO_SOON, TODAY + timedelta(days=1))
    assert refused(own(1), Limits()) == (Refusal.TOO_SOON, TODAY + timedelta(days=4))


def test_what_is_done_on_the_day_of_an_initiative_belongs_to_it() -> None:
    assert refused(own(0, 1, 2), Limits()) is None


def test_attempts_have_a_cap_of_a_week_and_of_a_day() -> None:
    def tried(*days: int) -> tuple[Refusal, date] | None:
        return refused(made(Purpose.ATTEMPT, *days), Limits())

    assert tried(0) is None
    assert tried(0, 0) == (Refusal.ATTEMPTS, TODAY + timedelta(days=1))
    assert tried(1, 1, 0) == (Refusal.ATTEMPTS, TODAY + timedelta(days=6))
    assert tried(6, 6, 1) == (Refusal.ATTEMPTS, TODAY + timedelta(days=1))
    assert tried(7, 6, 1) is None


def test_attempts_in_vain_say_nothing_against_a_letter() -> None:
    found = used(made(Purpose.ATTEMPT, 0, 0, 0), TODAY)
    assert refusal(found, Limits(), TODAY, by_phone=False) is None


def test_what_lasts_longest_is_said() -> None:
    assert refused(own(3, 2, 1), Limits()) == (Refusal.WEEK, TODAY + timedelta(days=4))
    assert refused(own(6, 5, 1), Limits()) == (Refusal.TOO_SOON, TODAY + timedelta(days=4))


TOUCHES = st.lists(
    st.builds(
        Touch,
        st.integers(-3, 40).map(ago),
        st.sampled_from(Purpose),
        st.sampled_from(["call", "email", "letter", "text"]),
        st.none(),  # of a named tuple hypothesis would make up whatever is not given
        st.booleans(),
    ),
    max_size=40,
)
LIMITS = st.builds(
    Limits,
    st.integers(1, 7),
    st.integers(1, 31),
    st.integers(0, 10),
    st.integers(1, 21),
    st.integers(1, 5),
)


@given(TOUCHES, LIMITS)
def test_there_is_room_on_the_day_that_is_named_and_on_none_before(
    touches: list[Touch], limits: Limits
) -> None:
    known = [touch for touch in touches if touch.day <= TODAY]
    found = refusal(used(known, TODAY), limits, TODAY)
    if found is None:
        return
    _, day = found
    assert refusal(used(known, day), limits, day) is None
    for earlier in range((day - TODAY).days):
        on = TODAY + timedelta(days=earlier)
        assert refusal(used(known, on), limits, on) is not None


@given(TOUCHES, LIMITS)
def test_what_is_within_its_limits_stays_within_them(touches: list[Touch], limits: Limits) -> None:
    """Whoever asks first never has more in a window than the limits allow."""
    done: list[Touch] = []
    for touch in sorted(touches, key=lambda one: one.day):
        if refusal(used(done, touch.day), limits, touch.day) is None:
            done.append(touch)
    days = sorted({t.day for t in done if t.purpose is Purpose.OWN})
    for on in days:
        found = used(done, on)
        assert found.week <= limits.week
        assert found.month <= limits.month
    assert all((later - day).days >= limits.gap_days for day, later in pairwise(days))
    for on in (t.day for t in done if t.purpose is Purpose.ATTEMPT):
        found = used(done, on)
        assert found.attempts_week <= limits.attempts_week
        assert found.attempts.count(on) <= limits.attempts_day


@given(TOUCHES)
def test_what_costs_nothing_changes_nothing(touches: list[Touch]) -> None:
    free = [touch for touch in touches if touch.purpose in FREE and not touch.in_vain]
    costly = [touch for touch in touches if touch not in free]
    assert used(touches, TODAY) == used(costly, TODAY)
    assert refused(free, LOOSE) is None


@given(LIMITS)
def test_a_limit_that_is_never_reached_is_named_with_the_most_there_can_be(limits: Limits) -> None:
    """Whoever makes an initiative on every day that has room for one gets no further."""
    months: list[Touch] = []
    for ahead in range(30):
        on = TODAY + timedelta(days=ahead)
        room = Limits(limits.week, 31, limits.gap_days)
        if refusal(used(months, on), room, on) is None:
            months.append(Touch(on, Purpose.OWN, "call"))
    found = out_of_reach(limits)
    most = min(len(months), limits.month)
    assert found.get("month", limits.month) == most
    in_week = sum(one.day < TODAY + timedelta(days=7) for one in months)
    assert min(found.get("week", limits.week), limits.week) == in_week


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        (Limits(), {"week": 2, "month": 6}),
        (Limits(week=2, month=6), {}),
        (Limits(gap_days=0), {}),
        (Limits(gap_days=0, attempts_week=10, attempts_day=1), {"attempts_week": 7}),
    ],
)
def test_which_limits_count(limits: Limits, found: dict[str, int]) -> None:
    assert out_of_reach(limits) == found
