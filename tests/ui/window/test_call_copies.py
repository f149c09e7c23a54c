"""Invoice not received: which one is asked, a copy is promised and goes along in writing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditmate.i18n.formats import NBSP
from creditmate.services.call_drafts import TypedCall
from creditmate.ui.contacts.confirm_dialog import ConfirmDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_call import CTRL, CallOffice

CODE = "BRAC01"


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    made.open(CODE)
    keeper = made.screen.in_hand.keeper
    yield made
    keeper.end()


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_which_is_asked_and_what_follows_is_proposed(call: CallOffice) -> None:
    keys, barrier = call.keys, call.form.extras.barrier
    keys.type("I")
    call.office.until(barrier.copies.isVisible)
    numbers = [chip.says.label for chip in barrier.copies.chips.chips if chip.isVisible()]
    entries = [row for row in call.brief().entries if row.due_day is not None]
    entries.sort(key=lambda row: (row.due_day or TODAY, row.id))
    assert numbers == [row.number for row in entries]
    assert len(numbers) > 2
    ours, step = call.form.agreed.ours, call.form.next
    assert ours.what.text() == "Send a copy of the invoice"
    first = barrier.copies.chips.chips[0]
    call.office.until(first.hasFocus)  # whoever pressed the key goes on there
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    assert ours.what.text() == f"Send a copy of invoice {numbers[1]}"
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    assert ours.what.text() == f"Send copies of invoices {numbers[1]}, {numbers[2]}"
    assert plain(ours.by.text()) == "24 Nov 2026"  # tomorrow
    assert plain(step.day.text()) == "26 Nov 2026"  # they have two days to look at them
    assert call.screen.in_hand.typed.copies == tuple(str(row.id) for row in entries[1:3])


def test_what_was_chosen_goes_along_in_writing(call: CallOffice) -> None:
    keys, barrier = call.keys, call.form.extras.barrier
    keys.type("I")
    call.office.until(barrier.copies.chips.chips[0].hasFocus)
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    number = barrier.copies.chips.chips[1].says.label
    keys.press(Qt.Key.Key_W, CTRL)
    call.office.until(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConfirmDialog)
    program = call.program
    told = program.ask(lambda: program.confirmations.gather(CODE))
    assert [copy.number for copy in told.copies if copy.ticked] + list(told.missing) == [number]
    assert [deed.words for deed in told.deeds] == [f"Send a copy of invoice {number}"]
    dialog.reject()


def test_what_was_typed_stays_and_another_outcome_takes_the_offer_back(call: CallOffice) -> None:
    keys = call.keys
    keys.type("I")
    ours = call.form.agreed.ours
    call.office.until(lambda: bool(ours.what.text()))
    keys.press(Qt.Key.Key_Escape)
    keys.type("B")
    assert (ours.what.text(), ours.by.text()) == ("", "")
    keys.press(Qt.Key.Key_Escape)
    keys.type("I")
    ours.what.setText("Post it today")
    barrier = call.form.extras.barrier
    barrier.copies.chips.setFocus()
    keys.press(Qt.Key.Key_Space)
    assert ours.what.text() == "Post it today"
    ours.what.clear()
    assert ours.by.text() == ""  # no day is left behind without what it is for


def test_what_was_chosen_is_there_again_when_the_call_was_parked(call: CallOffice) -> None:
    call.keys.type("I")
    chips = call.form.extras.barrier.copies.chips
    call.office.until(chips.chips[0].hasFocus)
    call.keys.press(Qt.Key.Key_Space)
    chosen = chips.on
    assert chosen
    assert call.kept().copies == chosen
    call.open("OTTE01")
    call.open(CODE)
    assert call.form.extras.barrier.copies.chosen == chosen


def test_what_was_chosen_goes_along_though_money_was_promised_as_well(call: CallOffice) -> None:
    keys, form = call.keys, call.form
    keys.type("I")
    chips = form.extras.barrier.copies.chips
    call.office.until(chips.chips[0].hasFocus)
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    number, chosen = chips.chips[1].says.label, int(chips.chips[1].says.key)
    form.agreed.theirs.what.setText("100")
    form.agreed.theirs.by.setText("fri")
    keys.press(Qt.Key.Key_W, CTRL)
    call.office.until(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConfirmDialog)
    program = call.program
    told = program.ask(lambda: program.confirmations.gather(CODE))
    assert [copy.number for copy in told.copies if copy.ticked] + list(told.missing) == [number]
    promised = call.brief().standings[-1].promise
    assert promised.minor == 100_00
    assert promised.entries
    assert chosen not in promised.entries  # of the oldest, as any other
    dialog.reject()


def test_papers_missing_asks_which_and_proposes_to_send_them(call: CallOffice) -> None:
    keys, barrier = call.keys, call.form.extras.barrier
    keys.type("O")
    call.office.until(barrier.copies.isVisible)
    ours, step = call.form.agreed.ours, call.form.next
    assert ours.what.text() == "Send the missing papers"
    assert barrier.barrier == ""  # what keeps them from paying is not said by that
    first = barrier.copies.chips.chips[0]
    call.office.until(first.hasFocus)
    keys.press(Qt.Key.Key_Space)
    number = first.says.label
    assert ours.what.text() == f"Send the missing papers for invoice {number}"
    assert plain(ours.by.text()) == "24 Nov 2026"
    assert plain(step.day.text()) == "26 Nov 2026"
    name = barrier.copies.chips.accessibleName()
    assert name == "Which invoices papers are missing for"
    keys.press(Qt.Key.Key_W, CTRL)
    call.office.until(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConfirmDialog)
    told = call.program.ask(lambda: call.program.confirmations.gather(CODE))
    assert [copy.number for copy in told.copies if copy.ticked] + list(told.missing) == [number]
    dialog.reject()


def test_another_outcome_asks_for_no_papers(call: CallOffice) -> None:
    keys, barrier = call.keys, call.form.extras.barrier
    keys.type("O")
    call.office.until(barrier.copies.isVisible)
    keys.press(Qt.Key.Key_Escape)
    keys.type("W")
    call.office.until(lambda: not barrier.copies.isVisible())
    assert call.form.agreed.ours.what.text() == ""


def test_a_form_that_knows_nothing_of_copies_wants_none() -> None:
    assert TypedCall().copies == ()
