"""Hands on the keyboard: they type where the focus is, and reach everything else with Tab."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from creditmate.ui.kit.menu import actions_of
from creditmate.ui.papers.paper_dialog import PaperDialog
from tests.ui.window.conftest import Office

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_STOPS = 300
"""Tab stops after which a widget is taken to be out of reach."""
Shown = TypeVar("Shown", bound=QDialog)


class MailProgram(QObject):
    """What opens drafts: it keeps what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.drafts: list[bytes] = []

    @Slot(QUrl)
    def open(self, link: QUrl) -> None:
        self.drafts.append(Path(link.toLocalFile()).read_bytes())


@dataclass
class Hands:
    """What the user does next, once what was done before has had its effect."""

    office: Office

    @property
    def front(self) -> QWidget:
        """The dialog in front, else the window."""
        return QApplication.activeModalWidget() or self.office.window

    @property
    def at(self) -> QWidget:
        """Where the next key goes."""
        return self.front.focusWidget() or self.front

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.at, key, modifiers)

    def write(self, text: str) -> None:
        """Type in the place of what stands there."""
        if text and not isinstance(self.at, QComboBox):
            self.press(Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(self.at, text)

    def reach(self, wanted: QWidget) -> None:
        """Go there by Tab."""
        there = wanted.focusProxy() or wanted
        self.office.until(wanted.isVisible)
        for _stop in range(_STOPS):
            if self.at is there:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not lead to {wanted.accessibleName() or type(wanted).__name__}")

    def named(self, name: str) -> QWidget:
        """What is called so in front, the first where there are several."""
        found = [one for one in self.front.findChildren(QWidget) if one.accessibleName() == name]
        assert found, name
        return found[0]

    def fill(self, fields: Mapping[str, str]) -> None:
        """Type into fields of the dialog in front, each by what it is called there."""
        for name, text in fields.items():
            self.reach(self.named(name))
            self.write(text)

    def pick(self, name: str, words: str) -> None:
        """Choose in a field of the dialog in front, by arrows."""
        choice = self.named(name)
        assert isinstance(choice, QComboBox)
        self.reach(choice)
        self.press(Qt.Key.Key_Home)
        for _step in range(choice.count()):
            if choice.currentText() == words:
                return
            self.press(Qt.Key.Key_Down)
        pytest.fail(f"{name} does not offer {words}")

    def unfold(self, title: str) -> None:
        """Open a section of the dialog in front, unless it is open."""
        heads = [one for one in self.front.findChildren(QAbstractButton) if one.text() == title]
        assert heads, title
        self.reach(heads[0])
        if not heads[0].isChecked():
            self.press(Qt.Key.Key_Return)

    def click(self, button: QWidget) -> None:
        """Press a button by keys."""
        self.reach(button)
        self.press(Qt.Key.Key_Return)

    def dialog(self, kind: type[Shown]) -> Shown:
        """The dialog of a kind, once the next key goes to it."""
        self.office.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        self.office.until(found.isActiveWindow)
        return found

    def back(self) -> None:
        """Wait until no dialog is open; offscreen nobody gives the window back its keys."""
        self.office.until(lambda: QApplication.activeModalWidget() is None)
        self.office.come_to_the_front()

    def choose(self, words: str) -> None:
        """Choose in the menu that is open."""
        self.office.until(QApplication.activePopupWidget)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        said = [action.text().partition("\t")[0] for action in actions_of(menu)]
        assert words in said, said
        while menu.activeAction() is None or menu.activeAction().text().partition("\t")[0] != words:
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.office.until(lambda: QApplication.activePopupWidget() is None)

    def save(self, paper: PaperDialog, path: Path) -> bytes:
        """Save a paper whose pages are seen, where the system's dialog is told to."""
        self.office.until(lambda: paper.preview.view.pages)
        self.press(Qt.Key.Key_S, CONTROL)
        self.office.until(partial(paper.findChildren, QFileDialog))
        (dialog,) = paper.findChildren(QFileDialog)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        edit.setText(str(path))
        self.office.until(lambda: dialog.selectedFiles() == [str(path)])
        with self.office.qtbot.waitSignal(dialog.fileSelected):
            dialog.accept()
        self.office.until(lambda: f"Saved as {path.name}" in self.toast)
        self.back()
        return path.read_bytes()

    def mail(self, paper: PaperDialog, program: MailProgram) -> bytes:
        """Open a paper as a draft in the mail program; what is in it."""
        self.office.until(lambda: paper.preview.view.pages)
        before = len(program.drafts)
        self.press(Qt.Key.Key_E, CONTROL)
        self.office.until(lambda: len(program.drafts) > before)
        self.office.until(lambda: "you send it" in self.toast)
        self.back()
        return program.drafts[-1]

    @property
    def toast(self) -> str:
        """What is told below."""
        return self.office.window.telling.toast._text.text()

    def until(self, condition: Callable[[], object]) -> None:
        self.office.until(condition)
