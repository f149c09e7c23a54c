"""A day that a slip could mean is pointed at before anything is agreed, wherever it is typed."""

import pytest
from PySide6.QtCore import Qt

from creditmate.ui.plans.time_dialog import TimeDialog
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CTRL, CallOffice, plain
from tests.ui.window.test_customer_deeds import choose, dialog, keys, opened, press
from tests.ui.window.test_guided_call import call
from tests.ui.window.test_plans import begin, plans, times

__all__ = ["call"]


def test_the_first_day_of_a_plan_is_asked_about_once(office: Office) -> None:
    """The eighteenth of last month is next year's: eleven months of peace that nobody meant."""
    _screen, found = begin(office)
    keys(found, "3")
    first = found.fields.first.input
    first.setFocus(Qt.FocusReason.TabFocusReason)
    keys(found, "18/10")
    office.until(lambda: found.fields.preview.shown is not None)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: "18 Oct 2027" in plain(first.accessibleDescription()))
    assert "Enter again" in first.accessibleDescription()
    assert not plans(office)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: plans(office))
    assert len(plans(office)) == 1


def test_the_last_day_of_more_time_is_asked_about_once(office: Office) -> None:
    choose(opened(office), "More time…")
    found = dialog(office, TimeDialog)
    found.because.input.setFocus(Qt.FocusReason.TabFocusReason)
    keys(found, "ill")
    found.to_day.input.setFocus(Qt.FocusReason.TabFocusReason)
    keys(found, "20/11")
    press(found, Qt.Key.Key_Return)
    office.until(lambda: "Enter again" in found.to_day.input.accessibleDescription())
    assert not times(office)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: times(office))


@pytest.mark.parametrize(
    ("day", "at", "said"),
    [
        ("25/12", "10", "a holiday there"),
        ("28/11", "10", "a weekend there"),
        ("26/11", "3am", "outside contact hours there"),
        ("23/11", "8", "That hour has passed"),
    ],
)
def test_in_a_call_a_day_or_an_hour_at_which_nobody_is_rung_is_asked_about_once(
    call: CallOffice, day: str, at: str, said: str
) -> None:
    call.open("BRIN01")
    call.keys.type("b")
    form = call.form
    form.notes.input.setPlainText("ring again")
    form.next.day.setFocus()
    form.next.day.selectAll()
    call.keys.type(day)
    form.next.at.setFocus()
    call.keys.type(at)
    call.office.until(lambda: said in form.next.told.text() + form.next.rest.text())
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.office.until(lambda: "once more" in form.next.told.text())
    assert call.screen.in_hand.code == "BRIN01"
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()


def test_in_a_call_the_first_day_of_a_plan_is_asked_about(call: CallOffice) -> None:
    call.open("BRIN01")
    call.keys.type("l")
    plan = call.form.extras.plan
    call.office.until(plan.isVisible)
    call.keys.type("3")
    plan.first.setFocus()
    call.keys.type("18/10")
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.office.until(lambda: "once more" in plan._message.words)
    assert call.screen.in_hand.code == "BRIN01"
