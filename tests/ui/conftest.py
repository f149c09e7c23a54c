"""What the window's tests share: no display is needed, and every theme is a fresh one."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.theme.theme import Appearance, Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PATIENCE = 60_000
"""Milliseconds before a test gives up: only what never comes costs them."""


class PatientBot(QtBot):
    """Waits longer than pytest-qt's five seconds, which a busy machine has taken for a key."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        """Let the window work until a condition holds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:  # noqa: ANN401 - as there
        """Let the window work until a signal has come."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE) -> Any:  # noqa: ANN401 - as there
        """Let the window work until it is the active one."""
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return the one that drives the widgets of a test."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """Let Qt destroy what a test leaves, from the top down, as in the program.

    Python's collector takes a ring of widgets apart in any order. Where it destroys a child whose
    end is also its parent's end, Qt destroys the child twice: a crash, in whatever test it comes.
    """
    yield
    for widget in QApplication.topLevelWidgets():
        if widget.parentWidget() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _no_button_held(_nothing_left: None) -> Iterator[None]:
    """Let the mouse go where a test ends with a button down, as a double click does.

    Its last release goes to a window that a dialog covers by then, so Qt never hears of it, and
    whatever asks for the mouse in a later test would find it pressed.
    """
    yield
    if QGuiApplication.instance() is None or not QGuiApplication.mouseButtons():
        return
    free = QWidget()
    free.show()
    QTest.mouseRelease(free, Qt.MouseButton.LeftButton)
    free.deleteLater()


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    """Return the light theme, worn by the application."""
    made = Theme(Appearance.LIGHT)
    made.dress()
    yield made
    made.deleteLater()
