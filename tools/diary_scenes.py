"""What is drawn of the diary: week, day, month, list, and its dialogs."""

from datetime import UTC, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.diary import DiaryScreen
from creditmate.ui.wishes import OpenPlace
from tools.scene_steps import Step, close_dialogs, dialog_shown, dialog_there, go
from tools.scenes import Scene

_TO_CHRISTMAS, _FAR = 4, 8
"""Weeks from the sample's day to one with holidays, and to one in which nothing stands."""


def diary_scenes() -> tuple[Scene, ...]:
    """Return the scenes, one after another."""
    shown = {"day": Qt.Key.Key_1, "month": Qt.Key.Key_3, "list": Qt.Key.Key_4}
    week = _press(Qt.Key.Key_2)
    back = (close_dialogs, go(OpenPlace("diary")))
    down = (_press(Qt.Key.Key_Down),) * 2
    on = (_press(Qt.Key.Key_PageDown),) * _FAR
    return (
        Scene("diary-week", (go(OpenPlace("diary")), _say_now)),
        *(Scene(f"diary-{name}", (_press(key), _say_now)) for name, key in shown.items()),
        Scene("diary-new", (week, _press(Qt.Key.Key_N), dialog_there), dialog_shown),
        Scene("diary-move", (*back, *down, _press(Qt.Key.Key_M), dialog_there), dialog_shown),
        Scene("diary-holidays", (*back, *on[:_TO_CHRISTMAS])),
        Scene("diary-free", on[_TO_CHRISTMAS:]),
    )


def _say_now(window: MainWindow) -> None:
    """Let it be twenty past ten: the day of the pictures is fixed, and never the real one."""
    screen = window.screen_shown
    if isinstance(screen, DiaryScreen):
        today = screen.state.day
        screen.views.week.show_now(datetime.combine(today, time(10, 20), UTC))


def _press(key: Qt.Key) -> Step:
    return lambda window: QTest.keyClick(_focused(window), key)


def _focused(window: MainWindow) -> QWidget:
    return window.focusWidget() or window
