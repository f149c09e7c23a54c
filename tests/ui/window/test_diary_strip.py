"""The strip above the hours of the diary: many entries leave the hours their room."""

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from creditmate.domain.diary import DiaryDay, DiaryItem
from creditmate.services.diary import NewEntry, What
from creditmate.ui.diary.diary_state import Show
from creditmate.ui.diary.strip import MOST, Strip
from creditmate.ui.diary.week_layout import WeekLayout
from tests.domain.diary_items import DAY, an_item
from tests.ui.window.conftest import Office
from tests.ui.window.test_diary import TOMORROW, diary, screen

__all__ = ["diary"]

CODES = ("ALDE01", "BRAC01", "CAWD01", "HOLZ01", "PENN01", "QUIL01", "WEXC01", "BRIN01", "TANS01")


@pytest.fixture
def full(diary: Office) -> Office:
    """Tomorrow has many entries without an hour."""
    book = diary.around.program.diary
    for code in CODES:
        entry = NewEntry(code, TOMORROW, What.FOLLOW_UP)
        put = diary.around.program.ask(partial(book.add, entry))
    screen(diary).changed.emit(put.touched)
    diary.until(lambda: len(on_tomorrow(diary)) >= len(CODES))
    screen(diary).begin()
    return diary


def on_tomorrow(office: Office) -> list[DiaryItem]:
    page = screen(office).state.page
    assert page is not None
    (day,) = [one for one in page.days if one.day == TOMORROW]
    return list(day.all_day)


def laid(office: Office) -> WeekLayout:
    found = screen(office).views.week._laid
    assert found is not None
    return found


def seen(office: Office) -> list[str]:
    return [one.key for one in on_tomorrow(office) if one.key in laid(office).rows.of]


def press_at(office: Office, at: QPoint) -> None:
    viewport = screen(office).views.week.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)


def test_many_entries_are_a_few_and_a_count(full: Office) -> None:
    rows, view = laid(full).rows, screen(full).views.week
    everything = on_tomorrow(full)
    assert rows.count <= MOST
    assert rows.more[TOMORROW].hidden == len(everything) - len(seen(full)) > 0
    assert laid(full).grid.height() > view.viewport().height() // 2


def test_a_key_shows_all_of_them_and_few_again(full: Office) -> None:
    full.press(Qt.Key.Key_A)
    full.until(lambda: len(seen(full)) == len(on_tomorrow(full)))
    assert laid(full).rows.more[TOMORROW].hidden == 0
    full.press(Qt.Key.Key_A)
    full.until(lambda: laid(full).rows.more[TOMORROW].hidden > 0)


def test_a_click_on_the_count_shows_all_of_them_and_one_on_show_fewer_few_again(
    full: Office,
) -> None:
    day = screen(full).state.day
    press_at(full, laid(full).more(TOMORROW).center())
    full.until(lambda: len(seen(full)) == len(on_tomorrow(full)))
    press_at(full, laid(full).more(TOMORROW).center())
    full.until(lambda: laid(full).rows.more[TOMORROW].hidden > 0)
    assert screen(full).state.day == day, "nothing else was chosen with it"


def test_arrows_come_to_every_one_of_them_and_it_is_seen(full: Office) -> None:
    view, state = screen(full).views.week, screen(full).state
    full.press(Qt.Key.Key_Right)
    full.until(lambda: state.day == TOMORROW)
    keys = {item.key for item in on_tomorrow(full)}
    met = set()
    for _ in range(len(keys) + 9):
        if state.key in keys:
            met.add(state.key)
            assert not view.rect_of(state.key).isEmpty()
            assert laid(full).rows.count <= MOST
        full.press(Qt.Key.Key_Down)
    assert met == keys


def test_so_it_is_in_the_day(full: Office) -> None:
    full.press(Qt.Key.Key_Right)
    full.press(Qt.Key.Key_1)
    full.until(lambda: screen(full).state.show is Show.DAY and screen(full).state.is_seen)
    full.until(lambda: TOMORROW in laid(full).rows.more)
    assert laid(full).rows.count <= MOST


# ---------------------------------------------------------------- the rule
def a_day(count: int, day: date = DAY) -> DiaryDay:
    items = tuple(an_item(day.toordinal() * 99 + n, day, None) for n in range(1, count + 1))
    return DiaryDay(day, works=True, all_day=items)


@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=7),
    st.lists(st.integers(0, 30), max_size=6),
    st.integers(0, 40),
    st.booleans(),
)
def test_the_one_one_is_on_is_always_seen_and_no_row_is_taken_twice(
    counts: list[int], gone_to: list[int], room: int, unfolded: bool
) -> None:
    days = [a_day(count, DAY + timedelta(days=n)) for n, count in enumerate(counts)]
    items = [item for day in days for item in day.all_day]
    strip = Strip()
    strip.unfolded = unfolded
    for at in gone_to:
        key = items[at % len(items)].key if items else ""
        rows = strip.rows(days, key, room)
        assert not key or key in rows.of
        for day in days:
            taken = [rows.of[i.key] for i in day.all_day if i.key in rows.of]
            assert taken == list(range(len(taken)))
            more = rows.more.get(day.day)
            hidden = len(day.all_day) - len(taken)
            assert hidden == 0 or (more is not None and (unfolded or more.hidden == hidden))
            assert len(taken) + (more is not None) <= rows.count


def test_what_is_seen_stays_where_it_is_while_one_goes_about_in_it() -> None:
    strip, days = Strip(), [a_day(12)]
    keys = [item.key for item in days[0].all_day]
    strip.rows(days, keys[9], 30)
    before = strip.rows(days, keys[9], 30).of
    assert strip.rows(days, keys[7], 30).of == before, "a click moves nothing away from under it"
