"""The work list: keys end on lines, titles are seen, and lines look as they are."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from creditmate.domain.frozen import changed
from creditmate.ui.kit.areas import Area, Areas
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.ring import Ring
from creditmate.ui.kit.work_line import Coming, GroupTitle, Row, WorkLine
from creditmate.ui.kit.work_list import WorkList
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT, Ink
from tests.ui.kit.looking import has_colour, shown


def a_line(key: str) -> WorkLine:
    return WorkLine(
        key=key,
        glyph=Glyph.CALL,
        name=f"Customer {key}",
        mark="Date passed",
        mark_ink=Ink.DANGER,
        rest="nothing received",
        figure="£1.00",
        under="9 days late",
        side="Call",
        act=Glyph.CALL,
        act_name="Call",
    )


ROWS: tuple[Row, ...] = (
    GroupTitle("First"),
    a_line("A"),
    a_line("B"),
    GroupTitle("Then"),
    *(a_line(key) for key in "CDEFGHIJ"),
)


@pytest.fixture
def lines(qtbot: QtBot, theme: Theme) -> WorkList:
    made = WorkList(theme, "What to do")
    shown(qtbot, made, Button(theme, "Elsewhere"))
    made.show_rows(ROWS, "A")
    made.setFocus()
    return made


@pytest.mark.parametrize(("keys", "ends"), [
    ([Qt.Key.Key_Up], "A"),
    ([Qt.Key.Key_Down, Qt.Key.Key_Down], "C"),
    ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up], "B"),
    ([Qt.Key.Key_End], "J"),
    ([Qt.Key.Key_End, Qt.Key.Key_Home], "A"),
    ([Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp], "A"),
    ([Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown], "J"),
])  # fmt: skip
def test_keys_end_on_lines(lines: WorkList, keys: list[Qt.Key], ends: str) -> None:
    for key in keys:
        QTest.keyClick(lines, key)
    assert lines.key == ends


def test_going_up_shows_the_title_that_keys_never_come_to(lines: WorkList) -> None:
    QTest.keyClick(lines, Qt.Key.Key_End)
    assert lines.verticalScrollBar().value() > 0
    QTest.keyClick(lines, Qt.Key.Key_Home)
    assert lines.verticalScrollBar().value() == 0


def test_letters_are_left_to_the_place(lines: WorkList) -> None:
    QTest.keyClicks(lines, "custj")
    assert lines.key == "A"


def test_where_one_is_looks_different_while_one_is_elsewhere(lines: WorkList) -> None:
    assert has_colour(lines, LIGHT.accent_soft)
    assert not has_colour(lines, LIGHT.edge)
    lines.clearFocus()
    assert has_colour(lines, LIGHT.edge)
    assert not has_colour(lines, LIGHT.accent_soft)


def test_the_button_stands_where_reading_ends(lines: WorkList) -> None:
    rect = lines.visualRect(lines.model().index(1, 0))
    assert lines._delegate.button_in(rect).center().x() > rect.center().x()
    lines.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert lines._delegate.button_in(rect).center().x() < rect.center().x()


def test_a_line_is_read_out_as_one_and_titles_are_not_chosen(lines: WorkList) -> None:
    model = lines.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "First"
    assert model.index(1, 0).data(role) == (
        "Customer A, Date passed, nothing received, £1.00, 9 days late, Call"
    )
    assert model.index(0, 0).flags() == Qt.ItemFlag.NoItemFlags
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_double_click_acts_on_a_line_and_on_nothing_else(qtbot: QtBot, lines: WorkList) -> None:
    acted: list[str] = []
    lines.acted.connect(acted.append)
    for row in (0, 2):
        at = lines.visualRect(lines.model().index(row, 0)).center()
        QTest.mouseDClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert acted == ["B"]


def test_the_button_has_a_tool_tip_and_the_line_none(lines: WorkList) -> None:
    rect = lines.visualRect(lines.model().index(1, 0))
    for at, tip in ((lines._delegate.button_in(rect).center(), "Call"), (rect.center(), "")):
        asked = QHelpEvent(QEvent.Type.ToolTip, at, lines.viewport().mapToGlobal(at))
        QApplication.sendEvent(lines.viewport(), asked)
        assert lines.viewport().toolTip() == tip


def test_a_reason_that_is_cut_is_told_whole_under_the_pointer(lines: WorkList) -> None:
    long = changed(a_line("A"), rest="on stop: nothing more on account until autumn " * 9)
    lines.show_rows([long], "A")
    at = lines.visualRect(lines.model().index(0, 0)).center()
    asked = QHelpEvent(QEvent.Type.ToolTip, at, lines.viewport().mapToGlobal(at))
    QApplication.sendEvent(lines.viewport(), asked)
    assert lines.viewport().toolTip() == f"Date passed: {long.rest}"


def test_placeholders_are_painted_and_cannot_be_chosen(lines: WorkList) -> None:
    lines.show_rows([Coming()] * 3, "")
    assert has_colour(lines, LIGHT.hover)
    QTest.keyClick(lines, Qt.Key.Key_Down)
    assert lines.key == ""
    with_text = changed(a_line("A"), rest="")
    assert with_text.said.count(",") == 4


def test_another_text_size_makes_higher_lines(lines: WorkList, theme: Theme) -> None:
    before = lines.sizeHintForRow(1)
    theme.choose(theme.appearance, 2.0)
    assert lines.sizeHintForRow(1) > before


def test_a_ring_fills_as_things_are_done(qtbot: QtBot, theme: Theme) -> None:
    ring = Ring(theme)
    shown(qtbot, ring)
    assert not has_colour(ring, LIGHT.positive)
    ring.show_share(7, 7)
    ring.show_share(14, 14)
    assert ring.grab().toImage() != Ring(theme).grab().toImage()


def test_keys_between_areas_are_the_window_s_at_the_ends(qtbot: QtBot, theme: Theme) -> None:
    first, second = Button(theme, "First"), Button(theme, "Second")
    place = shown(qtbot, first, second)
    Areas(place, (Area(first, first.setFocus), Area(second, second.setFocus)))
    first.setFocus()
    steps = [
        (Qt.KeyboardModifier.ShiftModifier, first),
        (Qt.KeyboardModifier.NoModifier, second),
        (Qt.KeyboardModifier.NoModifier, second),
        (Qt.KeyboardModifier.ShiftModifier, first),
    ]
    for modifiers, holder in steps:
        QTest.keyClick(place.focusWidget() or place, Qt.Key.Key_F6, modifiers)
        assert place.focusWidget() is holder
    second.hide()
    QTest.keyClick(first, Qt.Key.Key_F6)
    assert place.focusWidget() is first


def test_a_click_beside_all_lines_does_nothing(lines: WorkList) -> None:
    acted: list[str] = []
    lines.acted.connect(acted.append)
    lines.show_rows([GroupTitle("First")], "")
    at = QPoint(20, lines.viewport().height() - 4)
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert acted == []
