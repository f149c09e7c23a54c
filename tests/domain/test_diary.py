"""The diary's days, conflicts and hints."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dates import ONE_DAY
from creditmate.domain.diary import (
    DiaryItem,
    DiaryKind,
    Holiday,
    Source,
    diary_days,
    overlaps,
    several,
)
from tests.domain.diary_items import DAY, an_item

at_any_hour = st.times().map(lambda t: t.replace(second=0, microsecond=0))
items = st.lists(
    st.builds(
        an_item,
        id_=st.integers(1, 10**6),
        day=st.integers(-2, 9).map(lambda n: DAY + ONE_DAY * n),
        at=st.none() | at_any_hour,
        minutes=st.integers(1, 180),
        owner=st.sampled_from([None, 1, 2]),
        customer=st.integers(1, 4),
        done=st.booleans(),
        kind=st.sampled_from(DiaryKind),
    ),
    max_size=12,
    unique_by=lambda item: item.key,
)


# ---------------------------------------------------------------- days
def test_our_word_stands_before_theirs_and_what_is_late_before_all() -> None:
    theirs = an_item(1, at=None, kind=DiaryKind.PROMISE_DUE)
    ours = an_item(2, at=None, kind=DiaryKind.OUR_PROMISE)
    late = an_item(3, at=None, kind=DiaryKind.CALL_BACK, late=True)
    made = an_item(4, at=None, kind=DiaryKind.CONTACT, done=True)
    (day,) = diary_days([made, theirs, ours, late], [], {}, DAY, DAY)
    assert day.all_day == (late, ours, theirs, made)
    assert day.items == day.all_day
    assert day.works


def test_hours_stand_in_their_order_and_ours_is_the_first_holiday() -> None:
    noon, nine = an_item(1, at=time(12)), an_item(2, at=time(9))
    scots = Holiday(DAY, "St Andrew's Day", "GB", "SCT", customers=("Inverlaith",))
    ours = Holiday(DAY, "Day off", "GB", "ENG", ours=True)
    (day,) = diary_days([noon, nine], [scots, ours], {DAY: False}, DAY, DAY)
    assert day.timed == (nine, noon)
    assert day.holidays == (ours, scots)
    assert not day.works


@given(items, st.integers(0, 8))
def test_each_item_of_the_days_shown_stands_once_on_its_day(
    found: list[DiaryItem], more: int
) -> None:
    last = DAY + ONE_DAY * more
    days = diary_days(found, [], {}, DAY, last)
    assert [day.day for day in days] == [DAY + ONE_DAY * n for n in range(more + 1)]
    shown = sorted(item.key for day in days for item in day.items)
    assert shown == sorted(item.key for item in found if DAY <= item.day <= last)
    assert all(item.day == day.day for day in days for item in day.items)
    assert all((item.at is None) == (item in day.all_day) for day in days for item in day.items)


# ---------------------------------------------------------------- conflicts
def test_whoever_goes_along_cannot_do_something_else() -> None:
    theirs = replace(an_item(1, at=time(10), owner=1), along=frozenset({2}))
    assert theirs.hands == {1, 2}
    own = an_item(2, at=time(10, 15), owner=2)
    assert overlaps([theirs, own]) == {"task-1": ("task-2",), "task-2": ("task-1",)}
    assert overlaps([theirs, replace(own, owner=3)]) == {}


def test_what_ends_as_the_next_begins_does_not_overlap() -> None:
    one, other = an_item(1, at=time(9)), an_item(2, at=time(9, 30))
    assert overlaps([one, other]) == {}
    longer = an_item(1, at=time(9), minutes=31)
    assert overlaps([other, longer]) == {"task-1": ("task-2",), "task-2": ("task-1",)}


def test_two_of_us_can_do_two_things_at_once() -> None:
    assert overlaps([an_item(1, owner=1), an_item(2, owner=2)]) == {}


def test_a_late_talk_runs_into_the_next_day() -> None:
    late = an_item(1, at=time(23, 50))
    early = an_item(2, day=DAY + ONE_DAY, at=time(0, 10))
    assert late.ends == datetime(2026, 11, 24, 0, 20)  # noqa: DTZ001 - by our clock
    assert overlaps([early, late]) == {"task-1": ("task-2",), "task-2": ("task-1",)}


@given(items)
def test_overlaps_are_of_both_of_one_owner_and_in_truth(found: list[DiaryItem]) -> None:
    said = overlaps(found)
    known = {item.key: item for item in found}
    pairs = {(a, b) for a, others in said.items() for b in others}
    truth = {
        (a.key, b.key)
        for a in found
        for b in found
        if a.key != b.key
        and a.at is not None
        and b.at is not None
        and not a.done
        and not b.done
        and a.owner == b.owner
        and a.begins < b.ends
        and b.begins < a.ends
    }
    assert pairs == truth
    assert all(known[a].ends - known[a].begins > timedelta() for a in said)


def test_two_approaches_to_a_customer_on_one_day_are_a_hint() -> None:
    visit = an_item(1, kind=DiaryKind.VISIT)
    call = an_item(2, at=None, kind=DiaryKind.CALL_BACK)
    tomorrow = an_item(3, day=DAY + ONE_DAY, kind=DiaryKind.CALL)
    promise = an_item(4, kind=DiaryKind.PROMISE_DUE, source=Source.PROMISE)
    made = an_item(5, kind=DiaryKind.CONTACT, done=True)
    assert several([visit, call, tomorrow, promise, made]) == {"task-1", "task-2"}


# ---------------------------------------------------------------- items
def test_only_our_own_plans_move() -> None:
    assert an_item(1).movable
    assert not an_item(1, done=True).movable
    assert not an_item(1, source=Source.PROMISE, kind=DiaryKind.PROMISE_DUE).movable


def test_another_clock_is_said_only_where_it_differs() -> None:
    assert not an_item(1, at=time(9)).elsewhere
    assert not an_item(1, at=None).elsewhere
    there = an_item(1, at=time(9), set_at=time(10))
    assert there.elsewhere
    assert there.begins == datetime(2026, 11, 23, 9)  # noqa: DTZ001 - by our clock
    assert date(2026, 11, 23) == DAY
