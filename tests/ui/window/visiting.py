"""What tests of visits share: dialogs that open, the page of a visit, and what is stored of one."""

from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QWidget

from creditmate.documents.read_back import page_texts
from creditmate.domain.visit_standing import VisitStanding
from creditmate.domain.visits import VisitFile
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.menu import actions_of
from creditmate.ui.papers.paper_dialog import PaperDialog
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.wishes import OpenVisit
from tests.ui.window.conftest import TODAY, Office

Shown = TypeVar("Shown", bound=QDialog)


def dialog_of(office: Office) -> EditDialog:
    office.until(QApplication.activeModalWidget)
    found = QApplication.activeModalWidget()
    assert isinstance(found, EditDialog)
    office.until(found.isActiveWindow)
    return found


def shown_dialog(office: Office, kind: type[Shown]) -> Shown:
    """The dialog of a kind that is open, once the next key goes to it."""
    office.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    office.until(found.isActiveWindow)
    return found


def back_at_the_page(office: Office) -> None:
    """Wait until no dialog is open; offscreen nobody gives the window back its keys."""
    office.until(lambda: QApplication.activeModalWidget() is None)
    office.come_to_the_front()


def tagged(office: Office, screen: VisitScreen, words: str) -> None:
    office.until(lambda: not screen.is_asking and screen.head.tag.accessibleName() == words)


def undo(office: Office) -> None:
    """Take back what the toast tells, as soon as it does."""
    office.until(lambda: office.window.telling._undo is not None)
    office.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def choose_more(office: Office, screen: VisitScreen, words: str) -> None:
    """Choose in the menu of the page, by keys."""
    screen.head.more.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(QApplication.activePopupWidget)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in actions_of(menu):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction().text().partition("\t")[0] == words:
            break
    assert menu.activeAction().text().partition("\t")[0] == words
    QTest.keyClick(menu, Qt.Key.Key_Return)
    office.until(lambda: QApplication.activePopupWidget() is None)


def save_as_pdf(office: Office, paper: PaperDialog, path: Path) -> str:
    """Save a paper whose pages are seen, where the system's dialog is told to; what it says."""
    office.until(lambda: paper.preview.view.pages)
    QTest.keyClick(paper.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office.until(partial(paper.findChildren, QFileDialog))
    (dialog,) = paper.findChildren(QFileDialog)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText(str(path))
    office.until(lambda: dialog.selectedFiles() == [str(path)])
    with office.qtbot.waitSignal(dialog.fileSelected):
        dialog.accept()
    office.until(lambda: f"Saved as {path.name}" in office.window.telling.toast._text.text())
    back_at_the_page(office)
    return "\n".join(page_texts(path.read_bytes()))


def standing_of(office: Office, number: str) -> VisitStanding:
    program = office.around.program
    return program.ask(lambda: program.visits.show(number, TODAY).row.standing)


def type_in(field: QWidget, text: str) -> None:
    field.setFocus()
    target = field.focusProxy() or field
    QTest.keyClicks(target, text)


def press_in(dialog: EditDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.focusWidget(), key)


def file_of(office: Office, number: str) -> VisitFile:
    program = office.around.program
    return program.ask(lambda: program.visits.show(number, TODAY).file)


def page_of(office: Office, number: str) -> VisitScreen:
    office.window.fulfil(OpenVisit(number))
    shown = office.window.screen_shown
    assert isinstance(shown, VisitScreen)
    office.until(lambda: shown.body.issues.lines and not shown.is_asking)
    return shown
