"""A newcomer's first morning in the window, by keys alone: from Welcome to a printed statement."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from creditmate.documents.raster import rastered
from creditmate.documents.read_back import page_texts
from creditmate.services.program import Program
from creditmate.ui.screens.call import CallScreen
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.statements import StatementsScreen
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.theme.theme import Theme
from tests.ui.conftest import theme
from tests.ui.window.conftest import (
    PATIENCE,
    Office,
    _collected_here,
    _home,
    make_office,
    program,
)

__all__ = ["_collected_here", "_home", "program", "theme"]

CONTROL = Qt.KeyboardModifier.ControlModifier
DARK = 64
NOTE = "Helen signs the run on Thursdays."


@pytest.fixture
def office(qtbot: QtBot, program: Program, theme: Theme) -> Iterator[Office]:
    made = make_office(qtbot, program, theme)
    made.window.open_ledger(None)
    made.come_to_the_front()
    yield made
    made.window.stop()


def shown(office: Office, kind: type[QWidget]) -> bool:
    return isinstance(office.window.screen_shown, kind)


def focused() -> QWidget:
    return QApplication.focusWidget() or QApplication.activeWindow() or QWidget()


def tab_to(wanted: QWidget, most: int = 40) -> None:
    """Press Tab until the focus is where it is wanted."""
    for _ in range(most):
        if focused() is wanted:
            return
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not lead to {wanted.objectName()}")


def record_a_promise(office: Office) -> None:
    """All that is asked for, on Friday, with a note."""
    call = office.window.screen_shown
    assert isinstance(call, CallScreen)
    form = call.page.form
    office.until(lambda: office.window.focusWidget() is form.outcomes.grid)
    office.type("p")
    office.type("fri")
    tab_to(form.notes.input)
    office.type(NOTE)
    office.press(Qt.Key.Key_S, CONTROL)
    office.until(lambda: shown(office, CustomerScreen))


def last_statement(office: Office) -> bytes:
    """The statement issued last, as it is kept."""
    lists = office.around.program.statement_lists
    return lists.as_sent(lists.sent()[0]).pdf


def print_to(office: Office, paper: Path) -> None:
    """Print, and give the system's dialog a file's name instead of a printer."""
    office.press(Qt.Key.Key_P, CONTROL)
    office.until(lambda: office.window.findChildren(QPrintDialog))
    (dialog,) = office.window.findChildren(QPrintDialog)
    office.until(dialog.isActiveWindow)
    name = dialog.findChild(QLineEdit, "filename")
    assert name is not None
    tab_to(name)
    QTest.keyClick(name, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(name, str(paper))
    place = office.window.screen_shown
    assert isinstance(place, StatementsScreen)
    with office.qtbot.waitSignal(place.outlet.runs.ended, timeout=PATIENCE):
        QTest.keyClick(name, Qt.Key.Key_Return)


@pytest.mark.timeout(120)
def test_from_welcome_to_a_printed_statement(office: Office, tmp_path: Path) -> None:
    # Welcome offers the sample ledger first.
    office.until(lambda: office.window.focusWidget() is not None)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: shown(office, TodayScreen))
    today = office.window.screen_shown
    assert isinstance(today, TodayScreen)
    office.until(lambda: today.left.list.model().rowCount())
    office.come_to_the_front()

    # Find the customer, look at the page, and call.
    office.press(Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(focused(), "brackenf")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    office.until(lambda: shown(office, CustomerScreen))
    page = office.window.screen_shown
    assert isinstance(page, CustomerScreen)
    office.until(lambda: page.code == "BRAC01" and page.head.statement.isEnabled())
    office.press(Qt.Key.Key_C)
    office.until(lambda: shown(office, CallScreen))
    record_a_promise(office)

    # Print the statement of this one.
    tab_to(page.head.statement)
    office.press(Qt.Key.Key_Space)
    office.until(lambda: shown(office, StatementsScreen))
    statements = office.window.screen_shown
    assert isinstance(statements, StatementsScreen)
    office.until(statements.foot.print.isEnabled)
    paper = tmp_path / "statement.pdf"
    print_to(office, paper)

    printed = rastered(paper.read_bytes(), 0, 72)
    assert min(printed.pixels[::4]) < DARK  # there is ink on it
    said = "".join(page_texts(office.around.program.ask(lambda: last_statement(office))))
    assert "Brackenford Homes Ltd" in said
    assert "£9,098.40" in said
