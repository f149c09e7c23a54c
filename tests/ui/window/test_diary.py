"""The place Diary, with real keys and a real mouse, over the sample ledger."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from creditmate.domain.diary import DiaryDay, DiaryItem, DiaryKind
from creditmate.domain.visit_plan import VisitPlan
from creditmate.services.diary import NewEntry, Wanted, What
from creditmate.services.program import Program
from creditmate.ui.diary.diary_state import Show
from creditmate.ui.diary.entry_dialog import EntryDialog, MoveDialog
from creditmate.ui.diary.week_layout import WeekLayout
from creditmate.ui.papers.paper_dialog import PaperDialog
from creditmate.ui.screens.call import CallScreen
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.diary import DiaryScreen
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.theme.theme import Theme
from creditmate.ui.visits.plan_dialog import PlanVisitDialog
from creditmate.ui.wishes import OpenPlace
from tests.domain.diary_items import an_item
from tests.ui.window.conftest import TODAY, Office, make_office

TOMORROW, FRIDAY = TODAY + timedelta(days=1), TODAY + timedelta(days=4)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def diary(office: Office) -> Office:
    office.window.fulfil(OpenPlace("diary"))
    office.until(lambda: screen(office).state.page is not None)
    screen(office).begin()
    return office


def screen(office: Office) -> DiaryScreen:
    shown = office.window.screen_shown
    assert isinstance(shown, DiaryScreen)
    return shown


def items(office: Office) -> dict[str, DiaryItem]:
    page = screen(office).state.page
    assert page is not None
    return {item.code: item for item in page.items if not item.done}


def come_to(office: Office, code: str) -> DiaryItem:
    """Go to a customer's entry with the arrow keys."""
    item = items(office)[code]
    for _ in range(7):
        if screen(office).state.day == item.day:
            break
        office.press(Qt.Key.Key_Right)
    for _ in range(9):
        if screen(office).state.key == item.key:
            return item
        office.press(Qt.Key.Key_Down)
    raise AssertionError(code)


def moved(office: Office, code: str, day: date, at: time | None) -> None:
    """Wait until an entry stands somewhere."""

    def is_there() -> bool:
        item = items(office).get(code)
        return item is not None and (item.day, item.at) == (day, at)

    office.until(is_there)


def test_while_it_is_on_its_way_it_says_so(office: Office) -> None:
    gate = Event()
    office.around.desk.ask(partial(gate.wait, 9), lambda _: None)  # the machine is busy
    office.window.fulfil(OpenPlace("diary"))
    office.until(screen(office).loading.isVisible)
    gate.set()
    office.until(lambda: screen(office).state.page is not None)
    assert not screen(office).loading.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_2])
def test_where_in_the_day_it_is_stands_as_a_line_in_day_and_week(
    diary: Office, key: Qt.Key
) -> None:
    diary.press(key)
    diary.until(lambda: screen(diary).state.is_seen)
    view = screen(diary).views.week
    at_noon, at_half = (datetime.combine(TODAY, time(12, m), UTC) for m in (0, 30))
    pictures = []
    for now in (None, at_noon, at_half):
        view.show_now(now)
        pictures.append(view.viewport().grab().toImage())
    none, noon, half = pictures
    rows = [y for y in range(none.height()) if differs(none, noon, y)]
    later = [y for y in range(none.height()) if differs(none, half, y)]
    assert rows
    assert min(later) > min(rows)
    assert len(rows) < 20  # a line, and nothing else moved


def differs(one: QImage, other: QImage, y: int) -> bool:
    """Whether a row of two pictures differs anywhere."""
    return any(one.pixel(x, y) != other.pixel(x, y) for x in range(0, one.width(), 2))


