"""What is told in passing on Today lies upon no line: the list makes room for it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from creditmate.ui.kit.toast import Toast
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.theme.tokens import SPACE
from tests.ui.window.conftest import Office


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)], ids=str)
def test_a_message_covers_no_line_and_not_the_one_at_the_end(
    office: Office, size: tuple[int, int]
) -> None:
    window = office.window
    window.resize(*size)
    window.go_to("today")
    screen = window.screen_shown
    assert isinstance(screen, TodayScreen)
    office.until(lambda: screen.state.is_known)
    office.until(screen.left.foot.isVisible)
    lines = screen.left.list

    def seen() -> QRect:
        """Where lines are seen."""
        view = lines.viewport()
        return QRect(view.mapTo(window, QPoint(0, 0)), view.size())

    def card(toast: Toast) -> QRect:
        """The message without its shadow."""
        return toast.geometry().adjusted(SPACE.l, SPACE.l, -SPACE.l, -SPACE.l)

    # go to the last line that is seen whole
    def bottom() -> int:
        return lines.visualRect(lines.currentIndex()).bottom()

    while bottom() + lines.visualRect(lines.currentIndex()).height() < lines.viewport().height():
        before = lines.key
        office.press(Qt.Key.Key_Down)
        office.until(lambda before=before: lines.key != before)  # type: ignore[misc]
    free = lines.height()
    screen.told_undo.emit("Call with Brackenford Homes Ltd recorded", lambda: None)
    office.until(window.telling.toast.isVisible)
    office.until(lambda: not card(window.telling.toast).intersects(seen()))
    office.until(lambda: lines.viewport().rect().contains(lines.visualRect(lines.currentIndex())))
    window.telling.toast.hide()
    office.until(lambda: lines.height() == free)  # and takes its room back
