"""A report that is left is kept, found again when it is opened, and gone once it is told."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.domain.visits import VisitState
from creditmate.services.visit_lists import VisitPick
from creditmate.ui.kit.question import Question
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.report_dialog import ReportDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import (
    back_at_the_page,
    page_of,
    press_in,
    shown_dialog,
    standing_of,
    tagged,
    type_in,
)

WORDS = "They see the spring as safe."


@pytest.fixture
def to_report(office: Office) -> VisitScreen:
    """The page of a visit whose day has passed."""
    program = office.around.program
    (row, *_more) = program.ask(lambda: program.visits.all(TODAY, VisitPick.TO_REPORT))
    screen = page_of(office, row.number)
    tagged(office, screen, "To report")
    return screen


def opened(office: Office, screen: VisitScreen) -> ReportDialog:
    screen.report.setFocus()
    office.press(Qt.Key.Key_Return)
    return shown_dialog(office, ReportDialog)


def kept(office: Office, number: str) -> Mapping[str, str]:
    """What the ledger keeps of the form."""
    program = office.around.program
    draft = program.ask(lambda: program.visit_drafts.read(number))
    return {} if draft is None else draft.typed


def test_what_is_typed_is_in_the_ledger_while_the_form_is_open(
    office: Office, to_report: VisitScreen
) -> None:
    """Whoever is cut off loses the last seconds at most: nothing has to be left or saved."""
    dialog = opened(office, to_report)
    type_in(dialog.notes.input, WORDS)
    office.until(lambda: kept(office, to_report.number).get("talk.notes") == WORDS)
    assert dialog.isVisible()
    assert standing_of(office, to_report.number).state is VisitState.TO_REPORT


def test_escape_leaves_it_and_it_is_there_again(office: Office, to_report: VisitScreen) -> None:
    dialog = opened(office, to_report)
    type_in(dialog.notes.input, WORDS)
    seen = dialog.parts.sections["seen"]
    seen.head.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: dialog.focusWidget() is not seen.head)
    dialog.topics[0].seen.begin()
    press_in(dialog, Qt.Key.Key_Left)
    assert dialog.topics[0].seen.key == "worse"
    type_in(dialog.parts.paid.ours.rows[0].what.input, "Send the notes")
    type_in(dialog.parts.paid.ours.rows[1].what.input, "Ring on Friday")
    press_in(dialog, Qt.Key.Key_Escape)
    back_at_the_page(office)
    office.until(lambda: "kept" in office.window.telling.toast._text.text())
    again = opened(office, to_report)
    assert again is not dialog
    assert again.notes.input.toPlainText() == WORDS
    assert again.topics[0].seen.key == "worse"
    assert again.parts.sections["seen"].is_open
    said = [row.what.input.text() for row in again.parts.paid.ours.rows]
    assert said == ["Send the notes", "Ring on Friday", ""]


def test_a_choice_alone_is_kept_too(office: Office, to_report: VisitScreen) -> None:
    dialog = opened(office, to_report)
    dialog.outcome.input.setFocus()
    press_in(dialog, Qt.Key.Key_Down)
    chosen = dialog.outcome.input.currentData()
    press_in(dialog, Qt.Key.Key_Escape)
    back_at_the_page(office)
    office.until(lambda: kept(office, to_report.number).get("talk.outcome") == chosen)


def test_a_report_in_which_nothing_is_typed_leaves_nothing(
    office: Office, to_report: VisitScreen
) -> None:
    press_in(opened(office, to_report), Qt.Key.Key_Escape)
    back_at_the_page(office)
    assert not kept(office, to_report.number)
    assert not opened(office, to_report).away.isVisible()


def test_what_is_typed_and_taken_out_again_is_not_kept(
    office: Office, to_report: VisitScreen
) -> None:
    dialog = opened(office, to_report)
    type_in(dialog.notes.input, "Oh")
    office.until(lambda: kept(office, to_report.number))
    dialog.notes.input.setFocus()
    QTest.keyClick(dialog.notes.input, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press_in(dialog, Qt.Key.Key_Delete)
    press_in(dialog, Qt.Key.Key_Escape)
    back_at_the_page(office)
    office.until(lambda: not kept(office, to_report.number))


def test_it_is_thrown_away_only_by_saying_so(office: Office, to_report: VisitScreen) -> None:
    dialog = opened(office, to_report)
    type_in(dialog.notes.input, WORDS)
    press_in(dialog, Qt.Key.Key_Escape)
    back_at_the_page(office)
    dialog = opened(office, to_report)
    dialog.away.setFocus()
    press_in(dialog, Qt.Key.Key_Space)
    question = shown_dialog(office, Question)
    QTest.keyClick(question.focusWidget(), Qt.Key.Key_Escape)  # the safe answer
    office.until(lambda: QApplication.activeModalWidget() is dialog)
    assert dialog.notes.input.toPlainText() == WORDS
    dialog.away.setFocus()
    press_in(dialog, Qt.Key.Key_Space)
    question = shown_dialog(office, Question)
    question.other.setFocus()
    QTest.keyClick(question.other, Qt.Key.Key_Space)
    back_at_the_page(office)
    office.until(lambda: not kept(office, to_report.number))
    assert not opened(office, to_report).notes.input.toPlainText()