# ---------------------------------------------------------------- keys
def test_arrows_go_from_day_to_day_and_from_entry_to_entry(diary: Office) -> None:
    state = screen(diary).state
    assert state.day == TODAY
    first = state.key
    keys = state._keys_on(TODAY)
    diary.press(Qt.Key.Key_Down, times=2)
    assert state.key == keys[keys.index(first) + 2]
    diary.press(Qt.Key.Key_Right)
    assert state.day == TOMORROW
    assert state.item is not None
    assert not state.item.done
    diary.press(Qt.Key.Key_Left, times=3)  # past Monday is the week before
    diary.until(lambda: state.is_seen)
    assert state.day == TODAY - timedelta(days=2)
    assert screen(diary).head.days.text().replace("\u00a0", " ").endswith("2026\u2069, week 47")
    diary.press(Qt.Key.Key_T)
    diary.until(lambda: state.is_seen and state.day == TODAY)


def test_pages_are_weeks_and_a_free_one_says_so(diary: Office) -> None:
    state, views = screen(diary).state, screen(diary).views
    diary.press(Qt.Key.Key_PageDown)
    diary.until(lambda: state.is_seen)
    assert state.day == TODAY + timedelta(days=7)
    diary.press(Qt.Key.Key_PageDown, times=8)
    diary.until(lambda: state.is_seen and views.currentWidget() is views.none)
    assert views.none.accessibleName() == "A free week."
    diary.until(views.none.action.hasFocus)
    diary.press(Qt.Key.Key_PageUp, times=9)
    diary.until(lambda: state.is_seen and views.currentWidget() is views.week)
    diary.until(views.week.hasFocus)


def test_enter_opens_the_call_or_the_customer(diary: Office) -> None:
    come_to(diary, "PENN01")
    diary.press(Qt.Key.Key_Return)
    diary.until(lambda: isinstance(diary.window.screen_shown, CallScreen))
    diary.window.fulfil(OpenPlace("diary"))
    come_to(diary, "BRAC01")
    diary.press(Qt.Key.Key_Return)
    diary.until(lambda: isinstance(diary.window.screen_shown, CustomerScreen))


def test_an_entry_is_moved_by_typing_and_undone(diary: Office) -> None:
    come_to(diary, "PENN01")
    diary.press(Qt.Key.Key_M)
    dialog = dialog_of(diary, MoveDialog)
    QTest.keyClicks(dialog.focusWidget(), "thu")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    dialog.at.input.selectAll()
    QTest.keyClicks(dialog.at.input, "2 pm")
    QTest.keyClick(dialog.at.input, Qt.Key.Key_Return)
    moved(diary, "PENN01", TODAY + timedelta(days=3), time(14))
    assert screen(diary).state.key == items(diary)["PENN01"].key
    diary.come_to_the_front()
    diary.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    moved(diary, "PENN01", TODAY, time(9, 30))


def test_what_was_undone_is_moved_again_and_again(diary: Office) -> None:
    come_to(diary, "PENN01")
    for hour in ("2 pm", "3 pm"):
        diary.press(Qt.Key.Key_M)
        dialog = dialog_of(diary, MoveDialog)
        QTest.keyClicks(dialog.focusWidget(), "thu")
        dialog.at.input.selectAll()
        QTest.keyClicks(dialog.at.input, hour)
        QTest.keyClick(dialog.at.input, Qt.Key.Key_Return)
        moved(diary, "PENN01", TODAY + timedelta(days=3), time(14 if hour == "2 pm" else 15))
        diary.until(lambda: diary.window.telling._undo is not None)
        diary.come_to_the_front()
        diary.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        moved(diary, "PENN01", TODAY, time(9, 30))
        assert screen(diary).state.key == items(diary)["PENN01"].key


def test_what_was_taken_out_and_is_back_is_moved(diary: Office) -> None:
    at_ten = NewEntry("ALDE01", TODAY, What.VISIT, time(10))
    put = diary.around.program.ask(lambda: diary.around.program.diary.add(at_ten))
    screen(diary).changed.emit(put.touched)
    diary.until(lambda: "ALDE01" in items(diary))
    come_to(diary, "ALDE01")
    diary.press(Qt.Key.Key_Delete)
    diary.until(lambda: "ALDE01" not in items(diary))
    diary.until(lambda: diary.window.telling._undo is not None)
    diary.come_to_the_front()
    diary.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    diary.until(lambda: "ALDE01" in items(diary))
    screen(diary).begin()
    come_to(diary, "ALDE01")
    diary.press(Qt.Key.Key_Down, SHIFT)
    moved(diary, "ALDE01", TODAY, time(10, 30))


