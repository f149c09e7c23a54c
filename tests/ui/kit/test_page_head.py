"""The head of a page: what folds, and in which order."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.page_head import PageHead
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.theme import Theme
from tests.ui.kit.looking import shown


def a_head(theme: Theme, qtbot: QtBot, width: int) -> tuple[PageHead, QWidget]:
    buttons = (Button(theme, "Write"), Button(theme, "Statement"),
               Button(theme, "Call", Kind.PRIMARY))  # fmt: skip
    head = PageHead(theme, "en", buttons)
    window = shown(qtbot, head, width=width)
    head.show_name("Brackenford Homes Ltd")
    head.show_tag("Under query", Tone.WARNING)
    return head, window


def seen(head: PageHead) -> list[str]:
    shown_now = [button.text() for button in head.buttons if button.isVisible()]
    return [*shown_now, *(["…"] if head.more.isVisible() else [])]


def test_with_room_for_all_nothing_folds(theme: Theme, qtbot: QtBot) -> None:
    head, _window = a_head(theme, qtbot, 900)
    assert seen(head) == ["Write", "Statement", "Call"]
    assert head.tag.isVisible()
    right = [button.geometry().right() for button in head.buttons]
    assert right == sorted(right)


def test_actions_fold_from_the_left_then_the_tag_goes(theme: Theme, qtbot: QtBot) -> None:
    head, window = a_head(theme, qtbot, 900)
    found: list[tuple[object, ...]] = []
    for width in range(900, 320, -10):
        window.resize(width, 320)
        now = (*seen(head), head.tag.isVisible())
        if not found or found[-1] != now:
            found.append(now)
    assert found == [
        ("Write", "Statement", "Call", True),
        ("Statement", "Call", "…", True),
        ("Call", "…", True),
        ("Call", "…", False),
    ]
    parts = [head.back, head.more, head.buttons[-1]]
    boxes = [part.geometry() for part in parts]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_what_folded_is_in_the_menu_and_works(theme: Theme, qtbot: QtBot) -> None:
    head, _window = a_head(theme, qtbot, 440)
    head.buttons[0].refuse("No address")
    head.more.setFocus()
    QTest.keyClick(head.more, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [(a.text(), a.isEnabled()) for a in menu.actions()] == [
        ("Write", False),
        ("Statement", True),
    ]
    with qtbot.waitSignal(head.buttons[1].clicked):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)


def test_read_from_the_right_it_is_mirrored(theme: Theme, qtbot: QtBot) -> None:
    head, window = a_head(theme, qtbot, 900)
    left = head.back.mapTo(window, QPoint()).x()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.resize(899, 320)
    assert head.back.mapTo(window, QPoint()).x() > left + 500
    with qtbot.waitSignal(head.backed):
        QTest.mouseClick(head.back, Qt.MouseButton.LeftButton)


def test_without_a_tag_none_is_shown(theme: Theme, qtbot: QtBot) -> None:
    head, _window = a_head(theme, qtbot, 900)
    head.show_tag("", Tone.NEUTRAL)
    assert not head.tag.isVisible()
