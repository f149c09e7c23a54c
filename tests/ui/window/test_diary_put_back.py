"""What was dragged in the diary goes back with one key; merged customers and who does it."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from creditmate.services.diary import NewEntry, Put
from creditmate.ui.diary.entry_dialog import EntryDialog
from creditmate.ui.wishes import OpenPlace
from tests.ui.window.conftest import Office
from tests.ui.window.test_diary import (
    FRIDAY,
    TOMORROW,
    dialog_of,
    drag,
    items,
    moved,
    screen,
)

CTRL = Qt.KeyboardModifier.ControlModifier
MARIAN = 2


@pytest.fixture
def diary(office: Office) -> Office:
    office.window.fulfil(OpenPlace("diary"))
    office.until(lambda: screen(office).state.page is not None)
    screen(office).begin()
    return office


def drag_to_friday(office: Office, code: str) -> None:
    week, item = screen(office).views.week, items(office)[code]
    begun = week.rect_of(item.key).center()
    held = begun - week.rect_of(item.key).topLeft()
    drag(office, begun, week.point_at(FRIDAY, time(15)) + QPoint(0, held.y()))
    moved(office, code, FRIDAY, time(15))


def told(office: Office) -> str:
    return office.window.telling.toast.message.replace("\u00a0", " ")


def narrow(office: Office) -> None:
    """Show what Marian does."""
    screen(office).foot.owner.setFocus()
    office.press(Qt.Key.Key_Down, times=2)
    office.until(lambda: screen(office).state.owner == MARIAN and screen(office).state.is_seen)
    screen(office).begin()


def test_what_was_dragged_is_said_and_goes_back_with_one_key(diary: Office) -> None:
    before = items(diary)["TANS01"]
    drag_to_friday(diary, "TANS01")
    toast = diary.window.telling.toast
    diary.until(toast.isVisible)
    assert told(diary).startswith("Moved: Tansy Court Nurseries, Fri 27 Nov 15:00")
    diary.press(Qt.Key.Key_Z, CTRL)
    moved(diary, "TANS01", before.day, before.at)
    assert items(diary)["TANS01"].words == before.words
    diary.until(toast.isHidden)
    drag_to_friday(diary, "TANS01")  # and is dragged again, once it is back


def test_what_was_moved_elsewhere_meanwhile_is_left_where_it_is(diary: Office) -> None:
    """The other one may be a command, or whoever sat here before: nobody's move is undone blind."""
    drag_to_friday(diary, "TANS01")
    diary.until(diary.window.telling.toast.isVisible)
    program, item = diary.around.program, items(diary)["TANS01"]

    def move() -> Put:
        return program.diary.move(item.id, item.version, TOMORROW, time(16))

    program.ask(move)
    diary.press(Qt.Key.Key_Z, CTRL)
    diary.until(lambda: "15:00" not in told(diary))
    diary.window.fulfil(OpenPlace("diary"))
    screen(diary).reload()
    moved(diary, "TANS01", TOMORROW, time(16))


def test_what_is_dragged_while_one_is_seen_stays_hers(diary: Office) -> None:
    narrow(diary)
    before = items(diary)["REDM01"]
    drag_to_friday(diary, "REDM01")
    assert screen(diary).state.owner == MARIAN
    assert items(diary)["REDM01"].owner == before.owner
    diary.until(diary.window.telling.toast.isVisible)
    diary.press(Qt.Key.Key_Z, CTRL)
    moved(diary, "REDM01", before.day, before.at)


def test_what_is_put_in_while_one_is_seen_is_hers_and_is_seen(diary: Office) -> None:
    narrow(diary)
    diary.press(Qt.Key.Key_N)
    dialog = dialog_of(diary, EntryDialog)
    diary.until(dialog.customer.hasFocus)
    QTest.keyClicks(dialog.customer, "ASHL01")
    QTest.keyClick(dialog.customer, Qt.Key.Key_Return)
    diary.until(lambda: dialog.customer.code == "ASHL01")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    diary.until(lambda: "ASHL01" in items(diary))
    assert items(diary)["ASHL01"].owner == MARIAN


def test_what_was_planned_with_a_customer_that_was_merged_is_the_others_and_moves(
    diary: Office,
) -> None:
    program = diary.around.program
    planned = NewEntry("ASHL01", TOMORROW, at=time(11), note="about doors")
    program.ask(lambda: program.diary.add(planned))
    done = program.ask(lambda: program.merging.merge("ASHL01", "OTTE01"))
    screen(diary).changed.emit(done.touched)
    moved(diary, "OTTE01", TOMORROW, time(11))
    assert "ASHL01" not in items(diary)
    assert "about doors" in items(diary)["OTTE01"].words
    drag_to_friday(diary, "OTTE01")
    diary.until(diary.window.telling.toast.isVisible)
    assert told(diary).startswith("Moved: Ottermere Lodge Hotel, Fri 27 Nov 15:00")
    diary.press(Qt.Key.Key_Z, CTRL)
    moved(diary, "OTTE01", TOMORROW, time(11))