def test_a_fast_enter_in_the_customers_field_loses_nobody(diary: Office) -> None:
    diary.press(Qt.Key.Key_N)
    dialog = dialog_of(diary, EntryDialog)
    diary.until(dialog.customer.hasFocus)
    QTest.keyClicks(dialog.customer, "alder")
    QTest.keyClick(dialog.customer, Qt.Key.Key_Return)  # before anybody answers
    diary.until(lambda: dialog.customer.code == "ALDE01")
    diary.until(dialog.day.input.hasFocus)
    QTest.keyClick(dialog.day.input, Qt.Key.Key_Return)
    moved(diary, "ALDE01", TODAY, None)


def test_a_day_on_which_nobody_is_rung_is_put_in_and_pointed_at(diary: Office) -> None:
    told: list[str] = []
    screen(diary).told_undo.connect(lambda said, _undo: told.append(said))
    diary.press(Qt.Key.Key_N)
    dialog = dialog_of(diary, EntryDialog)
    diary.until(dialog.customer.hasFocus)
    QTest.keyClicks(dialog.customer, "alder")
    QTest.keyClick(dialog.customer, Qt.Key.Key_Return)
    diary.until(lambda: dialog.customer.code == "ALDE01")
    diary.until(dialog.day.input.hasFocus)
    dialog.day.input.selectAll()
    QTest.keyClicks(dialog.day.input, "25/12")
    QTest.keyClick(dialog.day.input, Qt.Key.Key_Return)
    diary.until(lambda: told)
    assert "a holiday there" in told[0]


def test_a_fast_tab_in_the_customers_field_loses_nobody(diary: Office) -> None:
    diary.press(Qt.Key.Key_N)
    dialog = dialog_of(diary, EntryDialog)
    diary.until(dialog.customer.hasFocus)
    QTest.keyClicks(dialog.customer, "alder")
    QTest.keyClick(dialog.customer, Qt.Key.Key_Tab)
    diary.until(lambda: dialog.customer.code == "ALDE01")
    QTest.keyClick(dialog.day.input, Qt.Key.Key_Return)
    moved(diary, "ALDE01", TODAY, None)


def test_enter_twice_at_once_in_the_customers_field_loses_nobody(diary: Office) -> None:
    diary.press(Qt.Key.Key_N)
    dialog = dialog_of(diary, EntryDialog)
    diary.until(dialog.customer.hasFocus)
    gate = Event()
    diary.around.desk.ask(partial(gate.wait, 5), lambda _: None)  # the ledger is busy
    QTest.keyClicks(dialog.customer, "alder")
    QTest.keyClick(dialog.customer, Qt.Key.Key_Return)
    QTest.keyClick(dialog.customer, Qt.Key.Key_Return)
    gate.set()
    diary.until(lambda: dialog.customer.code == "ALDE01")
    assert dialog.customer.accessibleDescription() == ""


def test_enter_right_after_the_customer_waits_until_it_is_known(diary: Office) -> None:
    diary.press(Qt.Key.Key_N)
    dialog = dialog_of(diary, EntryDialog)
    diary.until(dialog.customer.hasFocus)
    gate = Event()
    diary.around.desk.ask(partial(gate.wait, 5), lambda _: None)
    QTest.keyClicks(dialog.customer, "alder")
    QTest.keyClick(dialog.customer, Qt.Key.Key_Tab)
    QTest.keyClick(dialog.day.input, Qt.Key.Key_Return)
    gate.set()
    moved(diary, "ALDE01", TODAY, None)


