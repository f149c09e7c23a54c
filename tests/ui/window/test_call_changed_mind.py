"""Who changes their mind has not promised twice: the form says what holds no longer, by keys."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt

from creditmate.domain.claims import LIVE_CLAIMS, SaidPaid
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import LIVE
from creditmate.services.call_notes import CallNote
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CTRL, CallOffice, plain

LAST_WEEK, FRIDAY, STEP = date(2026, 11, 20), date(2026, 11, 27), date(2026, 12, 2)
LATER = date(2026, 12, 11)
ALL = 3905_00  # what is overdue of ASHL01


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    made.code = "ASHL01"
    yield made
    made.window.screens.end()


def promised(call: CallOffice, minor: int) -> None:
    """They promised on Friday; today it is Monday."""
    note = CallNote(
        "Nigel Pybus",
        Outcome.WILL_PAY,
        "as they said",
        STEP,
        promised=Money(minor, "GBP"),
        promised_by=FRIDAY,
        day=LAST_WEEK,
    )
    call.program.ask(lambda: call.program.calls.record(call.code, note))
    call.open(call.code)


def promise(call: CallOffice, amount: str) -> None:
    """They name a sum and a later day."""
    call.keys.type("t")
    call.office.until(call.form.agreed.theirs.what.hasFocus)
    call.keys.type(amount)
    call.keys.press(Qt.Key.Key_Tab)
    call.keys.type("11/12")
    call.office.until(lambda: "11 December" in plain(call.form.read_back.sentence.text()))


def save(call: CallOffice) -> str:
    """Note what was said, save, and return what is told then."""
    call.form.notes.input.setFocus()
    call.keys.type("they rang their bank")
    if not call.form.next.day.text():
        call.form.next.day.setFocus()
        call.keys.type("30/11")
    call.screen.page.warning.agreed.setChecked(True)
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
    return plain(call.window.telling.toast.message)


def expected(call: CallOffice) -> list[tuple[int, date]]:
    """What is still promised, and by when."""
    live = [one for one in call.brief().standings if one.state in LIVE]
    return [(one.promise.minor, one.promise.due_day) for one in live]


def test_a_later_day_for_the_same_money_takes_the_place_of_the_first(call: CallOffice) -> None:
    promised(call, ALL)
    tick = call.form.agreed.replaces
    assert not tick.isChecked()
    promise(call, "3905")
    assert tick.isChecked()
    assert plain(tick.text()) == "Instead of the £3,905.00 promised before"
    said = plain(call.form.read_back.sentence.text())
    assert "11 December, instead of the £3,905.00 by 27 November." in said
    told = save(call)
    before = (
        "It takes the place of what they promised before: £3,905.00 by Friday 27 November 2026."
    )
    assert before in told
    assert expected(call) == [(ALL, LATER)]
    call.undo()
    assert expected(call) == [(ALL, FRIDAY)]
    assert call.form.agreed.replaces.isChecked()


def test_what_fits_beside_stands_beside(call: CallOffice) -> None:
    promised(call, 1000_00)
    promise(call, "1000")
    assert not call.form.agreed.replaces.isChecked()
    assert "instead" not in call.form.read_back.sentence.text()
    assert "takes the place of what" not in save(call)
    assert expected(call) == [(1000_00, FRIDAY), (1000_00, LATER)]


def test_it_is_taken_back_as_soon_as_both_fit(call: CallOffice) -> None:
    promised(call, 1000_00)
    promise(call, "3905")
    tick, amount = call.form.agreed.replaces, call.form.agreed.theirs.what
    assert tick.isChecked()
    amount.setFocus()
    amount.selectAll()
    call.keys.type("900")
    call.office.until(lambda: not tick.isChecked())


def test_taken_off_both_stand(call: CallOffice) -> None:
    promised(call, ALL)
    promise(call, "3905")
    call.form.agreed.replaces.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    assert not call.form.agreed.replaces.isChecked()
    assert "instead" not in call.form.read_back.sentence.text()
    assert not call.kept().replaces
    save(call)
    assert expected(call) == [(ALL, FRIDAY), (ALL, LATER)]


@pytest.mark.parametrize("letter", ["x", "h"])
def test_who_refuses_or_cannot_pay_keeps_up_no_promise(call: CallOffice, letter: str) -> None:
    promised(call, ALL)
    call.keys.type(letter)
    tick = call.form.agreed.replaces
    call.office.until(tick.isChecked)
    assert plain(tick.text()) == "The £3,905.00 promised before holds no longer"
    told = save(call)
    assert "not waited for any more: £3,905.00 by Friday 27 November 2026." in told
    assert expected(call) == []


def test_another_outcome_takes_it_off_again(call: CallOffice) -> None:
    promised(call, ALL)
    call.keys.type("x")
    tick = call.form.agreed.replaces
    call.office.until(tick.isChecked)
    call.keys.press(Qt.Key.Key_Escape)
    call.keys.type("w")
    call.office.until(lambda: not tick.isChecked())


def test_set_by_hand_it_does_what_it_says_with_any_outcome(call: CallOffice) -> None:
    promised(call, ALL)
    call.keys.type("w")
    tick = call.form.agreed.replaces
    assert not tick.isChecked()
    tick.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    save(call)
    assert expected(call) == []


def test_nobody_reached_takes_nothing_back(call: CallOffice) -> None:
    promised(call, ALL)
    call.form.agreed.replaces.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    call.keys.press(Qt.Key.Key_Escape)
    call.keys.type("v")
    save(call)
    assert expected(call) == [(ALL, FRIDAY)]


def test_money_that_was_not_sent_after_all_is_promised_instead(call: CallOffice) -> None:
    sent = CallNote(
        "Nigel Pybus",
        Outcome.PAYMENT_SENT,
        "sent on Friday",
        STEP,
        said_paid=SaidPaid(paid_on=LAST_WEEK),
        day=LAST_WEEK,
    )
    call.program.ask(lambda: call.program.calls.record(call.code, sent))
    call.open(call.code)
    tick = call.form.agreed.replaces
    assert not tick.isVisible()
    promise(call, "3905")
    call.office.until(tick.isVisible)
    assert tick.isChecked()
    assert plain(tick.text()) == "Instead of the £3,905.00 said to be sent before"
    told = save(call)
    assert "What they said was sent is not waited for any more: £3,905.00 of Friday" in told
    assert [one for one in call.brief().said if one.state in LIVE_CLAIMS] == []
    assert expected(call) == [(ALL, LATER)]
