"""A call that was left half written is seen on Today, and one key goes on with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.kit.work_line import WorkLine
from creditmate.ui.screens.call import CallScreen
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.wishes import StartCall
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CTRL, CallOffice

HALF = "Call half written"


def today(office: Office) -> TodayScreen:
    office.window.go_to("today")
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    office.until(lambda: screen.state.is_known)
    return screen


def notes(screen: TodayScreen) -> dict[str, str]:
    """What stands beside the names, by customer."""
    rows = screen.left.list.rows
    return {row.key: row.note for row in rows if isinstance(row, WorkLine) and row.note}


def half_write(office: Office, *codes: str) -> None:
    """Type into one form after the other, and save none."""
    call = CallOffice(office)
    for code in codes:
        call.open(code)
        call.keys.type("P")
        call.form.notes.input.setFocus()
        call.keys.type("She asked")
        office.until(lambda: call.screen.in_hand.is_worth_keeping)


def test_it_is_marked_on_its_line_and_in_the_foot_and_one_key_opens_it(office: Office) -> None:
    screen = today(office)
    first = "BRAC01"
    assert notes(screen) == {}
    half_write(office, first)
    today(office)
    office.until(lambda: notes(screen) == {first: HALF})
    half = screen.left.foot.half
    assert half.isVisible()
    assert half.text().startswith("Call half written: ")
    assert HALF in next(row.said for row in screen.left.list.rows if HALF in row.said)
    office.press(Qt.Key.Key_H)
    office.until(lambda: isinstance(office.window.screen_shown, CallScreen))
    call = CallOffice(office)
    office.until(lambda: call.screen.in_hand.code == first)
    assert call.form.notes.input.toPlainText() == "She asked"


def test_of_several_one_chooses_and_the_last_typed_in_comes_first(office: Office) -> None:
    half_write(office, "BRAC01", "OTTE01")
    screen = today(office)
    office.until(lambda: notes(screen) == {"BRAC01": HALF, "OTTE01": HALF})
    assert screen.left.foot.half.text() == "2 calls half written"
    office.press(Qt.Key.Key_H)
    office.until(lambda: screen.findChildren(ActionMenu))
    menu: QMenu = screen.findChildren(ActionMenu)[0]
    codes = [action.text().rpartition("(")[2].rstrip(")") for action in menu.actions()]
    assert codes == ["OTTE01", "BRAC01"]
    menu.actions()[1].trigger()
    call = CallOffice(office)
    office.until(lambda: call.screen.in_hand.code == "BRAC01")


def test_once_it_is_saved_nothing_is_marked(office: Office) -> None:
    half_write(office, "BRAC01")
    screen = today(office)
    office.until(lambda: bool(notes(screen)))
    office.window.fulfil(StartCall("BRAC01"))
    call = CallOffice(office)
    office.until(lambda: isinstance(office.window.screen_shown, CallScreen))
    call.keys.press(Qt.Key.Key_Escape)
    office.until(lambda: office.window.focusWidget() is call.form.outcomes.grid)
    call.form.agreed.theirs.by.setText("fri")
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    today(office)
    office.until(lambda: notes(screen) == {} and not screen.left.foot.half.isVisible())