def test_what_was_changed_meanwhile_is_moved_by_the_next_enter(diary: Office) -> None:
    item, book = come_to(diary, "PENN01"), diary.around.program.diary
    diary.press(Qt.Key.Key_M)
    dialog = dialog_of(diary, MoveDialog)
    diary.around.program.ask(lambda: book.move(item.id, item.version, FRIDAY, time(9)))
    QTest.keyClicks(dialog.focusWidget(), "thu")
    QTest.keyClick(dialog.day.input, Qt.Key.Key_Return)
    diary.until(dialog._problem.isVisible)
    diary.until(lambda: dialog._item.version == item.version + 1)
    QTest.keyClick(dialog.day.input, Qt.Key.Key_Return)
    moved(diary, "PENN01", TODAY + timedelta(days=3), time(9, 30))


def test_what_cannot_be_typed_is_said_below_its_field(diary: Office) -> None:
    come_to(diary, "PENN01")
    diary.press(Qt.Key.Key_M)
    dialog = dialog_of(diary, MoveDialog)
    QTest.keyClicks(dialog.day.input, "yesterday")
    QTest.keyClick(dialog.day.input, Qt.Key.Key_Return)
    diary.until(lambda: "has passed" in dialog.day.input.accessibleDescription())
    QTest.keyClick(dialog.day.input, Qt.Key.Key_Escape)
    assert items(diary)["PENN01"].day == TODAY


def test_shift_takes_an_entry_along(diary: Office) -> None:
    come_to(diary, "HOLZ01")
    diary.press(Qt.Key.Key_Up, SHIFT)
    moved(diary, "HOLZ01", FRIDAY, time(13, 30))
    diary.press(Qt.Key.Key_Left, SHIFT)
    moved(diary, "HOLZ01", FRIDAY - timedelta(days=1), time(13, 30))
    assert items(diary)["HOLZ01"].set_at == time(14, 30)


@pytest.mark.parametrize("shown", [Qt.Key.Key_1, Qt.Key.Key_2])
def test_taken_along_out_of_what_is_shown_one_goes_with_it(diary: Office, shown: Qt.Key) -> None:
    state = screen(diary).state
    key = come_to(diary, "HOLZ01").key
    diary.press(shown)
    diary.until(lambda: state.is_seen and page_days(diary)[-1] >= FRIDAY)
    for days in range(1, 4):  # over the weekend, one after another
        diary.press(Qt.Key.Key_Right, SHIFT)
        moved(diary, "HOLZ01", FRIDAY + timedelta(days=days), time(14))
        assert (state.key, state.day) == (key, FRIDAY + timedelta(days=days))


def test_in_the_month_shift_takes_an_entry_along_by_weeks(diary: Office) -> None:
    state = screen(diary).state
    key = come_to(diary, "HOLZ01").key
    diary.press(Qt.Key.Key_3)
    diary.until(lambda: state.is_seen and state.show is Show.MONTH)
    diary.press(Qt.Key.Key_Down, SHIFT)
    moved(diary, "HOLZ01", FRIDAY + timedelta(days=7), time(14))
    assert state.key == key
    diary.press(Qt.Key.Key_Up, SHIFT)
    moved(diary, "HOLZ01", FRIDAY, time(14))


def test_a_promise_stays_where_it_is_and_it_is_said_why(diary: Office) -> None:
    told: list[str] = []
    screen(diary).told.connect(told.append)
    come_to(diary, "WEXC01")
    diary.press(Qt.Key.Key_M)
    assert told == ["A day that was promised stays where it is; what we planned ourselves moves."]
    assert not diary.window.findChildren(MoveDialog)


