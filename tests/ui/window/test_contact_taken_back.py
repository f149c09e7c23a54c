"""An e-mail in which they refuse says what they promised before and holds no longer."""

from datetime import date

from PySide6.QtCore import Qt

from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.call_notes import CallNote
from creditmate.ui.contacts.log_dialog import LogDialog
from tests.ui.window.conftest import Office
from tests.ui.window.test_customer_deeds import choose, dialog, keys, press
from tests.ui.window.test_customer_page import opened

FRIDAY, STEP = date(2026, 11, 27), date(2026, 12, 2)


def test_what_holds_no_longer_is_told(office: Office) -> None:
    program = office.around.program
    promised = CallNote(
        "Nigel Pybus",
        Outcome.WILL_PAY,
        "all of it",
        STEP,
        promised=Money(3905_00, "GBP"),
        promised_by=FRIDAY,
    )
    program.ask(lambda: program.calls.record("ASHL01", promised))
    choose(opened(office, "ASHL01"), "Log an e-mail, letter…")
    found = dialog(office, LogDialog)
    choice = found.outcome.input
    choice.setCurrentIndex(choice.findData(Outcome.REFUSES.value))
    found.with_name.input.setText("Nigel Pybus")
    found.notes.input.setFocus()
    keys(found, "He will not pay for the doors")
    found.because.input.setFocus()
    keys(found, "our manager writes")
    press(found, Qt.Key.Key_Return)
    toast = office.window.telling.toast
    office.until(toast.isVisible)
    said = toast.message.replace("\u00a0", " ")
    assert said.startswith("E-mail with Nigel Pybus recorded.")
    assert "What they promised before is not waited for any more: £3,905.00 by Friday 27" in said
