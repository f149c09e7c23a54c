"""Toast, progress, notes and empty places."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.button import Button
from creditmate.ui.kit.drawing import DRAWING_FOLDER, Drawing, Picture, picture_source
from creditmate.ui.kit.empty_state import EmptyState, EmptyWords
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.progress import Bar, ProgressLine
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.toast import Toast
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import DARK, LIGHT, TOAST_SECONDS
from tests.ui.kit.looking import has_colour, role, shown, spoken_name

FEW = 2


def test_a_toast_counts_down_and_takes_no_focus(theme: Theme, qtbot: QtBot) -> None:
    line = LineInput(theme, "Note")
    window = shown(qtbot, line)
    line.setFocus()
    toast = Toast(theme, "en", window)
    toast.tell("Saved.")
    assert QApplication.focusWidget() is line
    assert toast.seconds_left() == TOAST_SECONDS
    QTest.mouseMove(window, window.rect().topRight() - QPoint(4, -4))
    qtbot.waitUntil(lambda: toast.seconds_left() < TOAST_SECONDS)
    assert toast.geometry().left() == 0
    assert toast.geometry().bottom() < window.height()


def pointed_at(window: QWidget, toast: Toast) -> bool:
    """Move the mouse there; whether it is, for a window just shown may still be moved itself."""
    QTest.mouseMove(window, toast.geometry().center())
    return toast.rect().contains(toast.mapFromGlobal(QCursor.pos()))


def test_time_stands_still_for_a_reader(theme: Theme, qtbot: QtBot) -> None:
    window = shown(qtbot, LineInput(theme, "Note"))
    toast = Toast(theme, "en", window)
    toast.tell("Saved.")
    qtbot.waitUntil(lambda: pointed_at(window, toast))
    left = toast.seconds_left()
    ticks: list[bool] = []
    toast._timer.timeout.connect(lambda: ticks.append(True))
    qtbot.waitUntil(lambda: len(ticks) > FEW)
    assert toast.seconds_left() == left
    QTest.mouseMove(window, window.rect().topRight() - QPoint(4, -4))
    qtbot.waitUntil(lambda: toast.seconds_left() < left)


def test_undo_is_offered_while_it_is_seen(theme: Theme, qtbot: QtBot) -> None:
    window = shown(qtbot, Button(theme, "Write"))
    toast = Toast(theme, "en", window)
    toast.tell("Saved.", can_undo=True)
    with qtbot.waitSignal(toast.undone):
        QTest.mouseClick(toast._undo, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_without_a_way_back_there_is_nothing_to_undo(theme: Theme, qtbot: QtBot) -> None:
    window = shown(qtbot, Button(theme, "Write"))
    toast = Toast(theme, "en", window)
    toast.tell("Printed.")
    assert toast._undo.isHidden()


def test_a_toast_stands_where_reading_begins(theme: Theme, qtbot: QtBot) -> None:
    window = shown(qtbot, Button(theme, "Write"))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    toast = Toast(theme, "en", window)
    toast.tell("Saved.")
    window.resize(600, 300)
    qtbot.waitUntil(lambda: toast.geometry().right() == window.rect().right())


def test_progress_tells_how_far_and_stops_once(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme, "en")
    shown(qtbot, line)
    line.begin(Glyph.PRINT, "Printing statements")
    line.report("Printing statements, 24 of 38", 24, 38)
    bar, cancel = line.findChildren(Bar)[0], line.findChildren(Button)[0]
    assert role(bar) is QAccessible.Role.ProgressBar
    assert (spoken_name(bar), bar.value(), bar.maximum()) == ("Printing statements", 24, 38)
    assert has_colour(bar, LIGHT.accent)
    assert has_colour(bar, LIGHT.line)
    with qtbot.waitSignal(line.cancelled):
        QTest.keyClick(cancel, Qt.Key.Key_Space)
    assert not cancel.isEnabled()
    line.end()
    assert line.isHidden()
    line.begin(Glyph.IMPORT, "Bringing in")
    assert cancel.isEnabled()


def test_a_note_says_it_twice_and_never_by_colour_alone(theme: Theme, qtbot: QtBot) -> None:
    note = Notice(theme, Tone.DANGER, "Nothing has been brought in.", "The ledger is as it was.")
    shown(qtbot, note)
    assert spoken_name(note) == "Nothing has been brought in."
    assert has_colour(note, LIGHT.danger_soft)
    assert has_colour(note, LIGHT.text)


def test_an_empty_place_has_one_action(theme: Theme, qtbot: QtBot) -> None:
    says = EmptyWords("No customers yet.", "Bring them in.", "Bring in", "Add the first")
    empty = EmptyState(theme, Picture.NOTHING_YET, says)
    shown(qtbot, empty)
    with qtbot.waitSignal(empty.acted):
        QTest.keyClick(empty.action, Qt.Key.Key_Return)
    with qtbot.waitSignal(empty.linked):
        QTest.mouseClick(empty.link, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert spoken_name(empty) == "No customers yet."
    plain = EmptyState(theme, Picture.ALL_DONE, EmptyWords("A free week.", ""))
    shown(qtbot, plain)
    assert not plain.action.isVisible()
    assert not plain.link.isVisible()


def test_every_picture_is_there_in_the_themes_colours(theme: Theme, qtbot: QtBot) -> None:
    assert {path.stem for path in DRAWING_FOLDER.glob("*.svg")} == {p.value for p in Picture}
    assert all("$" not in picture_source(picture, LIGHT) for picture in Picture)
    drawing = Drawing(theme, Picture.ALL_DONE)
    shown(qtbot, drawing)
    assert has_colour(drawing, LIGHT.positive_soft)
    theme.choose(Appearance.DARK)
    assert has_colour(drawing, DARK.positive_soft)