def test_a_visit_is_planned_from_the_new_entry(diary: Office) -> None:
    diary.press(Qt.Key.Key_N)
    dialog = dialog_of(diary, EntryDialog)
    QTest.keyClicks(dialog.customer, "alder")
    diary.until(lambda: dialog.customer.is_offering)
    QTest.keyClick(dialog.customer, Qt.Key.Key_Return)
    diary.until(lambda: dialog.customer.code == "ALDE01")
    choose_visit(diary, dialog)
    assert dialog.verb.text() == "Plan the visit…"
    assert not dialog.note.isVisible(), "what it is for is said in the next one"
    dialog.day.input.selectAll()
    QTest.keyClicks(dialog.day.input, "wed")
    QTest.keyClicks(dialog.at.input, "11")
    QTest.keyClick(dialog.at.input, Qt.Key.Key_Return)
    plan = dialog_of(diary, PlanVisitDialog)
    wednesday = TODAY + timedelta(days=2)
    assert plan.customer.code == "ALDE01"
    assert plan.day.read_or_refuse() == (wednesday, True)
    assert plan.at.read_or_refuse() == (time(11), True)
    number = planned_by_keys(diary, plan)
    program = diary.around.program
    visit = program.ask(lambda: program.visits.show(number, TODAY).file.visit)
    assert (visit.day, visit.at) == (wednesday, time(11))


def test_an_hour_of_ours_is_planned_by_their_clock(diary: Office) -> None:
    diary.press(Qt.Key.Key_N)
    dialog = dialog_of(diary, EntryDialog)
    dialog.customer.choose("HOLZ01", "Holzwerk")
    diary.until(lambda: dialog.customer.code == "HOLZ01")
    choose_visit(diary, dialog)
    QTest.keyClicks(dialog.at.input, "11")
    QTest.keyClick(dialog.at.input, Qt.Key.Key_Return)
    plan = dialog_of(diary, PlanVisitDialog)
    assert plan.at.read_or_refuse() == (time(12), True)


def choose_visit(diary: Office, dialog: EntryDialog) -> None:
    """Say with an arrow key that it is a visit."""
    diary.until(dialog.isActiveWindow)
    dialog.what.begin()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    diary.until(lambda: dialog.what.key == What.VISIT.value)


def planned_by_keys(diary: Office, plan: PlanVisitDialog) -> str:
    """Say what a visit is for and press Enter at once; the number of its page."""
    field = plan.purpose.focusProxy() or plan.purpose
    field.setFocus()
    QTest.keyClicks(field, "To see the new saw together.")
    QTest.keyClick(plan.day.input, Qt.Key.Key_Return)
    diary.until(lambda: isinstance(diary.window.screen_shown, VisitScreen))
    page = diary.window.screen_shown
    assert isinstance(page, VisitScreen)
    diary.until(lambda: page.number)
    return page.number


def test_a_visit_that_is_only_noted_is_planned_from_its_entry(diary: Office) -> None:
    noted = noted_visit(diary)
    come_to(diary, "ALDE01")
    choose_in_menu(diary, "Plan a visit…")
    plan = dialog_of(diary, PlanVisitDialog)
    assert (plan.customer.code, plan.at.read_or_refuse()) == ("ALDE01", (time(15), True))
    number = planned_by_keys(diary, plan)
    program = diary.around.program
    file = program.ask(lambda: program.visits.show(number, TODAY).file)
    assert (file.visit.day, file.visit.at) == (FRIDAY, time(15))
    page = program.ask(lambda: program.diary.between(Wanted(FRIDAY, FRIDAY)))
    there = [item.id for item in page.items if item.code == "ALDE01"]
    assert noted not in there, "the visit took the place of the note"
    assert there


def test_a_visit_that_is_only_noted_is_taken_out(diary: Office) -> None:
    noted_visit(diary)
    come_to(diary, "ALDE01")
    diary.press(Qt.Key.Key_Delete)
    diary.until(lambda: "ALDE01" not in items(diary))


def test_the_route_sheet_of_a_visit_s_day_is_in_its_menu(diary: Office) -> None:
    program = diary.around.program
    plan = VisitPlan(FRIDAY, time(15), "To see how it goes.")
    done = program.ask(lambda: program.visits.plan("ALDE01", plan))
    screen(diary).changed.emit(done.touched)
    diary.until(lambda: any(i.code == "ALDE01" and i.at == time(15) for i in listed(diary)))
    item = next(i for i in listed(diary) if i.code == "ALDE01" and i.at == time(15))
    screen(diary)._on_chosen(item.day, item.key)
    choose_in_menu(diary, "Print the route sheet of the day…")
    assert "27\u00a0November" in dialog_of(diary, PaperDialog).windowTitle()


