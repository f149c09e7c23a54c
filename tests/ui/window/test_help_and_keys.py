"""Help for the place one is in, the list of keys, and what the program is made of."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from creditmate.ui.kit.key_cap import KeyCap
from creditmate.ui.places import PLACES, lines
from creditmate.ui.shell.about import About
from creditmate.ui.shell.guide import GUIDE_FILE, PARTS, Guide
from creditmate.ui.shell.keys import OF_PLACE, UNDO, WINDOW
from creditmate.ui.shell.keys_sheet import KeysSheet
from tests.ui.window.conftest import Office


@pytest.fixture(autouse=True)
def _dialogs_closed() -> Iterator[None]:
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()


def dialog(kind: type[QDialog]) -> QDialog:
    (found,) = [w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible()]
    assert isinstance(found, QDialog)
    return found


def test_help_opens_at_the_part_for_the_place(office: Office) -> None:
    office.window.go_to("customers")
    office.press(Qt.Key.Key_F1)
    guide = office.window.shell.guide
    assert isinstance(guide, Guide)
    assert guide.isVisible()
    assert guide.part == PARTS["customers"]
    top = guide.text.cursorForPosition(guide.text.viewport().rect().topLeft()).block()
    shown = {top.text(), top.next().text(), top.next().next().text()}
    assert PARTS["customers"] in shown
    guide.close()
    office.window.go_to("today")
    office.press(Qt.Key.Key_F1)
    assert guide.part == PARTS["today"]


def test_every_part_is_in_the_guide_and_every_place_has_one() -> None:
    headings = {
        line.removeprefix("## ")
        for line in GUIDE_FILE.read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    }
    assert set(PARTS.values()) <= headings
    assert {place.key for place in PLACES} <= set(PARTS)


def test_the_keys_that_are_listed_are_the_ones_that_work(office: Office) -> None:
    made = {
        shortcut.key().toString()
        for shortcut in office.window.findChildren(
            QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
    }
    listed = (*WINDOW.values(), UNDO)
    wanted = {QKeySequence(keys).toString() for key in listed for keys in key.keys}
    assert made == wanted | {f"Ctrl+{number}" for number in range(1, len(lines()) + 1)}
    assert set(OF_PLACE) <= {place.key for place in PLACES}


def test_a_question_mark_shows_the_keys_of_the_place(office: Office) -> None:
    office.window.go_to("customers")
    office.type("?")
    sheet = dialog(KeysSheet)
    caps = [cap.accessibleName() for cap in sheet.findChildren(KeyCap)]
    assert "Ctrl C" in caps
    assert "F10" in caps
    said = [widget.accessibleName() for widget in sheet.findChildren(QWidget)]
    assert "Open the customer" in said


def test_a_question_mark_in_a_field_is_typed(office: Office) -> None:
    office.window.go_to("customers")
    field = office.customers.filter
    field.setFocus()
    office.type("?")
    assert field.text() == "?"
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, KeysSheet)]


def test_about_names_versions_and_licences(office: Office) -> None:
    office.window.shell.about()
    said = [text for w in dialog(About).findChildren(QWidget) if (text := _text(w))]
    assert "LGPL-3.0" in said
    assert any(text.startswith("Version 0.") for text in said)


def _text(widget: QWidget) -> str:
    return str(widget.property("text") or widget.accessibleName() or "")


def test_help_also_opens_from_the_sidebar(office: Office) -> None:
    office.window.sidebar.help.click()
    assert office.window.shell.guide is not None
    assert office.window.shell.guide.isVisible()
