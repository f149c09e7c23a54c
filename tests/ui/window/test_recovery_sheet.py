"""The recovery sheet in the window: on paper, typed back, or put off until tomorrow."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from creditmate.domain.data_key import recovery_code
from creditmate.services.recovery_sheets import SheetStanding
from creditmate.ui.security.sheet_dialog import SheetDialog
from creditmate.ui.security.sheet_keeper import SHEET as MATTER
from tests.services.protecting import BUSINESS, KEY, LOCK, PASSWORD
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.protecting import asks, is_open, leave, no_dialog, sheet_dialog

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def books(empty_office: Office, tmp_path: Path) -> Path:
    """A small protected ledger, opened by its password; its sheet is asked for."""
    path, program = tmp_path / "Books.creditmate", empty_office.around.program

    def work() -> None:
        program.ledgers.create(path, BUSINESS, LOCK)
        program.ledgers.close()

    program.ask(work)
    asks(empty_office, path)
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    empty_office.until(lambda: is_open(empty_office, path))
    return path


def standing(office: Office) -> SheetStanding | None:
    program = office.around.program
    return program.ask(program.recovery_sheets.standing)


def type_back(dialog: SheetDialog, *, but: int = 0) -> None:
    """Type the groups that are asked for, all but one as they stand on the sheet."""
    for place, field in dialog.groups.items():
        group = recovery_code(KEY)[place - 1]
        field.input.setText("7777" if place == but else group.lower())


def test_three_groups_typed_back_prove_it(empty_office: Office, books: Path) -> None:
    dialog = sheet_dialog(empty_office)
    assert empty_office.window.banners.line(MATTER) is not None
    assert len(dialog.groups) == 3
    type_back(dialog)
    dialog.verb.click()
    empty_office.until(lambda: empty_office.window.banners.line(MATTER) is None)
    assert no_dialog(empty_office)
    assert standing(empty_office) == SheetStanding(TODAY.isoformat(), put_off=False)


def test_the_wrong_group_is_named(empty_office: Office, books: Path) -> None:
    dialog = sheet_dialog(empty_office)
    first, second, third = dialog.groups
    type_back(dialog, but=second)
    dialog.verb.click()
    field = dialog.groups[second]
    empty_office.until(field.input.accessibleDescription)
    assert field.input.accessibleDescription().startswith(f"Group {second} is not as on the sheet")
    assert dialog.focusWidget() is field.input
    assert not dialog.groups[first].input.accessibleDescription()
    field.input.setText("")
    dialog.verb.click()
    assert field.input.accessibleDescription() == "Type it from the sheet."
    assert standing(empty_office) == SheetStanding("", put_off=False)
    assert third in dialog.groups


def test_it_may_wait_until_tomorrow_and_the_line_stays(empty_office: Office, books: Path) -> None:
    dialog = sheet_dialog(empty_office)
    assert dialog.cancel.text() == "Until tomorrow"
    dialog.cancel.click()
    empty_office.until(lambda: no_dialog(empty_office))
    assert standing(empty_office) == SheetStanding("", put_off=True)
    line = empty_office.window.banners.line(MATTER)
    assert line is not None
    assert line.verb is not None
    assert line.close_button is None
    line.verb.click()
    again = sheet_dialog(empty_office)
    assert again.known is not None  # whoever presses it later need not be who typed the password
    again.known.input.setText("something else")
    again.print.click()
    empty_office.until(again.known.input.hasSelectedText)
    assert "not the password" in again.known.input.accessibleDescription()


def test_put_off_it_is_not_asked_for_again_today(empty_office: Office, books: Path) -> None:
    sheet_dialog(empty_office).cancel.click()
    empty_office.until(lambda: standing(empty_office) == SheetStanding("", put_off=True))
    window = empty_office.window
    leave(empty_office)
    assert window.banners.line(MATTER) is None
    asks(empty_office, books)
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    empty_office.until(lambda: window.banners.line(MATTER) is not None)
    assert no_dialog(empty_office)


def test_it_is_saved_as_a_pdf_that_only_this_user_may_read(
    empty_office: Office, books: Path, tmp_path: Path
) -> None:
    dialog = sheet_dialog(empty_office)
    assert dialog.known is None  # the password was typed just now
    dialog.save.click()
    empty_office.until(lambda: dialog.findChildren(QFileDialog))
    chooser = dialog.findChildren(QFileDialog)[-1]
    path = tmp_path / "sheet.pdf"
    chooser.fileSelected.emit(str(path))
    chooser.close()
    empty_office.until(lambda: "delete that file" in dialog.news)
    text = PdfReader(path).pages[0].extract_text()
    assert all(group in text for group in recovery_code(KEY))
    assert path.stat().st_mode & 0o077 == 0


def test_an_unprotected_ledger_has_no_line(office: Office) -> None:
    office.around.program.ask(lambda: None)
    assert office.window.banners.line(MATTER) is None
    assert "sheets" not in vars(office.window.guard)