def listed(diary: Office) -> list[DiaryItem]:
    page = screen(diary).state.page
    return [] if page is None else list(page.items)


def noted_visit(diary: Office) -> int:
    """Note a visit, as the end of a talk does."""
    program = diary.around.program
    entry = NewEntry("ALDE01", FRIDAY, What.VISIT, time(15), "See the new saw", None)
    put = program.ask(lambda: program.diary.add(entry))
    screen(diary).changed.emit(put.touched)
    moved(diary, "ALDE01", FRIDAY, time(15))
    return put.id


def choose_in_menu(diary: Office, text: str) -> None:
    """Choose in the menu of the entry one is on."""
    week = screen(diary).views.week
    at = week.rect_of(screen(diary).state.key).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, week.viewport().mapToGlobal(at))
    QApplication.sendEvent(week.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [action for action in menu.actions() if action.text() == text]
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_without_a_customer_nothing_is_put_in(diary: Office) -> None:
    diary.press(Qt.Key.Key_N)
    dialog = dialog_of(diary, EntryDialog)
    QTest.keyClick(dialog.customer, Qt.Key.Key_Return)
    assert dialog.customer.accessibleDescription()
    dialog.reject()


def test_day_month_and_list_show_the_same(diary: Office) -> None:
    state, views = screen(diary).state, screen(diary).views
    diary.press(Qt.Key.Key_3)
    diary.until(lambda: state.is_seen and views.currentWidget() is views.month)
    assert state.show is Show.MONTH
    page = state.page
    assert page is not None
    assert (page.wanted.first, page.wanted.last) == (date(2026, 10, 26), date(2026, 12, 6))
    diary.press(Qt.Key.Key_1)
    diary.until(lambda: state.is_seen and views.currentWidget() is views.week)
    assert len(page_days(diary)) == 1
    diary.press(Qt.Key.Key_4)
    diary.until(lambda: state.is_seen and views.currentWidget() is views.list)
    said = [row.said for row in views.list.rows]
    assert said[0].replace("\u00a0", " ") == "Monday 23 November 2026"
    assert any("Holzwerk" in line and "15:00 in Berlin" in line for line in said)
    assert any("overlaps Birkett" in line for line in said)
    diary.until(views.list.hasFocus)
    diary.press(Qt.Key.Key_Down)
    assert state.key == views.list.key


def page_days(office: Office) -> list[date]:
    page = screen(office).state.page
    return [] if page is None else [day.day for day in page.days]


def test_what_one_is_on_is_read_out(diary: Office) -> None:
    come_to(diary, "LONG01")
    week = screen(diary).views.week
    said = week.accessibleDescription().replace("\u00a0", " ")
    assert said.startswith("Thursday 26 November 2026. 10:30 to 11:30, Visit, Visit Longmynde")
    assert "overlaps Birkett & Lowe Shopfitters Ltd" in said
    assert "overlaps Birkett" in screen(diary).foot.about.text()


def test_days_are_narrowed_to_one_of_us(diary: Office) -> None:
    owner = screen(diary).foot.owner
    assert [owner.itemText(n) for n in range(owner.count())] == [
        "Everybody", "Ellen Rook", "Marian Pike",
    ]  # fmt: skip
    owner.setFocus()
    diary.press(Qt.Key.Key_Down, times=2)
    diary.until(lambda: screen(diary).state.owner == 2 and screen(diary).state.is_seen)
    assert "REDM01" in items(diary)
    assert "TANS01" not in items(diary)


# ---------------------------------------------------------------- the mouse
def drag(office: Office, begun: QPoint, end: QPoint) -> None:
    """Press, move in steps, let go."""
    port = screen(office).views.week.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=begun)
    for step in range(1, 5):
        QTest.mouseMove(port, begun + (end - begun) * step / 4)
        QApplication.processEvents()
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def is_dragging(office: Office) -> bool:
    return screen(office).views.week.dragged is not None


