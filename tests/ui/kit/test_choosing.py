"""Chips, segments and tick boxes with real keys."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.check_row import CheckRow, CheckSentence
from creditmate.ui.kit.chips import Chip, ChipRow, ChipText
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT, Type
from tests.ui.kit.looking import has_colour, role, shown, spoken_name

CHIPS = (
    ChipText("all", "All", "61"),
    ChipText("overdue", "Overdue", "15"),
    ChipText("promised", "Promise open", "5"),
    ChipText("disputed", "Under query", "2"),
)


def focused() -> QWidget:
    """Return what has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key)


def visible(row: ChipRow) -> list[str]:
    """Return the names of the chips that are seen, in order."""
    chips = [chip for chip in row.findChildren(Chip) if chip.isVisible()]
    return [spoken_name(chip) for chip in sorted(chips, key=QWidget.x)]


def test_arrows_move_and_space_chooses_a_chip(theme: Theme, qtbot: QtBot) -> None:
    row = ChipRow(theme, "en", "Filter", CHIPS)
    shown(qtbot, row)
    row.findChildren(Chip)[0].setFocus()
    press(Qt.Key.Key_Right)
    assert row.key == "all"
    with qtbot.waitSignal(row.chosen) as told:
        press(Qt.Key.Key_Space)
    assert told.args == ["overdue"] == [row.key]
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert spoken_name(focused()) == "Under query 2"


def test_arrows_turn_round_with_the_line_of_reading(theme: Theme, qtbot: QtBot) -> None:
    row = ChipRow(theme, "en", "Filter", CHIPS)
    shown(qtbot, row).setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.findChildren(Chip)[0].setFocus()
    press(Qt.Key.Key_Left)
    assert spoken_name(focused()) == "Overdue 15"
    row.choose("overdue")
    assert visible(row)[-1] == "All 61"


def test_chips_are_one_stop_for_tab(theme: Theme, qtbot: QtBot) -> None:
    row, after = ChipRow(theme, "en", "Filter", CHIPS), CheckRow(theme, "After")
    shown(qtbot, row, after)
    row.choose("overdue")
    row.findChildren(Chip)[1].setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() is after


def test_what_does_not_fit_goes_under_more(theme: Theme, qtbot: QtBot) -> None:
    row = ChipRow(theme, "en", "Filter", CHIPS)
    window = shown(qtbot, row, width=300)
    assert visible(row) == ["All 61", "Overdue 15", "More"]
    row.choose("disputed")
    assert visible(row) == ["All 61", "Under query 2", "More"]
    window.resize(600, 200)
    qtbot.waitUntil(lambda: len(visible(row)) == 4)


def test_more_opens_by_keyboard(theme: Theme, qtbot: QtBot) -> None:
    row = ChipRow(theme, "en", "Filter", CHIPS)
    shown(qtbot, row, width=320)
    row.findChildren(Chip)[0].setFocus()
    press(Qt.Key.Key_Left)
    assert spoken_name(focused()) == "More"
    press(Qt.Key.Key_Space)
    menu = row.findChildren(QMenu)[0]
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(row.chosen) as told:
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert told.args == ["promised"] == [row.key]
    assert visible(row) == ["All 61", "Promise open 5", "More"]


def test_counts_change_in_place(theme: Theme, qtbot: QtBot) -> None:
    row = ChipRow(theme, "en", "Filter", CHIPS)
    shown(qtbot, row)
    row.choose("overdue")
    row.recount(("62", "16", "5", "2"))
    assert visible(row)[:2] == ["All 62", "Overdue 16"]
    assert row.key == "overdue"


def test_arrows_choose_a_segment(theme: Theme, qtbot: QtBot) -> None:
    texts = [SegmentText(n, n.title(), Glyph(f"mood-{n}")) for n in ("warm", "calm", "strained")]
    segments = Segments(theme, "How did it feel?", texts)
    shown(qtbot, segments)
    assert segments.key is None
    segments.choose("calm")
    segments.setFocus()
    segments._buttons[1].setFocus()
    with qtbot.waitSignal(segments.chosen) as told:
        press(Qt.Key.Key_Right)
    assert told.args == ["strained"] == [segments.key]
    assert spoken_name(segments) == "How did it feel?"
    assert has_colour(segments, LIGHT.accent_soft)


@pytest.mark.parametrize("text", ["Leave out the four rows", ""])
def test_space_ticks_a_box(text: str, theme: Theme, qtbot: QtBot) -> None:
    box = CheckRow(theme, text, "" if text else "Row 18")
    shown(qtbot, box)
    box.setFocus()
    press(Qt.Key.Key_Space)
    assert box.isChecked()
    assert role(box) is QAccessible.Role.CheckBox
    assert spoken_name(box) == (text or "Row 18")
    assert has_colour(box, LIGHT.accent)


def test_a_click_on_the_words_ticks_too(theme: Theme, qtbot: QtBot) -> None:
    box = CheckRow(theme, "Leave out the four rows")
    shown(qtbot, box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()


def test_what_is_chosen_shortens_with_an_ellipsis_and_is_told_in_full(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _of: told.append(text))
    choice = Choice(theme, "Language of papers")
    choice.addItem("English (United Kingdom)")
    shown(qtbot, choice)
    for width in (130, 400):
        choice.setFixedWidth(width)
        help_asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint())
        QApplication.sendEvent(choice, help_asked)
    assert told == ["English (United Kingdom)", ""]


def test_a_choice_not_made_says_what_to_do(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice(theme, "Currency")
    choice.setPlaceholderText("Choose one")
    choice.addItem("GBP")
    choice.setCurrentIndex(-1)
    shown(qtbot, choice)
    written = choice.grab().toImage()
    choice.setPlaceholderText("")
    choice.repaint()
    assert choice.grab().toImage() != written


def test_a_sentence_to_tick_wraps_where_it_is_longer_than_the_line(
    qtbot: QtBot, theme: Theme
) -> None:
    tick = CheckSentence(theme, "A friend, or personal: proposed gently, never in a batch")
    shown(qtbot, tick)
    whole = tick.sizeHint()
    assert tick.minimumSizeHint().width() < whole.width() // 2
    assert tick.heightForWidth(whole.width()) == whole.height()
    assert tick.heightForWidth(whole.width() // 2) >= 2 * theme.line(Type.BODY)
    tick.resize(whole.width() // 2, tick.heightForWidth(whole.width() // 2))
    box, _radius = tick.focus_outline()
    assert box.bottom() <= theme.line(Type.BODY)  # beside the first line
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert tick.isChecked()
