"""Notes are plain text whose lines stand as far apart as the design wants."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from creditmate.ui.call.notes_field import MOST_LETTERS, NotesField, NotesInput
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import Type
from tests.ui.kit.looking import shown


def pitches(notes: NotesInput) -> set[float]:
    """Return the distances between the tops of lines."""
    layout, block = notes.document().documentLayout(), notes.document().begin()
    tops = []
    while block.isValid():
        tops.append(layout.blockBoundingRect(block).top())
        block = block.next()
    return {below - above for above, below in pairwise(tops)}


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_lines_stand_apart_however_they_came(theme: Theme, qtbot: QtBot, scale: float) -> None:
    field = NotesField(theme, "en_GB", "en_GB")
    shown(qtbot, field)
    theme.choose(Appearance.LIGHT, scale)
    field.input.setPlainText("The run is on Thursdays\nHelen signs it")
    field.input.setFocus()
    QTest.keyClick(field.input, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field.input, Qt.Key.Key_Return)
    QTest.keyClicks(field.input, "At three")
    assert field.input.toPlainText() == "The run is on Thursdays\nHelen signs it\nAt three"
    assert pitches(field.input) == {theme.line(Type.BODY)}


def test_setting_the_distance_is_no_typing(theme: Theme, qtbot: QtBot) -> None:
    field = NotesField(theme, "en_GB", "en_GB")
    shown(qtbot, field)
    field.input.setPlainText("Said")
    with qtbot.assertNotEmitted(field.edited):
        theme.choose(Appearance.DARK, 1.15)
    field.input.undo()
    assert field.input.toPlainText() == "Said"


def test_a_pasted_book_is_refused_and_what_was_typed_stays(theme: Theme, qtbot: QtBot) -> None:
    field = NotesField(theme, "en_GB", "en_GB")
    shown(qtbot, field)
    field.input.setFocus()
    QTest.keyClicks(field.input, "At three")
    QGuiApplication.clipboard().setText("x" * MOST_LETTERS)
    QTest.keyClick(field.input, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.input.toPlainText() == "At three"
    assert field.input.accessibleDescription().endswith("20,000 letters at most.")
    QGuiApplication.clipboard().setText(", Helen signs")
    QTest.keyClick(field.input, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.input.toPlainText() == "At three, Helen signs"
    QGuiApplication.clipboard().clear()