def test_an_entry_is_dragged_to_another_day_and_hour(diary: Office) -> None:
    week, item = screen(diary).views.week, items(diary)["TANS01"]
    begun = week.rect_of(item.key).center()
    held = begun - week.rect_of(item.key).topLeft()
    drag(diary, begun, week.point_at(FRIDAY, time(15)) + QPoint(0, held.y()))
    moved(diary, "TANS01", FRIDAY, time(15))


def test_dragged_into_the_strip_it_has_no_hour_and_back_it_has_one(diary: Office) -> None:
    week, item = screen(diary).views.week, items(diary)["TANS01"]
    drag(diary, week.rect_of(item.key).center(), week.point_at(TOMORROW, None))
    moved(diary, "TANS01", TOMORROW, None)
    strip = week.rect_of(item.key).center()
    drag(diary, strip, week.point_at(TOMORROW, time(12)) + QPoint(0, 3))
    moved(diary, "TANS01", TOMORROW, time(12))


def test_escape_lets_go_and_a_promise_cannot_be_dragged(diary: Office) -> None:
    week, told = screen(diary).views.week, list[str]()
    screen(diary).told.connect(told.append)
    item, port = items(diary)["TANS01"], week.viewport()
    begun, end = week.rect_of(item.key).center(), week.point_at(FRIDAY, time(15))
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=begun)
    QTest.mouseMove(port, end)
    QApplication.processEvents()
    assert is_dragging(diary)
    diary.press(Qt.Key.Key_Escape)
    assert not is_dragging(diary)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    promise = items(diary)["WEXC01"]
    drag(diary, week.rect_of(promise.key).center(), week.point_at(TOMORROW, None))
    assert told == ["A day that was promised stays where it is; what we planned ourselves moves."]
    assert items(diary)["TANS01"].at == time(9, 30)


def test_a_double_click_on_a_free_hour_puts_something_there(diary: Office) -> None:
    week = screen(diary).views.week
    at = week.point_at(FRIDAY, time(11)) + QPoint(0, 20)
    QTest.mouseDClick(week.viewport(), Qt.MouseButton.LeftButton, pos=at)
    dialog = dialog_of(diary, EntryDialog)
    assert dialog.day.read() == FRIDAY
    assert dialog.at.read() == time(11)
    dialog.reject()


def test_in_the_month_an_entry_is_dragged_to_another_day(diary: Office) -> None:
    diary.press(Qt.Key.Key_3)
    views = screen(diary).views
    diary.until(lambda: views.currentWidget() is views.month and screen(diary).state.is_seen)
    month, item = views.month, items(diary)["REDM01"]
    port, end = month.viewport(), month.cell_of(FRIDAY).center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=month.rect_of(item.key).center())
    QTest.mouseMove(port, end)
    QApplication.processEvents()
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    moved(diary, "REDM01", FRIDAY, time(15))
    free = month.cell_of(date(2026, 11, 29)).center()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=free)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=free)
    diary.until(lambda: views.currentWidget() is views.week and len(page_days(diary)) == 1)


def test_in_the_month_escape_lets_go_and_a_promise_says_why_it_stays(diary: Office) -> None:
    told: list[str] = []
    screen(diary).told.connect(told.append)
    diary.press(Qt.Key.Key_3)
    views = screen(diary).views
    diary.until(lambda: views.currentWidget() is views.month and screen(diary).state.is_seen)
    month, port = views.month, views.month.viewport()
    page, end = screen(diary).state.page, month.cell_of(FRIDAY).center()
    assert page is not None
    due = (i for i in page.items if i.kind is DiaryKind.PROMISE_DUE and i.day == TOMORROW)
    for item in (items(diary)["REDM01"], next(due)):
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=month.rect_of(item.key).center())
        QTest.mouseMove(port, end)
        QApplication.processEvents()
        if item.movable:
            diary.press(Qt.Key.Key_Escape)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    diary.until(lambda: told)
    assert told == ["A day that was promised stays where it is; what we planned ourselves moves."]
    assert items(diary)["REDM01"].day == TOMORROW


