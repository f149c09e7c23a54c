"""A report that is typed where nothing can be saved is not let go of by Escape."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.db.connection import execute
from creditmate.ui.kit.question import Question
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.report_dialog import ReportDialog
from tests.ui.window.conftest import Office
from tests.ui.window.test_visit_report_left import WORDS, kept, opened, to_report
from tests.ui.window.visiting import back_at_the_page, press_in, shown_dialog, type_in

__all__ = ["to_report"]


@pytest.fixture
def dialog(office: Office, to_report: VisitScreen) -> ReportDialog:
    """A report is open, and something typed into it that the disk does not take."""
    found = opened(office, to_report)
    office.around.program.ask(partial(execute, "PRAGMA query_only = 1"))
    type_in(found.notes.input, WORDS)
    return found


def test_whoever_closes_it_is_asked_and_goes_on_typing(
    office: Office, to_report: VisitScreen, dialog: ReportDialog
) -> None:
    press_in(dialog, Qt.Key.Key_Escape)
    question = shown_dialog(office, Question)
    assert question.said[0] == "What you typed could not be saved"
    QTest.keyClick(question.focusWidget(), Qt.Key.Key_Return)  # the safe answer
    office.until(lambda: QApplication.activeModalWidget() is dialog)
    assert dialog.notes.input.toPlainText() == WORDS
    office.around.program.ask(partial(execute, "PRAGMA query_only = 0"))
    press_in(dialog, Qt.Key.Key_Escape)
    back_at_the_page(office)
    assert kept(office, to_report.number)["talk.notes"] == WORDS


def test_it_is_let_go_of_by_saying_so(
    office: Office, to_report: VisitScreen, dialog: ReportDialog
) -> None:
    press_in(dialog, Qt.Key.Key_Escape)
    question = shown_dialog(office, Question)
    question.other.setFocus()
    QTest.keyClick(question.other, Qt.Key.Key_Space)
    back_at_the_page(office)
    assert not kept(office, to_report.number)