def test_the_menu_offers_what_can_be_done(diary: Office) -> None:
    come_to(diary, "TANS01")
    week = screen(diary).views.week
    at = week.rect_of(screen(diary).state.key).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, week.viewport().mapToGlobal(at))
    QApplication.sendEvent(week.viewport(), event)
    menus = [menu for menu in screen(diary).findChildren(QMenu) if menu.isVisible()]
    offered = [action for menu in menus for action in menu.actions() if action.text()]
    assert [(one.text(), one.isEnabled()) for one in offered] == [
        ("Call", True), ("Open the customer", True), ("Move…", True), ("Take out", True),
    ]  # fmt: skip
    offered[-1].trigger()
    menus[0].close()
    diary.until(lambda: "TANS01" not in items(diary))


# ---------------------------------------------------------------- elsewhere
def test_the_days_are_saved_for_another_calendar(diary: Office, tmp_path: Path) -> None:
    told: list[str] = []
    screen(diary).told.connect(told.append)
    page = screen(diary).state.page
    assert page is not None
    screen(diary).deeds.export(page, tmp_path / "week.ics")
    diary.until(lambda: told)
    events = Calendar.from_ical((tmp_path / "week.ics").read_bytes()).walk("VEVENT")
    assert told == [f"{len(events)} entries are in week.ics"]
    assert "Visit Longmynde Timber Frames Ltd" in {str(event["summary"]) for event in events}


@pytest.fixture
def leftward(qtbot: QtBot, program: Program, theme: Theme, ledger: Path) -> Iterator[Office]:
    """A user who reads from the right."""
    made = make_office(qtbot, program, theme, place="diary")
    made.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.window.open_ledger(ledger)
    made.until(lambda: made.window.door.path == ledger)
    made.window.fulfil(OpenPlace("diary"))
    made.until(lambda: screen(made).state.page is not None)
    made.come_to_the_front()
    screen(made).begin()
    yield made
    made.window.stop()


def test_where_people_read_from_the_right_days_and_keys_are_mirrored(leftward: Office) -> None:
    week, state = screen(leftward).views.week, screen(leftward).state
    monday, tuesday = (week.point_at(day, None).x() for day in (TODAY, TOMORROW))
    assert tuesday < monday
    leftward.press(Qt.Key.Key_Left)
    assert state.day == TOMORROW


Dialog = TypeVar("Dialog", bound=QDialog)


def dialog_of(office: Office, kind: type[Dialog]) -> Dialog:
    office.until(lambda: [d for d in office.window.findChildren(kind) if d.isVisible()])
    return next(d for d in office.window.findChildren(kind) if d.isVisible())


def test_a_morning_of_calls_is_one_block_that_can_be_read(diary: Office) -> None:
    """Side by side they would be a few pixels each; in the block each is come to by keys."""
    items = [
        an_item(number, at=time(10, 30 + number), kind=DiaryKind.CONTACT, done=True)
        for number in range(12)
    ]
    planned = an_item(99, at=time(10, 30))
    day = DiaryDay(TODAY, works=True, timed=(*items, planned))
    days = [day, *(DiaryDay(TODAY + timedelta(days=by), works=True) for by in range(1, 5))]
    theme = diary.around.theme
    laid = WeekLayout(theme, days, (1072, 650), 0, Qt.LayoutDirection.LeftToRight)
    blocks = {laid.blocks[item.key].keys for item in items}
    assert [len(keys) for keys in blocks] == [12]
    rects = {item.key: laid.entry(item) for item in (*items, planned)}
    least = 3 * laid.pill - 2
    assert min(rect.width() for rect in rects.values()) >= least
    assert not rects[planned.key].intersects(rects[items[0].key])
    two = DiaryDay(TODAY, works=True, timed=(items[0], items[5]))
    alone = WeekLayout(theme, [two, *days[1:]], (1072, 650), 0, Qt.LayoutDirection.LeftToRight)
    assert alone.blocks == {}
